import type { Place, Severity } from '../problem.ts';

/** What a region says about the rules in spbe.yaml. */
export interface RuleSettings {
  /** Severity by code, instead of the usual one. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly waivers: readonly Waiver[];
  /** Bytes above which a file is called large; left out: the rule's own limit. */
  readonly largestFile?: number;
}

/** A decision to let one finding pass. It is never silent: every report names it. */
export interface Waiver {
  readonly code: string;
  /** Which findings; what is null fits all. At least one of the three is said. */
  readonly indicator: string | null;
  readonly opd: string | null;
  /** File, link or title of a document, as the row of Bukti has it. */
  readonly document: string | null;
  readonly reason: string;
  /** Who decided. */
  readonly by: string;
  /** Last ISO day on which it holds. */
  readonly until: string;
  /** Where it is written. */
  readonly at: Place;
}

export const usualSettings: RuleSettings = { severities: new Map(), waivers: [] };
