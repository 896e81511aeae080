import type { Fraction } from 'fraction.js';
import { exact } from '../assessment/score.ts';
import type { StepKey } from './chain.ts';
import { type Conflict, explainConflict, isTarget } from './conflict.ts';
import { constraintOf } from './constraint.ts';
import { findFastest } from './fastest.ts';
import { type Found, findPlan } from './find-plan.ts';
import { raiseLowestFirst } from './lowest-first.ts';
import type { Question } from './program.ts';
import { isReached } from './question.ts';
import type { Plan } from './rungs.ts';

/** The answer to a question. */
export interface Outcome {
  /** `reached`: nothing to do; `impossible`: no plan keeps to targets and limits (then `plan` is empty). */
  readonly status: 'reached' | 'planned' | 'impossible';
  readonly plan: Plan;
  /** True only if it is proven that no better plan by the objective exists. */
  readonly optimal: boolean;
  /** What the objective comes to, and what it is proven not to be better than. Months for the shortest time. */
  readonly value: Fraction | null;
  readonly bound: Fraction | null;
  /** Why there is no plan; null also if nobody asked. */
  readonly conflict: Conflict | null;
  /** Quarters (0 = that of the start) found for the steps of OPD whose capacity binds. */
  readonly quarters: ReadonlyMap<StepKey, number>;
}

const nothing = { plan: new Map(), value: null, bound: null, conflict: null, quarters: new Map() };

/**
 * @param fastest the shortest time before everything else; needs a deadline, which says when work begins
 * @param explain whether to find out why, where there is no plan
 * @throws Error (a bug) if the solver fails where no plain rule helps
 */
export async function solve(question: Question, fastest: boolean, explain: boolean): Promise<Outcome> {
  if (isReached(question)) return { ...nothing, status: 'reached', optimal: true };
  const { found, months } = fastest ? await solveFastest(question) : { found: await findPlan(question) };
  switch (found.status) {
    case 'found': {
      const { plan, optimal, quarters } = found;
      const { value, bound } = months ? { value: months, bound: months } : found;
      return { status: 'planned', plan, optimal, quarters, value, bound, conflict: null };
    }
    case 'infeasible': {
      const conflict = explain ? await explainConflict(question) : null;
      return { ...nothing, status: 'impossible', optimal: false, conflict };
    }
    case 'failed':
      // Where there are no limits the plain rule always has an answer, though not the best.
      if (question.constraints.every(isTarget) && question.avoid.length === 0) {
        const plan = raiseLowestFirst(question.ladders, question.constraints);
        return { ...nothing, status: 'planned', plan, optimal: false };
      }
      throw new Error('The solver found no plan within its limits');
  }
}

async function solveFastest(question: Question): Promise<{ found: Found; months?: Fraction }> {
  const deadline = constraintOf(question.constraints, 'deadline');
  if (!deadline) throw new Error('The shortest time is asked for without a start');
  const fastest = await findFastest(question, deadline.start);
  if (!fastest) return { found: { status: 'infeasible' } };
  return { found: fastest.found, months: exact(fastest.end - deadline.start + 1) };
}
