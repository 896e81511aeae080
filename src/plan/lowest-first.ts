import type { Fraction } from 'fraction.js';
import type { Constraint } from './constraint.ts';
import { type Ladder, type Plan, type Rung, totalGain } from './rungs.ts';

/**
 * The plain rule that plans are compared with: raise the indicator with the lowest level by one step, the first
 * in the instrument's order among equals, until the targets among the constraints are met or everything is at the
 * top. It knows no limits.
 */
export function raiseLowestFirst(ladders: readonly Ladder[], constraints: readonly Constraint[]): Plan {
  const rungs = ladders.flat();
  const taken = new Set<Rung>();
  for (const rung of rungs.toSorted((a, b) => a.from - b.from)) {
    if (isMet(rungs, taken, constraints)) break;
    taken.add(rung);
  }
  return new Map(rungs.flatMap((rung) => (taken.has(rung) ? [[rung.indicator, rung.to]] : [])));
}

function isMet(
  rungs: readonly Rung[],
  taken: ReadonlySet<Rung>,
  constraints: readonly Constraint[],
): boolean {
  const isGained = (needed: Fraction, counts: (indicator: string) => boolean) =>
    totalGain([...taken].filter(({ indicator }) => counts(indicator))).compare(needed) >= 0;
  return constraints.every((one) => {
    if (one.kind === 'index') return isGained(one.needed, () => true);
    if (one.kind === 'group') return isGained(one.needed, (indicator) => one.indicators.has(indicator));
    if (one.kind !== 'floor') return true;
    const low = rungs.filter(({ indicator, from }) => from < one.level && !one.exempt.has(indicator));
    return low.every((rung) => taken.has(rung));
  });
}
