import { Fraction } from 'fraction.js';
import { exact, type Levels } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Work, WorkOf } from './work.ts';

/** What it costs to raise an indicator (by id) from the level below to `level`: any unit, at least 0. */
export type CostOf = (indicator: string, level: number) => number | Fraction;

/** Indicator id → level after the plan; only indicators that the plan raises, in the instrument's order. */
export type Plan = ReadonlyMap<string, number>;

/** One single level step: `from` is a whole or decimal level, `to` the next whole one. */
export interface Rung {
  readonly indicator: string;
  readonly from: number;
  readonly to: number;
  /** Index points. */
  readonly gain: Fraction;
  readonly cost: Fraction;
  /** null where nobody said how long it takes. */
  readonly work: Work | null;
}

/** The steps still open to each indicator, ascending; indicators in the instrument's order, those at the top left out. */
export type Ladder = readonly Rung[];

/**
 * Every step from today's levels to the top. A blank indicator starts at the floor level; a decimal level
 * goes to the next whole one first (2.4 → 3 → 4).
 * @throws Error (a bug) if a cost is negative or not a number
 */
export function listLadders(
  instrument: Instrument,
  levels: Levels,
  costOf: CostOf,
  workOf: WorkOf = () => null,
): Ladder[] {
  const { floor, max } = instrument.scale;
  return instrument.indicators
    .map(({ id, weight }) => {
      const rungs: Rung[] = [];
      for (let from = levels.get(id) ?? floor; from < max; from = nextLevel(from)) {
        const to = nextLevel(from);
        const gain = weight.mul(exact(to).sub(exact(from))).div(100);
        rungs.push({ indicator: id, from, to, gain, cost: exactCost(id, to, costOf), work: workOf(id, to) });
      }
      return rungs;
    })
    .filter((rungs) => rungs.length > 0);
}

/** The rungs a plan climbs, ladder by ladder. */
export function climbedRungs(ladders: readonly Ladder[], plan: Plan): Rung[] {
  return ladders
    .flat()
    .filter(({ indicator, to }) => to <= (plan.get(indicator) ?? Number.NEGATIVE_INFINITY));
}

/** Index points. */
export function totalGain(rungs: readonly Rung[]): Fraction {
  return rungs.reduce((sum, { gain }) => sum.add(gain), new Fraction(0));
}

/** Added exactly, turned into a number once. */
export function totalCost(rungs: readonly Rung[]): number {
  return rungs.reduce((sum, { cost }) => sum.add(cost), new Fraction(0)).valueOf();
}

function nextLevel(level: number): number {
  return Math.floor(level) + 1;
}

function exactCost(indicator: string, level: number, costOf: CostOf): Fraction {
  const cost = costOf(indicator, level);
  if (typeof cost !== 'number') return cost;
  if (!(cost >= 0 && Number.isFinite(cost))) {
    throw new Error(`Cost of ${indicator} to level ${level} is ${cost}`);
  }
  return exact(cost);
}
