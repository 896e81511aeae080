import type { Place } from '../../problem.ts';

/** A plain list of levels has no place for an analysis, and asks for neither; a column that is gone is said once, elsewhere. */
export function isPlain(analysis: string | null, at: Place): boolean {
  return analysis === null || at.address === undefined;
}
