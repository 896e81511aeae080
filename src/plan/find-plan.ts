import type { Fraction } from 'fraction.js';
import { keyOf, type StepKey } from './chain.ts';
import { product, type Row, solveInteger } from './highs.ts';
import { buildProgram, type Program, type Question, toPlan } from './program.ts';
import { climbedRungs, type Plan } from './rungs.ts';

export type Found =
  | {
      readonly status: 'found';
      readonly plan: Plan;
      /** True only if the solver proved it, and the exact check of its answer holds. */
      readonly optimal: boolean;
      /** What the first objective comes to, and what it cannot be better than; equal if optimal. */
      readonly value: Fraction;
      readonly bound: Fraction;
      /** Quarter (0 = that of the start) in which each step of an OPD with a binding capacity ends. */
      readonly quarters: ReadonlyMap<StepKey, number>;
    }
  /** Proven: no plan keeps to the constraints. */
  | { readonly status: 'infeasible' }
  /** The solver failed, or found nothing within its limits. */
  | { readonly status: 'failed' };

/**
 * Beyond this, sums in the solver's floating point are no longer sure to tell two whole numbers apart; the plan is
 * still checked exactly, but optimality is not claimed.
 */
const largestTrusted = 2n ** 40n;

/**
 * The best plan under the question's constraints. Ties are settled in turn; what is still equal then is left to the
 * solver, which runs on one thread and by no clock, so the same input gives the same plan:
 * 1. the fewest level steps;
 * 2. the sum of the levels climbed to is smallest: going from 1 to 2 is easier than from 4 to 5;
 * 3. the index reached is highest: a cushion at no cost, should an assessor grant less than was claimed;
 * 4. between indicators that nothing tells apart, the first in the instrument's order goes higher.
 */
export async function findPlan(question: Question): Promise<Found> {
  const program = buildProgram(question);
  const { objective, model } = program;
  const best = await solveInteger({ ...model, objective });
  if (best === null) return { status: 'failed' };
  if (best === 'infeasible') return { status: isTrusted(program) ? 'infeasible' : 'failed' };
  const values = await settleTies(program, best.values);
  const optimal = best.optimal && isTrusted(program);
  const value = product(objective, best.values);
  const plan = toPlan(program, values, question.ladders);
  return {
    status: 'found',
    plan,
    optimal,
    value: program.unit.mul(value),
    bound: program.unit.mul(optimal ? value : lowerBound(best.bound, value)),
    quarters: listQuarters(program.times, values, question, plan),
  };
}

/** Whether any plan keeps to the constraints; null if the solver does not know. */
export async function hasPlan(question: Question): Promise<boolean | null> {
  const program = buildProgram(question);
  const { upper, rows } = program.model;
  const found = await solveInteger({ objective: upper.map(() => 0n), upper, rows });
  if (found === null) return null;
  return found !== 'infeasible' || (isTrusted(program) ? false : null);
}

/** Minimizes each tie-break among the best of those before it. */
async function settleTies(
  { model, objective: first, tieBreaks }: Program,
  best: readonly bigint[],
): Promise<readonly bigint[]> {
  const rows: Row[] = [...model.rows];
  let held = first;
  let values = best;
  for (const objective of tieBreaks) {
    // With every step at the same cost, fewest steps has been asked for already.
    if (objective.every((one, column) => one === held[column])) continue;
    rows.push({ entries: toEntries(held), low: null, high: product(held, values) });
    held = objective;
    const next = await solveInteger({ objective, upper: model.upper, rows }, values);
    if (
      next === null ||
      next === 'infeasible' ||
      product(objective, next.values) > product(objective, values)
    )
      break;
    values = next.values;
  }
  return values;
}

function toEntries(coefficients: readonly bigint[]): Row['entries'] {
  return coefficients.flatMap((value, column) => (value === 0n ? [] : [[column, value] as const]));
}

/** The objective is whole: it cannot lie below the solver's bound rounded up. */
function lowerBound(bound: number, value: bigint): bigint {
  if (!Number.isFinite(bound)) return 0n;
  const whole = BigInt(Math.ceil(bound - 1e-6));
  return whole < value ? whole : value;
}

function isTrusted({ model: { upper, rows }, objective }: Program): boolean {
  const largest = (entries: Row['entries']) =>
    entries.reduce((sum, [column, value]) => sum + (value < 0n ? -value : value) * (upper[column] ?? 0n), 0n);
  return (
    rows.every(({ entries, low }) => largest(entries) <= largestTrusted && (low ?? 0n) <= largestTrusted) &&
    largest(toEntries(objective)) <= largestTrusted
  );
}

/** Of twins the first ones climb first, so the n-th of them is done when n are. */
function listQuarters(
  times: Program['times'],
  values: readonly bigint[],
  { ladders }: Question,
  plan: Plan,
): ReadonlyMap<StepKey, number> {
  const chosen = new Set(climbedRungs(ladders, plan).map(keyOf));
  const quarters = new Map<StepKey, number>();
  for (const [{ rungs }, row] of times) {
    for (const [order, rung] of rungs.entries()) {
      const quarter = row.findIndex((column) => column !== null && (values[column] ?? 0n) > order);
      if (quarter !== -1 && chosen.has(keyOf(rung))) quarters.set(keyOf(rung), quarter);
    }
  }
  return quarters;
}
