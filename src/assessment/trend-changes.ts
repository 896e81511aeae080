import { Fraction } from 'fraction.js';
import type { Group, Instrument } from '../instrument/instrument.ts';
import { roundHalfUp } from './score.ts';
import type { TrendChange, TrendPart, TrendParts, TrendPoint } from './trend.ts';
import { slack } from './trend-points.ts';

/** From each year of a segment to the next, and which domain or aspect brought how much of it. */
export function findChanges(points: readonly TrendPoint[], instrument: Instrument): TrendChange[] {
  const tops = instrument.groups.filter(({ parent }) => parent === null);
  const aspects = instrument.groups.filter(({ parent }) => parent !== null);
  return points.slice(1).flatMap((to, position) => {
    const from = points[position];
    if (from === undefined) return [];
    const difference = to.index.value.sub(from.index.value);
    const ends = { from, to, difference, uncertainty: slack(from.index).add(slack(to.index)) };
    return {
      ...ends,
      direction: directionOf(from, to, instrument.rounding.decimals),
      byTop: findParts(ends, tops),
      byAspect: findParts(ends, aspects),
    };
  });
}

function directionOf(from: TrendPoint, to: TrendPoint, decimals: number): TrendChange['direction'] {
  const shown = ({ index }: TrendPoint) => new Fraction(roundHalfUp(index.value, decimals));
  const order = shown(to).compare(shown(from));
  if (order === 0) return 'same';
  return order > 0 ? 'rise' : 'fall';
}

type Ends = Pick<TrendChange, 'from' | 'to' | 'difference' | 'uncertainty'>;

/** null if not one of the groups is known in both years. */
function findParts({ from, to, difference, uncertainty }: Ends, groups: readonly Group[]): TrendParts | null {
  const parts = groups.flatMap((group): TrendPart[] => {
    const [before, after] = [from.groups.get(group.id), to.groups.get(group.id)];
    if (before === undefined || after === undefined) return [];
    const share = (value: Fraction) => group.weight.mul(value).div(100);
    return [
      {
        group,
        from: before,
        to: after,
        points: share(after.value.sub(before.value)),
        uncertainty: share(slack(before).add(slack(after))),
      },
    ];
  });
  if (parts.length === 0) return null;
  const known = new Set(parts.map(({ group }) => group.id));
  const unknown = groups.filter(({ id }) => !known.has(id));
  const rest = parts.reduce((left, { points }) => left.sub(points), difference);
  const isRounded = [uncertainty, ...parts.map((part) => part.uncertainty)].some((one) => !one.equals(0));
  return { parts, unknown, rest, isExact: !isRounded && unknown.length === 0 && rest.equals(0) };
}
