import type { Instrument } from '../instrument/instrument.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import type { Submission } from './submission.ts';

/** The instrument that a file names, or that its form implies; undefined for a csv. */
export function instrumentOf({ meta, about }: Submission): string | undefined {
  return meta?.instrument ?? about?.instrument ?? undefined;
}

/** The region that a file names; undefined for a csv. */
export function regionOf({ meta, about }: Submission): string | undefined {
  return meta?.region ?? about?.region ?? undefined;
}

/** The year that a file is about; undefined for a csv. */
export function yearOf({ meta, about }: Submission): number | undefined {
  return meta?.year ?? about?.year ?? undefined;
}

/** Why a file does not belong: another instrument, region or year; each reason a problem. */
export function findForeign(
  submission: Submission,
  instrument: Instrument,
  expected: { readonly region: string | null; readonly year: number | null },
): Problem[] {
  const at = { file: submission.file };
  const [named, region, year] = [instrumentOf(submission), regionOf(submission), yearOf(submission)];
  const problems: Problem[] = [];
  if (named !== undefined && named !== instrument.id) {
    problems.push(problem('instrument-mismatch', at, { found: named, expected: instrument.id }));
  }
  if (region !== undefined && expected.region !== null && !sameName(region, expected.region)) {
    problems.push(problem('region-mismatch', at, { found: region, expected: expected.region }));
  }
  if (year !== undefined && expected.year !== null && year !== expected.year) {
    problems.push(problem('year-mismatch', at, { found: year, expected: expected.year }));
  }
  return problems;
}

/** Whether two names of a region mean the same: case, blanks and width do not matter. */
function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(a) === plain(b);
}
