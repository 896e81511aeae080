import type { Fraction } from 'fraction.js';
import { exact, type Levels, type Score, score } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { type AspectGap, gapByAspect, gapByOpd, type OpdGap } from './breakdown.ts';
import type { StepKey } from './chain.ts';
import { type Conflict, explainConflict, isTarget } from './conflict.ts';
import { type Constraint, constraintOf, type Requirement } from './constraint.ts';
import { findFastest } from './fastest.ts';
import { type Found, findPlan } from './find-plan.ts';
import { raiseLowestFirst } from './lowest-first.ts';
import type { Objective, Question } from './program.ts';
import { isReached, toQuestion } from './question.ts';
import { type CostOf, climbedRungs, type Ladder, type Plan, totalCost, totalGain } from './rungs.ts';
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
}

/** The distance to a target and the cheapest plan that closes it. Levels are on the scale, gains in index points. */
export interface Gap {
  readonly from: Score;
  /** null if only a floor, domains or aspects are asked for, or the highest index. */
  readonly target: Target | null;
  /** The question as it was put to the optimiser. */
  readonly question: Question;
  /** `reached`: nothing to do; `impossible`: no plan keeps to targets and limits (then `steps` is empty). */
  readonly status: 'reached' | 'planned' | 'impossible';
  /** Score after the plan; equal to `from` when there is no step. */
  readonly reached: Score;
  readonly plan: Plan;
  /** One per indicator raised, by gain per cost descending, then in the instrument's order. */
  readonly steps: readonly Step[];
  /** Number of single level steps in the plan: 2 → 4 counts as two, 2.4 → 3 as one. */
  readonly levelSteps: number;
  readonly cost: number;
  /** True only if it is proven that no better plan by the objective exists. */
  readonly optimal: boolean;
  /** What the objective comes to, and what it is proven not to be better than. Months for `time`. */
  readonly value: Fraction | null;
  readonly bound: Fraction | null;
  /** Why there is no plan. */
  readonly conflict: Conflict | null;
  /** Quarters (0 = that of the start) found for the steps of OPD whose capacity binds. */
  readonly quarters: ReadonlyMap<StepKey, number>;
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
  const { year, opdOf = new Map<string, string>() } = options;
  const from = score(instrument, levels, year);
  const question = toQuestion(instrument, levels, from, target, options);
  const { ladders, constraints } = question;
  const outcome = isReached(question) ? reachedOutcome : await solve(question, options);
  const { plan } = outcome;
  const reached = score(instrument, new Map([...levels, ...plan]), year);
  if (outcome.status === 'planned' && target && reached.index.compare(target.index) < 0) {
    throw new Error(`The plan ends at ${reached.index.toFraction()}, below ${target.index.toFraction()}`);
  }
  const rungs = climbedRungs(ladders, plan);
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

type Outcome = Pick<Gap, 'status' | 'plan' | 'optimal' | 'value' | 'bound' | 'conflict' | 'quarters'>;

const nothing = { plan: new Map(), value: null, bound: null, conflict: null, quarters: new Map() };
const reachedOutcome: Outcome = { ...nothing, status: 'reached', optimal: true };

async function solve(question: Question, { objective }: GapOptions): Promise<Outcome> {
  const { found, months } = objective === 'time' ? await solveFastest(question) : await solveOnce(question);
  switch (found.status) {
    case 'found': {
      const { plan, optimal, quarters } = found;
      const { value, bound } = months ? { value: months, bound: months } : found;
      return { status: 'planned', plan, optimal, quarters, value, bound, conflict: null };
    }
    case 'infeasible':
      return { ...nothing, status: 'impossible', optimal: false, conflict: await explainConflict(question) };
    case 'failed':
      // Where there are no limits the plain rule always has an answer, though not the best.
      if (question.constraints.every(isTarget) && question.avoid.length === 0) {
        const plan = raiseLowestFirst(question.ladders, question.constraints);
        return { ...nothing, status: 'planned', plan, optimal: false };
      }
      throw new Error('The solver found no plan within its limits');
  }
}

async function solveOnce(question: Question): Promise<{ found: Found; months?: Fraction }> {
  return { found: await findPlan(question) };
}

async function solveFastest(question: Question): Promise<{ found: Found; months?: Fraction }> {
  const deadline = constraintOf(question.constraints, 'deadline');
  if (!deadline) throw new Error('The shortest time is asked for without a start');
  const fastest = await findFastest(question, deadline.start);
  if (!fastest) return { found: { status: 'infeasible' } };
  return { found: fastest.found, months: exact(fastest.end - deadline.start + 1) };
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
