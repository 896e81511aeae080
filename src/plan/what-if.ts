import type { Fraction } from 'fraction.js';
import { type Levels, type Score, score } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';

/** The score today and with other levels. */
export interface WhatIf {
  readonly from: Score;
  readonly to: Score;
  /** The indicators whose level changes, in the instrument's order; `from` null if blank today. */
  readonly changes: readonly Change[];
}

export interface Change {
  readonly indicator: string;
  readonly from: number | null;
  readonly to: number;
  /** Index points, exact; below 0 if the level falls. */
  readonly gain: Fraction;
}

/** @param changed levels that replace today's */
export function tryLevels(instrument: Instrument, levels: Levels, changed: Levels, year?: number): WhatIf {
  const from = score(instrument, levels, year);
  const to = score(instrument, new Map([...levels, ...changed]), year);
  const lostOf = (result: Score) => new Map(result.indicators.map(({ id, lost }) => [id, lost]));
  const [before, after] = [lostOf(from), lostOf(to)];
  return {
    from,
    to,
    changes: instrument.indicators.flatMap(({ id }): Change[] => {
      const level = changed.get(id);
      const [lost, left] = [before.get(id), after.get(id)];
      if (level === undefined || level === levels.get(id) || !lost || !left) return [];
      return [{ indicator: id, from: levels.get(id) ?? null, to: level, gain: lost.sub(left) }];
    }),
  };
}
