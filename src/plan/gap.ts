import type { Fraction } from 'fraction.js';
import { type Levels, type Score, score } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { type AspectGap, gapByAspect, gapByOpd, type OpdGap } from './breakdown.ts';
import { findCheapest } from './cheapest.ts';
import { raiseLowestFirst } from './lowest-first.ts';
import {
  type CostOf,
  climbedRungs,
  type Ladder,
  listLadders,
  type Plan,
  totalCost,
  totalGain,
} from './rungs.ts';
import { type Step, sortByWorth, toSteps } from './step.ts';
import type { Target } from './target.ts';

export type { AspectGap, CostOf, OpdGap, Step };

export interface GapOptions {
  /** Evaluation year, for the predicate (see `score`). */
  readonly year?: number;
  /** 1 per level step if absent. */
  readonly costOf?: CostOf;
  /** Name of the lead OPD per indicator id. */
  readonly opdOf?: ReadonlyMap<string, string>;
}

/** The distance to a target and the cheapest plan that closes it. Levels are on the scale, gains in index points. */
export interface Gap {
  readonly from: Score;
  readonly target: Target;
  /** `reached`: nothing to do; `impossible`: not even with every indicator at the top (then `steps` is empty). */
  readonly status: 'reached' | 'planned' | 'impossible';
  /** Score after the plan; equal to `from` when there is no step. */
  readonly reached: Score;
  /** One per indicator raised, by gain per cost descending, then in the instrument's order. */
  readonly steps: readonly Step[];
  /** Number of single level steps in the plan: 2 → 4 counts as two, 2.4 → 3 as one. */
  readonly levelSteps: number;
  readonly cost: number;
  /** True only if it is proven that no cheaper plan reaches the target. */
  readonly optimal: boolean;
  readonly baseline: { readonly lowestFirst: Baseline };
  /** Every aspect, in the instrument's order. */
  readonly byAspect: readonly AspectGap[];
  /** The plan's steps by lead OPD, by gain descending; `opd` null gathers the indicators without one. */
  readonly byOpd: readonly OpdGap[];
  /** What each indicator below the top takes from the index, descending, then in the instrument's order. */
  readonly losses: readonly Loss[];
}

/** A plan made by a plain rule, for comparison. */
export interface Baseline {
  readonly levelSteps: number;
  readonly cost: number;
  /** Exact index after it; below the target only if the target is impossible. */
  readonly reached: Fraction;
  readonly steps: readonly Pick<Step, 'indicator' | 'from' | 'to'>[];
}

export interface Loss {
  readonly indicator: string;
  /** Index points against the top level. */
  readonly lost: Fraction;
}

/**
 * Measures the distance from today's levels to a target and plans the cheapest way there. The target counts as
 * reached when the exact index, not the rounded one, is at least the target.
 * @param levels today's levels; a blank indicator counts, and starts, at the floor level
 * @throws Error (a bug) if a level is off the scale, or a cost is negative
 */
export async function findGap(
  instrument: Instrument,
  levels: Levels,
  target: Target,
  options: GapOptions = {},
): Promise<Gap> {
  const { year, costOf = () => 1, opdOf = new Map<string, string>() } = options;
  const from = score(instrument, levels, year);
  const ladders = listLadders(instrument, levels, costOf);
  const needed = target.index.sub(from.index);
  const status = statusOf(ladders, needed);
  const { plan, optimal } =
    status === 'planned'
      ? await findCheapest(ladders, needed)
      : { plan: new Map(), optimal: status === 'reached' };
  const reached = score(instrument, new Map([...levels, ...plan]), year);
  if (status === 'planned' && reached.index.compare(target.index) < 0) {
    throw new Error(`The plan ends at ${reached.index.toFraction()}, below ${target.index.toFraction()}`);
  }
  const rungs = climbedRungs(ladders, plan);
  const steps = toSteps(rungs, opdOf);
  return {
    from,
    target,
    status,
    reached,
    steps: sortByWorth(steps),
    levelSteps: rungs.length,
    cost: totalCost(rungs),
    optimal,
    baseline: { lowestFirst: toBaseline(from, ladders, raiseLowestFirst(ladders, needed)) },
    byAspect: gapByAspect(instrument, from, reached, steps),
    byOpd: gapByOpd(steps),
    losses: listLosses(from),
  };
}

function statusOf(ladders: readonly Ladder[], needed: Fraction): Gap['status'] {
  if (needed.compare(0) <= 0) return 'reached';
  return totalGain(ladders.flat()).compare(needed) < 0 ? 'impossible' : 'planned';
}

function toBaseline(from: Score, ladders: readonly Ladder[], plan: Plan): Baseline {
  const rungs = climbedRungs(ladders, plan);
  return {
    levelSteps: rungs.length,
    cost: totalCost(rungs),
    reached: from.index.add(totalGain(rungs)),
    steps: toSteps(rungs, new Map()).map((step) => ({
      indicator: step.indicator,
      from: step.from,
      to: step.to,
    })),
  };
}

function listLosses({ indicators }: Score): Loss[] {
  return indicators
    .filter(({ lost }) => lost.compare(0) > 0)
    .map(({ id, lost }) => ({ indicator: id, lost }))
    .sort((a, b) => b.lost.compare(a.lost));
}
