import { Fraction } from 'fraction.js';
import { roundHalfUp } from './score.ts';

/** An institution and the value it is compared by. */
export interface Peer {
  readonly name: string;
  readonly value: Fraction;
}

/** Where one value stands among those of others. Everything is exact; nothing is rounded but `own`. */
export interface PeerStanding {
  /** The value that is compared: rounded to two decimals, as the others are published. */
  readonly own: Fraction;
  /** 1 + how many others lie above; equal values share a rank and the next ones are left out (1-2-2-4). */
  readonly rank: number;
  /** How many are ranked: the others and the own one. */
  readonly of: number;
  /** Names of the others with the same value. */
  readonly sharedWith: readonly string[];
  /** How many of the others lie below. */
  readonly below: number;
  /** Percent of the others that lie below; null without others. */
  readonly percentile: Fraction | null;
  /** The nearest value above and who has it; null at the top. */
  readonly next: { readonly distance: Fraction; readonly peers: readonly Peer[] } | null;
  /** Those above, the nearest first; equal ones by name. At most `nearest`. */
  readonly above: readonly Peer[];
  /** Of the values as published: the own published one, if there is one, takes part; `own` does not. */
  readonly distribution: Distribution | null;
}

/** How values spread. Quartiles as in Excel's QUARTILE.INC: between two values, in proportion. */
export interface Distribution {
  readonly count: number;
  readonly mean: Fraction;
  readonly min: Fraction;
  readonly lowerQuartile: Fraction;
  readonly median: Fraction;
  readonly upperQuartile: Fraction;
  readonly max: Fraction;
  /** Without hole, from the first class with a value in it to the last. */
  readonly histogram: readonly HistogramClass[];
}

/** Values from `from` (included) up to `to` (not included, but for the top of the scale). */
export interface HistogramClass {
  readonly from: Fraction;
  readonly to: Fraction;
  readonly count: number;
}

/** Names shown above one's own. */
const nearest = 5;
const scaleTop = 5;
/** Classes of a quarter: eight to twelve rows for every kind of institution. */
const classesPerLevel = 4;

/**
 * Ranks a value among published ones.
 * @param value exact; it is rounded half up to two decimals first, since the others are known no better
 * @param published of one group and year
 * @param self whose value it is: the published value of that name is not ranked against it
 */
export function standAmong(value: Fraction, published: readonly Peer[], self: string | null): PeerStanding {
  const own = new Fraction(roundHalfUp(value, 2));
  const others = published.filter(({ name }) => name !== self);
  const above = others
    .filter((peer) => peer.value.compare(own) > 0)
    .toSorted((a, b) => a.value.compare(b.value) || (a.name < b.name ? -1 : 1));
  const sharedWith = others.filter((peer) => peer.value.equals(own)).map(({ name }) => name);
  const below = others.length - above.length - sharedWith.length;
  const first = above[0];
  return {
    own,
    rank: above.length + 1,
    of: others.length + 1,
    sharedWith,
    below,
    percentile: others.length === 0 ? null : new Fraction(below * 100, others.length),
    next: first
      ? {
          distance: first.value.sub(own),
          peers: above.filter((peer) => peer.value.equals(first.value)),
        }
      : null,
    above: above.slice(0, nearest),
    distribution: distributionOf(published.map((peer) => peer.value)),
  };
}

/** null of nothing. Values on the scale 0–5. */
export function distributionOf(values: readonly Fraction[]): Distribution | null {
  const sorted = values.toSorted((a, b) => a.compare(b));
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  return {
    count: sorted.length,
    mean: sorted.reduce((sum, one) => sum.add(one), new Fraction(0)).div(sorted.length),
    min,
    lowerQuartile: quantile(sorted, new Fraction(1, 4)),
    median: quantile(sorted, new Fraction(1, 2)),
    upperQuartile: quantile(sorted, new Fraction(3, 4)),
    max,
    histogram: histogramOf(sorted),
  };
}

function quantile(sorted: readonly Fraction[], share: Fraction): Fraction {
  const at = share.mul(sorted.length - 1);
  const whole = Math.floor(at.valueOf());
  const [low, high] = [sorted[whole] as Fraction, sorted[whole + 1]];
  return high === undefined ? low : low.add(high.sub(low).mul(at.sub(whole)));
}

function histogramOf(sorted: readonly Fraction[]): HistogramClass[] {
  const classes = sorted.map(classOf);
  const [first, last] = [classes[0] ?? 0, classes.at(-1) ?? 0];
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    from: new Fraction(first + index, classesPerLevel),
    to: new Fraction(first + index + 1, classesPerLevel),
    count: classes.filter((one) => one === first + index).length,
  }));
}

/** Number of the class a value falls in; the top of the scale belongs to the last one. */
function classOf(value: Fraction): number {
  const number = Math.floor(value.mul(classesPerLevel).valueOf());
  return Math.min(number, scaleTop * classesPerLevel - 1);
}
