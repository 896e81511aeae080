/** Where in the input something stands. `sheet` is absent for csv files, `address` for whole-file problems. */
export interface Place {
  /** Path as the user gave it, or relative to the project folder. */
  readonly file: string;
  readonly sheet?: string;
  /** A1 address, exactly as read; never recomputed from an array index. */
  readonly address?: string;
}

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Something wrong in a workbook or its evidence: a value, collected, never thrown. */
export interface Problem {
  /** Stable code, listed in docs/problems.md. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong – what was found – what to do, in Bahasa Indonesia. */
  readonly message: string;
  readonly at: Place;
  readonly details: Readonly<Record<string, string | number>>;
}

/** The command cannot be carried out: caught once in cli.ts, shown without a stack trace, exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
