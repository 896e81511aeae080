import { Fraction } from 'fraction.js';
import type { Instrument } from '../instrument/instrument.ts';
import { groupBy } from './group-by.ts';
import { bandOf } from './score.ts';
import type { Known, TrendKind, TrendMeasure, TrendPoint, YearResult } from './trend.ts';

const measures: readonly TrendMeasure[] = ['external', 'internal', 'claim'];
/** Which look of the Ministry's assessors stands above which. */
const externalKinds: readonly TrendKind[] = ['document', 'interview', 'visit', 'final'];

/** One point a year, measure and instrument: the last stage, and of that the most exact source; by measure and year. */
export function mergeYears(
  results: readonly YearResult[],
  instruments: ReadonlyMap<string, Instrument>,
): TrendPoint[] {
  const keyed = groupBy(results, ({ year, kind, instrument }) =>
    JSON.stringify([year, measureOf(kind), instrument]),
  );
  const begins = (point: TrendPoint) => instrumentOf(point, instruments).years.from;
  return [...keyed.values()]
    .map((same) => mergeOne(same, instruments))
    .sort(
      (a, b) =>
        measures.indexOf(a.measure) - measures.indexOf(b.measure) || a.year - b.year || begins(a) - begins(b),
    );
}

export function measureOf(kind: TrendKind): TrendMeasure {
  if (kind === 'self') return 'claim';
  return kind === 'assessor' ? 'internal' : 'external';
}

/** Half a unit of the last decimal: how far the exact value may lie from what is known; 0 if that is exact. */
export function slack({ decimals }: Known): Fraction {
  return decimals === null ? new Fraction(0) : new Fraction(1n, 2n * 10n ** BigInt(decimals));
}

export function instrumentOf(
  { instrument: id }: Pick<YearResult, 'instrument'>,
  instruments: ReadonlyMap<string, Instrument>,
): Instrument {
  const found = instruments.get(id);
  if (found === undefined) throw new Error(`No instrument ${id}`);
  return found;
}

function mergeOne(same: readonly YearResult[], instruments: ReadonlyMap<string, Instrument>): TrendPoint {
  // A stable sort: between equals the order given decides.
  const [best, ...rest] = same.toSorted(
    (a, b) =>
      rankOf(b.kind) - rankOf(a.kind) ||
      slack(a.index).compare(slack(b.index)) ||
      b.groups.size - a.groups.size,
  );
  if (best === undefined) throw new Error('A year without results');
  const others = rest.map((result) => ({ result, relation: relationOf(best, result) }));
  const richer = others.find(({ result, relation }) => relation === 'agrees' && result.groups.size > 0);
  return {
    ...best,
    ...predicateOf(best, instrumentOf(best, instruments)),
    groups: best.groups.size === 0 && richer ? richer.result.groups : best.groups,
    measure: measureOf(best.kind),
    others,
  };
}

/** What is published is the final result. */
function rankOf(kind: TrendKind): number {
  return externalKinds.indexOf(kind === 'published' ? 'final' : kind);
}

function relationOf(best: YearResult, other: YearResult): TrendPoint['others'][number]['relation'] {
  if (rankOf(other.kind) < rankOf(best.kind)) return 'earlier-stage';
  const apart = best.index.value.sub(other.index.value).abs();
  return apart.compare(slack(best.index).add(slack(other.index))) <= 0 ? 'agrees' : 'differs';
}

function predicateOf(
  { predicate, index, year }: YearResult,
  instrument: Instrument,
): Pick<TrendPoint, 'predicate' | 'otherPredicate'> {
  const { bandEdge, bands, rounding } = instrument;
  const nameAt = (value: Fraction) =>
    bands.some(({ from }) => value.compare(from) >= 0) ? bandOf(instrument, value, year).name : null;
  const found = predicate ?? nameAt(index.value);
  const basis = bandEdge.byYear.get(year) ?? bandEdge.basis;
  const isDecided = predicate !== null || (basis === 'rounded' && index.decimals === rounding.decimals);
  if (isDecided) return { predicate: found, otherPredicate: null };
  const around = [index.value.sub(slack(index)), index.value.add(slack(index))].map(nameAt);
  return { predicate: found, otherPredicate: around.find((name) => name !== null && name !== found) ?? null };
}
