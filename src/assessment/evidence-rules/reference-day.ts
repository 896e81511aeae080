import type { EvidenceContext } from './rule.ts';

/** Last ISO day of a year. */
export function lastDay(year: number): string {
  return `${year}-12-31`;
}

/** The day from which the age of a document is counted back: today, or the end of the assessed year if that is over. */
export function referenceDay({ date, assessment: { year } }: EvidenceContext): string {
  return year !== null && lastDay(year) < date ? lastDay(year) : date;
}
