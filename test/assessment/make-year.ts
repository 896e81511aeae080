import { Fraction } from 'fraction.js';
import type { Known, YearResult } from '../../src/assessment/trend.ts';

/** A value as printed, rounded to two decimals; or exactly known. */
export const known = (text: string, decimals: number | null = 2): Known => ({
  value: new Fraction(text),
  decimals,
});

/** A published result by PermenPANRB 59/2020. */
export function makeYear(
  year: number,
  index: string | Known,
  groups: Readonly<Record<string, string | Known>> = {},
  more: Partial<YearResult> = {},
): YearResult {
  const toKnown = (value: string | Known) => (typeof value === 'string' ? known(value) : value);
  return {
    ...{ year, kind: 'published', instrument: 'permenpanrb-59-2020', predicate: null, blanks: 0 },
    ...{ source: `berita ${year}`, index: toKnown(index) },
    groups: new Map(Object.entries(groups).map(([id, value]) => [id, toKnown(value)])),
    ...more,
  };
}
