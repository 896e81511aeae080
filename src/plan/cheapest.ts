import type { Fraction } from 'fraction.js';
import { product, type Row, solveInteger } from './highs.ts';
import { raiseLowestFirst } from './lowest-first.ts';
import { buildProgram, type Program, toPlan } from './program.ts';
import type { Ladder, Plan } from './rungs.ts';

export interface CheapestPlan {
  readonly plan: Plan;
  /** True only if the solver proved it, and the exact check of its answer holds. */
  readonly optimal: boolean;
}

/**
 * Beyond this, sums in the solver's floating point are no longer sure to tell two whole numbers apart; the plan is
 * still checked exactly, but optimality is not claimed.
 */
const largestTrusted = 2n ** 40n;

/**
 * The cheapest plan that gains at least `needed` index points. Ties are settled in three steps; what is still equal
 * then is left to the solver, which runs on one thread and by no clock, so the same input gives the same plan:
 * 1. the sum of the levels climbed to is smallest: going from 1 to 2 is easier than from 4 to 5;
 * 2. the index reached is highest: a cushion at no cost, should an assessor grant less than was claimed;
 * 3. between indicators of equal weight, level and costs, the first in the instrument's order goes higher.
 * Should the solver fail, the plain rule's plan is returned, not called optimal.
 * @param needed index points, at most what all ladders together give
 */
export async function findCheapest(ladders: readonly Ladder[], needed: Fraction): Promise<CheapestPlan> {
  if (needed.compare(0) <= 0) return { plan: new Map(), optimal: true };
  const program = buildProgram(ladders, needed);
  const solution = await minimizeInTurn(program);
  if (solution === null) return { plan: raiseLowestFirst(ladders, needed), optimal: false };
  return { plan: toPlan(program, solution.climbers, ladders), optimal: solution.optimal };
}

/** Minimizes cost, then each tie-break among the best of those before it. */
async function minimizeInTurn(
  program: Program,
): Promise<{ climbers: readonly bigint[]; optimal: boolean } | null> {
  const { columns } = program;
  const upper = columns.map(({ twins }) => BigInt(twins.length));
  const costs = columns.map(({ cost }) => cost);
  const tieBreaks = [columns.map(({ to }) => to), columns.map(({ gain }) => -gain)];
  const rows = listRows(program);
  const cheapest = await solveInteger({ objective: costs, upper, rows });
  if (cheapest === null) return null;
  const optimal = cheapest.optimal && isTrusted(program);
  let climbers = cheapest.values;
  let held = costs;
  for (const objective of tieBreaks) {
    rows.push({ entries: toEntries(held), low: null, high: product(held, climbers) });
    const next = await solveInteger({ objective, upper, rows }, climbers);
    if (next === null || product(objective, next.values) > product(objective, climbers)) break;
    climbers = next.values;
    held = objective;
  }
  return { climbers, optimal };
}

/** The gain must suffice, and no more may stand on a rung than on the one below it. */
function listRows({ columns, needed }: Program): Row[] {
  const gains = { entries: toEntries(columns.map(({ gain }) => gain)), low: needed, high: null };
  const steps = columns.flatMap(({ rung }, column): Row[] =>
    rung === 0
      ? []
      : [
          {
            entries: [
              [column - 1, 1n],
              [column, -1n],
            ],
            low: 0n,
            high: null,
          },
        ],
  );
  return [gains, ...steps];
}

function toEntries(coefficients: readonly bigint[]): Row['entries'] {
  return coefficients.flatMap((value, column) => (value === 0n ? [] : [[column, value] as const]));
}

function isTrusted({ columns, needed }: Program): boolean {
  const all = columns.map(({ twins }) => BigInt(twins.length));
  const gain = product(
    all,
    columns.map((column) => column.gain),
  );
  const cost = product(
    all,
    columns.map((column) => column.cost),
  );
  return [gain, cost, needed].every((sum) => sum <= largestTrusted);
}
