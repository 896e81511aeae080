import type { Fraction } from 'fraction.js';

/** What a single level step takes. */
export interface Work {
  /** Whole months, at least 1. */
  readonly months: number;
  /** Person-days still to be done. */
  readonly days: Fraction;
  /** null where nobody gave a price. */
  readonly rupiah: Fraction | null;
}

/** What it takes to raise an indicator (by id) from the level below to `level`; null where nobody said. */
export type WorkOf = (indicator: string, level: number) => Work | null;
