import type { Severity } from './problem.ts';

export type Details = Readonly<Record<string, string | number>>;

/** What every problem of one code has in common. */
export interface ProblemKind<D extends Details> {
  readonly severity: Severity;
  /** Heading in docs/problems.md. */
  readonly title: string;
  /** What is wrong – what was found – what to do. */
  readonly say: (details: D) => string;
}

export function kind<D extends Details>(
  severity: Severity,
  title: string,
  say: (details: D) => string,
): ProblemKind<D> {
  return { severity, title, say };
}

/** What stands in the cell of a number. */
export function quote(found: string): string {
  return found === '' ? 'nomornya kosong' : `tertulis "${found}"`;
}
