import type { Fraction } from 'fraction.js';
import type { Instrument } from '../instrument/instrument.ts';
import { type Levels, score } from './score.ts';
import { type Settlement, statedLevels } from './settle.ts';

/** What the index may be while answers contradict each other. */
export interface ConflictRange {
  /** Ids of the indicators in dispute, in the instrument's order. */
  readonly open: readonly string[];
  readonly low: Fraction;
  readonly high: Fraction;
}

/**
 * The index with every open conflict at the lowest, and at the highest level that was stated for it; all else as it is,
 * blanks at the floor. Exact: the index rises with every level, so no combination lies outside.
 * @returns null if nothing is open
 */
export function rangeOfConflicts(
  instrument: Instrument,
  settlements: ReadonlyMap<string, Settlement>,
): ConflictRange | null {
  const open = instrument.indicators.flatMap(({ id }) => (settlements.get(id)?.isOpen ? [id] : []));
  if (open.length === 0) return null;
  const at = (end: 0 | -1) => score(instrument, levelsAt(settlements, end)).index;
  return { open, low: at(0), high: at(-1) };
}

function levelsAt(settlements: ReadonlyMap<string, Settlement>, end: 0 | -1): Levels {
  return new Map(
    [...settlements].flatMap(([id, { level, isOpen, candidates }]) => {
      const used = isOpen ? (statedLevels(candidates).at(end) ?? level) : level;
      return used === null ? [] : [[id, used] as const];
    }),
  );
}
