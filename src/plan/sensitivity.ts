import type { Fraction } from 'fraction.js';
import { bandOf, exact, type Levels, type Score, score } from '../assessment/score.ts';
import type { Band, Instrument } from '../instrument/instrument.ts';

/** What moves the index now. */
export interface Sensitivity {
  readonly from: Score;
  /** Distance to the next band; null in the highest. */
  readonly up: Edge | null;
  /** How far the index lies above the edge of its band; null in the lowest. */
  readonly down: Edge | null;
  /** By gain of the next step descending, then in the instrument's order; those at the top last. */
  readonly indicators: readonly Worth[];
}

export interface Edge {
  readonly band: Band;
  readonly edge: Fraction;
  /** Index points, exact. */
  readonly distance: Fraction;
}

export interface Worth {
  readonly indicator: string;
  /** Today's; null if blank, which counts as the floor. */
  readonly level: number | null;
  /** Of the next step up, 0 at the top; and of the step down, 0 at the bottom. Index points. */
  readonly gain: Fraction;
  readonly loss: Fraction;
  /** One step up alone brings a better predicate; one step down alone a worse one. */
  readonly lifts: boolean;
  readonly drops: boolean;
}

/** What a step on each indicator is worth, which alone would change the predicate, and how far the band's edges are. */
export function findSensitivity(instrument: Instrument, levels: Levels, year?: number): Sensitivity {
  const from = score(instrument, levels, year);
  const position = instrument.bands.findIndex(({ name }) => name === from.band.name);
  const next = instrument.bands[position + 1];
  const below = instrument.bands[position - 1];
  return {
    from,
    up: next ? { band: next, edge: next.from, distance: next.from.sub(from.index) } : null,
    down: below ? { band: below, edge: from.band.from, distance: from.index.sub(from.band.from) } : null,
    indicators: instrument.indicators
      .map(({ id, weight }) => worthOf(instrument, levels, from, id, weight, year))
      .sort((a, b) => b.gain.compare(a.gain)),
  };
}

function worthOf(
  instrument: Instrument,
  levels: Levels,
  { index, band }: Score,
  id: string,
  weight: Fraction,
  year: number | undefined,
): Worth {
  const { min, max, floor } = instrument.scale;
  const level = levels.get(id) ?? floor;
  const pointsTo = (other: number) => weight.mul(exact(other).sub(exact(level))).div(100);
  const gain = pointsTo(Math.min(max, Math.floor(level) + 1));
  const loss = pointsTo(Math.max(min, Math.ceil(level) - 1)).neg();
  const order = ({ name }: Band) => instrument.bands.findIndex((one) => one.name === name);
  return {
    indicator: id,
    level: levels.get(id) ?? null,
    gain,
    loss,
    lifts: order(bandOf(instrument, index.add(gain), year)) > order(band),
    drops: order(bandOf(instrument, index.sub(loss), year)) < order(band),
  };
}
