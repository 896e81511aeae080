import type { Fraction } from 'fraction.js';
import type { Ladder, Plan } from './rungs.ts';

/**
 * The plain rule that plans are compared with: raise the indicator with the lowest level by one step, the first
 * in the instrument's order among equals, until the exact gain is enough or everything is at the top.
 * @param needed index points still missing
 */
export function raiseLowestFirst(ladders: readonly Ladder[], needed: Fraction): Plan {
  const climbed = ladders.map(() => 0);
  for (let missing = needed; missing.compare(0) > 0; ) {
    const lowest = findLowest(ladders, climbed);
    const rung = ladders[lowest]?.[climbed[lowest] ?? 0];
    if (rung === undefined) break;
    climbed[lowest] = (climbed[lowest] ?? 0) + 1;
    missing = missing.sub(rung.gain);
  }
  return new Map(
    ladders.flatMap((ladder, position): [string, number][] => {
      const last = ladder[(climbed[position] ?? 0) - 1];
      return last ? [[last.indicator, last.to]] : [];
    }),
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
