import type { Fraction } from 'fraction.js';
import { exact } from '../assessment/score.ts';
import { type Rung, totalCost, totalGain } from './rungs.ts';

/** One indicator raised by a plan. */
export interface Step {
  /** Indicator id. */
  readonly indicator: string;
  /** Level today; the floor level if blank. */
  readonly from: number;
  readonly to: number;
  /** Index points. */
  readonly gain: Fraction;
  readonly cost: number;
  readonly opd: string | null;
  /** Every level to be met on the way, ascending, the last one being `to`. */
  readonly requires: readonly { readonly indicator: string; readonly level: number }[];
}

/** Joins the rungs of each indicator, in the order given. */
export function toSteps(rungs: readonly Rung[], opdOf: ReadonlyMap<string, string>): Step[] {
  const climbs = new Map<string, Rung[]>();
  for (const rung of rungs) climbs.set(rung.indicator, [...(climbs.get(rung.indicator) ?? []), rung]);
  return [...climbs].map(([indicator, climb]) => ({
    indicator,
    from: Math.min(...climb.map(({ from }) => from)),
    to: Math.max(...climb.map(({ to }) => to)),
    gain: totalGain(climb),
    cost: totalCost(climb),
    opd: opdOf.get(indicator) ?? null,
    requires: climb.map(({ to }) => ({ indicator, level: to })),
  }));
}

/** By gain per cost descending, free steps first; the given order among equals. */
export function sortByWorth(steps: readonly Step[]): Step[] {
  // Cross-multiplied, because a step may be free.
  return steps.toSorted((a, b) => crossGain(b, a).compare(crossGain(a, b)));
}

function crossGain({ gain }: Step, { cost }: Step): Fraction {
  return gain.mul(exact(cost));
}
