import type { Fraction } from 'fraction.js';
import { type Levels, type Score, score } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { type AspectGap, gapByAspect, gapByOpd, type OpdGap } from './breakdown.ts';
import type { Constraint, Requirement } from './constraint.ts';
import { raiseLowestFirst } from './lowest-first.ts';
import type { Objective, Question } from './program.ts';
import { toQuestion } from './question.ts';
import { type CostOf, climbedRungs, type Ladder, type Plan, totalCost, totalGain } from './rungs.ts';
import { type Outcome, solve } from './solve.ts';
import { type Step, sortByWorth, toSteps } from './step.ts';
import type { GroupTarget, Target } from './target.ts';
import type { WorkOf } from './work.ts';

export type { AspectGap, CostOf, OpdGap, Step };

export interface GapOptions {
  /** Evaluation year, for the predicate (see `score`). */
  readonly year?: number;
  /** 1 per level step if absent. */
  readonly costOf?: CostOf;
  /** Lead OPD per indicator id. */
  readonly opdOf?: ReadonlyMap<string, string>;
  readonly groups?: readonly GroupTarget[];
  /** Least level of every indicator, and those it does not hold for. */
  readonly floor?: { readonly level: number; readonly exempt: ReadonlySet<string> };
  /** Everything the plan must keep to besides the targets. */
  readonly limits?: readonly Constraint[];
  /** `cost` if absent; `time` needs a deadline, which says when work begins. */
  readonly objective?: Objective | 'time';
  readonly workOf?: WorkOf;
  readonly requires?: readonly Requirement[];
  /** Index points to be gained beyond the target, for safety. */
  readonly margin?: Fraction;
  /** Plans that must not come again. */
  readonly avoid?: readonly Plan[];
  /** Whether to find out why, where there is no plan; true if absent. */
  readonly explain?: boolean;
}

/** The distance to a target and the cheapest plan that closes it. Levels are on the scale, gains in index points. */
export interface Gap extends Outcome {
  readonly from: Score;
  /** null if only a floor, domains or aspects are asked for, or the highest index. */
  readonly target: Target | null;
  /** The question as it was put to the optimiser. */
  readonly question: Question;
  /** Score after the plan; equal to `from` when there is no step. */
  readonly reached: Score;
  /** One per indicator raised, by gain per cost descending, then in the instrument's order. */
  readonly steps: readonly Step[];
  /** Number of single level steps in the plan: 2 → 4 counts as two, 2.4 → 3 as one. */
  readonly levelSteps: number;
  readonly cost: number;
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
 * Measures the distance from today's levels to the targets and plans the best way there. A target counts as
 * reached when the exact index, not the rounded one, is at least the target.
 * @param levels today's levels; a blank indicator counts, and starts, at the floor level
 * @param target null for the other targets alone, or for the highest index that the limits allow
 * @throws Error (a bug) if a level is off the scale, a cost is negative, or the solver fails where no plain rule helps
 */
export async function findGap(
  instrument: Instrument,
  levels: Levels,
  target: Target | null,
  options: GapOptions = {},
): Promise<Gap> {
  const from = score(instrument, levels, options.year);
  const question = toQuestion(instrument, levels, from, target, options);
  const outcome = await solve(question, options.objective === 'time', options.explain ?? true);
  const gap = measurePlan(instrument, levels, target, question, outcome, options);
  if (gap.status === 'planned' && target && gap.reached.index.compare(target.index) < 0) {
    throw new Error(`The plan ends at ${gap.reached.index.toFraction()}, below ${target.index.toFraction()}`);
  }
  return gap;
}

/** What a plan comes to: scores, steps, shares of aspects and OPD, and the plain rule for comparison. */
export function measurePlan(
  instrument: Instrument,
  levels: Levels,
  target: Target | null,
  question: Question,
  outcome: Outcome,
  { year, opdOf = new Map() }: Pick<GapOptions, 'year' | 'opdOf'>,
): Gap {
  const { ladders, constraints } = question;
  const from = score(instrument, levels, year);
  const reached = score(instrument, new Map([...levels, ...outcome.plan]), year);
  const rungs = climbedRungs(ladders, outcome.plan);
  const steps = toSteps(rungs, opdOf);
  return {
    from,
    target,
    question,
    ...outcome,
    reached,
    steps: sortByWorth(steps),
    levelSteps: rungs.length,
    cost: totalCost(rungs),
    baseline: { lowestFirst: toBaseline(from, ladders, raiseLowestFirst(ladders, constraints)) },
    byAspect: gapByAspect(instrument, from, reached, steps),
    byOpd: gapByOpd(steps),
    losses: listLosses(from),
  };
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
