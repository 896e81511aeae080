import { type Constraint, constraintOf } from './constraint.ts';
import { type Ladder, type Plan, type Rung, totalGain } from './rungs.ts';

/**
 * The plain rule that plans are compared with: raise the indicator with the lowest level by one step, the first
 * in the instrument's order among equals, until the targets among the constraints are met or everything is at the
 * top. It knows no limits.
 */
export function raiseLowestFirst(ladders: readonly Ladder[], constraints: readonly Constraint[]): Plan {
  const climbed = ladders.map(() => 0);
  const taken: Rung[] = [];
  while (!isMet(ladders, climbed, taken, constraints)) {
    const lowest = findLowest(ladders, climbed);
    const rung = ladders[lowest]?.[climbed[lowest] ?? 0];
    if (rung === undefined) break;
    climbed[lowest] = (climbed[lowest] ?? 0) + 1;
    taken.push(rung);
  }
  return new Map(
    ladders.flatMap((ladder, position): [string, number][] => {
      const last = ladder[(climbed[position] ?? 0) - 1];
      return last ? [[last.indicator, last.to]] : [];
    }),
  );
}

function isMet(
  ladders: readonly Ladder[],
  climbed: readonly number[],
  taken: readonly Rung[],
  constraints: readonly Constraint[],
): boolean {
  const floor = constraintOf(constraints, 'floor');
  const hasLow = ladders.some((ladder, position) => {
    const next = ladder[climbed[position] ?? 0];
    return floor && next && next.from < floor.level && !floor.exempt.has(next.indicator);
  });
  return (
    !hasLow &&
    constraints.every((one) => {
      if (one.kind === 'index') return totalGain(taken).compare(one.needed) >= 0;
      if (one.kind !== 'group') return true;
      const share = taken.filter(({ indicator }) => one.indicators.has(indicator));
      return totalGain(share).compare(one.needed) >= 0;
    })
  );
}

/** Position of the ladder whose next rung starts lowest; -1 if all are climbed. */
function findLowest(ladders: readonly Ladder[], climbed: readonly number[]): number {
  let lowest = -1;
  let level = Number.POSITIVE_INFINITY;
  for (const [position, ladder] of ladders.entries()) {
    const next = ladder[climbed[position] ?? 0];
    if (next && next.from < level) {
      lowest = position;
      level = next.from;
    }
  }
  return lowest;
}
