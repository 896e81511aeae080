import { Fraction } from 'fraction.js';
import type { Ladder, Plan } from './rungs.ts';

/**
 * The plan as an integer program: how many of each group of twins climb each rung. All coefficients are whole
 * numbers, scaled from the exact ones, so nothing is lost on the way to the solver.
 */
export interface Program {
  readonly columns: readonly Column[];
  /** Σ gain × climbers must be at least this. */
  readonly needed: bigint;
}

/** One rung of one group of twins. */
export interface Column {
  /** The group's ladders, in the instrument's order; the first ones climb first. */
  readonly twins: readonly Ladder[];
  /** Position of the rung on those ladders; the column before holds the rung below it. */
  readonly rung: number;
  readonly gain: bigint;
  readonly cost: bigint;
  /** Whole level climbed to. */
  readonly to: bigint;
}

/**
 * Twins are indicators with the same weight, level and costs: exchanging them changes nothing, so they share
 * columns. This takes the symmetry out of the program and settles the ties between them in the instrument's order.
 * @param needed index points still missing
 */
export function buildProgram(ladders: readonly Ladder[], needed: Fraction): Program {
  const rungs = groupTwins(ladders).flatMap((twins) =>
    (twins[0] ?? []).map((rung, position) => ({ twins, position, rung })),
  );
  const gainUnit = commonUnit(rungs.map(({ rung }) => rung.gain));
  const costUnit = commonUnit(rungs.map(({ rung }) => rung.cost));
  return {
    columns: rungs.map(({ twins, position, rung }) => ({
      twins,
      rung: position,
      gain: rung.gain.div(gainUnit).n,
      cost: rung.cost.div(costUnit).n,
      to: BigInt(rung.to),
    })),
    needed: needed.div(gainUnit).ceil().n,
  };
}

/** Turns a solution (climbers per column) back into levels. */
export function toPlan({ columns }: Program, climbers: readonly bigint[], ladders: readonly Ladder[]): Plan {
  const reached = new Map<string, number>();
  for (const [position, { twins, rung }] of columns.entries()) {
    for (const ladder of twins.slice(0, Number(climbers[position] ?? 0n))) {
      const { indicator, to } = ladder[rung] ?? {};
      if (indicator !== undefined && to !== undefined) reached.set(indicator, to);
    }
  }
  const ids = ladders.flatMap(([first]) => (first ? [first.indicator] : []));
  return new Map(
    ids.flatMap((id): [string, number][] => {
      const level = reached.get(id);
      return level === undefined ? [] : [[id, level]];
    }),
  );
}

function groupTwins(ladders: readonly Ladder[]): Ladder[][] {
  const groups = new Map<string, Ladder[]>();
  for (const ladder of ladders) {
    const key = ladder.map(({ to, gain, cost }) => `${to} ${gain.toFraction()} ${cost.toFraction()}`).join();
    groups.set(key, [...(groups.get(key) ?? []), ladder]);
  }
  return [...groups.values()];
}

/** The largest value of which every given one is a whole multiple; 1 if all are zero. */
function commonUnit(values: readonly Fraction[]): Fraction {
  const unit = values.reduce((sum, value) => sum.gcd(value), new Fraction(0));
  return unit.equals(0) ? new Fraction(1) : unit;
}
