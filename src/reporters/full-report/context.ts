import { Fraction } from 'fraction.js';
import type { Distribution, PeerStanding } from '../../assessment/peers.ts';
import type { Trend, TrendPoint } from '../../assessment/trend.ts';
import type { ReportDocument } from '../../contract/report.ts';
import type { PublishedResult } from '../../instrument/benchmarks.ts';
import type { Instrument } from '../../instrument/instrument.ts';
import { roundedNumber } from '../number.ts';
import { kindWord, measureWords, sayStatement } from '../trend-words.ts';
import type { Past, PeerFindings } from './compose.ts';

/** Enough to draw the way; more belongs to `spbe trend`. */
const mostStatements = 8;

/** The result of an earlier year; its parts count only where the instrument is the same. */
export function pastOf(
  { year, index, predicate, instrument, source, kind, groups }: TrendPoint,
  own: Instrument,
  levels: ReadonlyMap<string, number>,
): Past {
  const { decimals } = own.rounding;
  const isComparable = instrument === own.id;
  return {
    year,
    index: roundedNumber(index.value, decimals),
    predicate,
    instrument,
    source: `${kindWord(kind)}, ${source}`,
    isComparable,
    groups: new Map([...groups].map(([id, { value }]) => [id, roundedNumber(value, decimals)])),
    levels,
  };
}

/** The years before, as far as more than one is known. */
export function trendOf(
  { segments, statements }: Trend,
  instruments: ReadonlyMap<string, Instrument>,
): ReportDocument['trend'] {
  if (segments.flatMap(({ points }) => points).length < 2) return null;
  return {
    segments: segments.map(({ measure, instrument, points }) => ({
      instrument: `${instrument.name}, ${measureWords[measure]}`,
      points: points.map(({ year, index, predicate, kind, source }) => ({
        year,
        index: roundedNumber(index.value, instrument.rounding.decimals),
        predicate,
        kind: kindWord(kind),
        source,
      })),
    })),
    statements: statements.slice(0, mostStatements).map((one) => sayStatement(one, instruments)),
  };
}

interface Alike {
  readonly kind: string;
  readonly year: number;
  readonly rows: readonly PublishedResult[];
  readonly instrument: Instrument;
}

/** Where the index stands among the published ones of its kind; null if none was published. */
export function peersOf(
  standing: PeerStanding,
  { kind, year, rows, instrument }: Alike,
): PeerFindings | null {
  const { distribution, rank, of, sharedWith, percentile, above } = standing;
  if (distribution === null || percentile === null) return null;
  const { decimals } = instrument.rounding;
  const shown = (value: Fraction) => roundedNumber(value, decimals);
  return {
    ...{ year, kind, count: of, rank, tied: sharedWith.length },
    percentile: roundedNumber(percentile, 1),
    ...spread(distribution, shown),
    above: above.map(({ name, value }) => ({ name, index: shown(value) })),
    source: `hasil evaluasi ${year} yang diumumkan KemenPANRB, ${rows.length} ${kind}`,
    groups: domainMeans(rows, instrument),
  };
}

function spread(
  { min, lowerQuartile, median, upperQuartile, max, mean, histogram }: Distribution,
  shown: (value: Fraction) => number,
) {
  return {
    least: shown(min),
    lowerQuartile: shown(lowerQuartile),
    median: shown(median),
    upperQuartile: shown(upperQuartile),
    most: shown(max),
    mean: shown(mean),
    histogram: histogram.map(({ from, to, count }) => ({ from: from.valueOf(), to: to.valueOf(), count })),
  };
}

/** Of the domains in their order; one that nobody published has none. */
function domainMeans(
  rows: readonly PublishedResult[],
  { groups, rounding }: Instrument,
): Map<string, number> {
  const domains = groups.filter(({ kind }) => kind === 'domain');
  return new Map(
    domains.flatMap(({ id }, position): [string, number][] => {
      const printed = rows.flatMap(({ domains: own }) => own[position] ?? []);
      if (printed.length === 0) return [];
      const sum = printed.reduce((total, text) => total.add(new Fraction(text)), new Fraction(0));
      return [[id, roundedNumber(sum.div(printed.length), rounding.decimals)]];
    }),
  );
}
