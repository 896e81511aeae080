import { Fraction } from 'fraction.js';
import type { Constraint } from './constraint.ts';
import { constraintOf, measure } from './constraint.ts';
import { findFastest } from './fastest.ts';
import { findPlan, hasPlan } from './find-plan.ts';
import type { Month } from './month.ts';
import type { Question } from './program.ts';
import type { Plan, Rung } from './rungs.ts';

/** Why there is no plan, and what would do. */
export interface Conflict {
  /** These clash; without any one of them the others can be kept. */
  readonly between: readonly Constraint[];
  /** The highest index that the limits leave; null if not even they can be kept together. */
  readonly best: Plan | null;
  /** If the deadline takes part: the month by whose end a plan is possible; null if none is. */
  readonly possibleBy: Month | null;
  /** If the budget takes part: the least that is enough, in its measure; null if nothing is. */
  readonly enough: Fraction | null;
}

/** Constraints that say where to go; the others limit how. */
export function isTarget({ kind }: Constraint): boolean {
  return kind === 'index' || kind === 'group' || kind === 'floor';
}

/** Explains a question that has no plan: leaves out one constraint after the other as long as it stays without. */
export async function explainConflict(question: Question): Promise<Conflict> {
  let between = question.constraints;
  for (const one of question.constraints) {
    const others = between.filter((other) => other !== one);
    if ((await hasPlan({ ...question, constraints: others })) === false) between = others;
  }
  const limits = question.constraints.filter((one) => !isTarget(one));
  const best = await findPlan({ ...question, constraints: limits, objective: 'index' });
  return {
    between,
    best: best.status === 'found' ? best.plan : null,
    possibleBy: await findPossibleMonth(question, between),
    enough: await findEnough(question, between),
  };
}

async function findPossibleMonth(question: Question, between: readonly Constraint[]): Promise<Month | null> {
  const deadline = constraintOf(between, 'deadline');
  if (!deadline) return null;
  const constraints = question.constraints.filter(({ kind }) => kind !== 'deadline');
  return (await findFastest({ ...question, constraints }, deadline.start))?.end ?? null;
}

async function findEnough(question: Question, between: readonly Constraint[]): Promise<Fraction | null> {
  const budget = constraintOf(between, 'budget');
  if (!budget) return null;
  const priced = (rung: Rung): Rung => ({ ...rung, cost: measure(rung, budget.measure, new Fraction(1)) });
  const found = await findPlan({
    ...question,
    ladders: question.ladders.map((ladder) => ladder.map(priced)),
    constraints: question.constraints.filter(({ kind }) => kind !== 'budget'),
    objective: 'cost',
  });
  return found.status === 'found' ? found.value : null;
}
