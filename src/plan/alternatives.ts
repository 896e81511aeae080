import type { Levels } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { findGap, type Gap, type GapOptions } from './gap.ts';
import type { Target } from './target.ts';

/**
 * The best plans that differ, the best one first: each is the best of those that are not one of the plans before it.
 * Plans that only exchange indicators of equal weight, level and cost count as the same.
 * @param first the best plan; anything but a planned one has no alternatives
 * @param most how many plans in all
 */
export async function findAlternatives(
  instrument: Instrument,
  levels: Levels,
  target: Target | null,
  options: GapOptions,
  first: Gap,
  most: number,
): Promise<Gap[]> {
  const found = [first];
  while (first.status === 'planned' && found.length < most) {
    const avoid = found.map(({ plan }) => plan);
    const next = await findGap(instrument, levels, target, { ...options, avoid, explain: false });
    if (next.status !== 'planned') break;
    found.push(next);
  }
  return found;
}
