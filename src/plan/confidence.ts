import { Fraction } from 'fraction.js';
import { constraintOf } from './constraint.ts';
import type { Gap } from './gap.ts';
import { commonUnit } from './program.ts';

export interface Confident {
  readonly gap: Gap;
  /** Chance that its targets hold. */
  readonly chance: Fraction;
  /** Index points planned beyond the target. */
  readonly margin: Fraction;
  /** Proven: no plan that reaches the target at all is cheaper than this one. */
  readonly optimal: boolean;
}

/**
 * A plan whose targets hold with the chance asked for: the margin above the target is doubled until a plan is safe
 * enough, then halved back as far as plans stay so. The result is checked, but a cheaper one may exist that spreads
 * its risk better, so it is called optimal only where it costs no more than the plan without a margin.
 * @param find the best plan with a margin of so many index points
 * @param chanceOf chance that a plan's targets hold
 * @returns null if no margin is enough
 */
export async function findConfident(
  find: (margin: Fraction) => Promise<Gap>,
  chanceOf: (gap: Gap) => Fraction,
  confidence: Fraction,
): Promise<Confident | null> {
  const first = await find(new Fraction(0));
  const { unit, most } = listMargins(first);
  const attempt = async (units: number): Promise<Confident | 'weak' | 'none'> => {
    const margin = unit.mul(units);
    const gap = units === 0 ? first : await find(margin);
    if (gap.status === 'impossible') return 'none';
    const chance = chanceOf(gap);
    if (chance.compare(confidence) < 0) return 'weak';
    const isCheapest = gap.value !== null && first.value !== null && gap.value.equals(first.value);
    return { gap, chance, margin, optimal: units === 0 || (first.optimal && isCheapest) };
  };
  let low = -1;
  let high = 0;
  let best = await attempt(high);
  while (best === 'weak' && high < most) {
    low = high;
    high = Math.min(most, Math.max(1, high * 2));
    best = await attempt(high);
  }
  while (best !== 'weak' && high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const found = await attempt(middle);
    if (found === 'weak') low = middle;
    else [high, best] = [middle, found];
  }
  return typeof best === 'string' ? null : best;
}

/** The unit in which margins differ, and how many of them lead to the top. */
function listMargins({ question: { ladders, constraints } }: Gap): { unit: Fraction; most: number } {
  const gains = ladders.flat().map(({ gain }) => gain);
  const unit = commonUnit(gains);
  const all = gains.reduce((sum, gain) => sum.add(gain), new Fraction(0));
  const needed = constraintOf(constraints, 'index')?.needed ?? new Fraction(0);
  return { unit, most: Math.max(0, Number(all.sub(needed).div(unit).floor().valueOf())) };
}
