import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { standAmong } from '../../../src/assessment/peers.ts';
import type { Trend, TrendPoint } from '../../../src/assessment/trend.ts';
import type { PublishedResult } from '../../../src/instrument/benchmarks.ts';
import { loadInstrument } from '../../../src/instrument/load.ts';
import { reportInBlocks } from '../../../src/reporters/full-report/blocks.ts';
import { pastOf, peersOf, trendOf } from '../../../src/reporters/full-report/context.ts';
import { kotaReport } from './report-samples.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

const point = (year: number, index: string): TrendPoint => ({
  ...{ year, kind: 'final', instrument: instrument.id, predicate: 'Baik', blanks: 0, source: 'LHE' },
  ...{ measure: 'external', otherPredicate: null, others: [] },
  index: { value: new Fraction(index), decimals: null },
  groups: new Map([['D1', { value: new Fraction('2.005'), decimals: null }]]),
});

test('a single year is no trend; two are rounded as they are shown', () => {
  const trend = (...points: TrendPoint[]): Trend => ({
    segments: [{ measure: 'external', instrument, points, changes: [] }],
    statements: [],
  });
  const instruments = new Map([[instrument.id, instrument]]);
  expect(trendOf(trend(point(2024, '2.975')), instruments)).toBeNull();
  expect(trendOf(trend(point(2023, '2.5'), point(2024, '2.975')), instruments)).toEqual({
    segments: [
      {
        instrument: 'PermenPANRB 59/2020, Hasil eksternal',
        points: [
          { year: 2023, index: 2.5, predicate: 'Baik', kind: 'eksternal', source: 'LHE' },
          { year: 2024, index: 2.98, predicate: 'Baik', kind: 'eksternal', source: 'LHE' },
        ],
      },
    ],
    statements: [],
  });
});

test('an earlier result can be compared under the same instrument only', async () => {
  const past = (own: typeof instrument) => pastOf(point(2024, '2.975'), own, new Map());
  expect(past(instrument)).toMatchObject({ index: 2.98, isComparable: true, source: 'eksternal, LHE' });
  expect(past(instrument).groups).toEqual(new Map([['D1', 2.01]]));
  expect(past(await loadInstrument('permenpanrb-5-2018')).isComparable).toBe(false);
});

test('peers: none without published ones, and no mean of a domain that nobody published', () => {
  const row = (name: string, index: string, domains: PublishedResult['domains']): PublishedResult => ({
    ...{ year: 2024, type: 'kota', name, index, predicate: 'Baik', domains },
  });
  const rows = [row('A', '3.00', ['3.00', null, null, null]), row('B', '2.00', ['2.01', null, null, '4.00'])];
  const found = (some: readonly PublishedResult[]) =>
    peersOf(
      standAmong(
        new Fraction('2.5'),
        some.map(({ name, index }) => ({ name, value: new Fraction(index) })),
        null,
      ),
      { kind: 'kota', year: 2024, rows: some, instrument },
    );
  expect(found([])).toBeNull();
  expect(found(rows)).toMatchObject({ rank: 2, count: 3, percentile: 50, least: 2, most: 3, mean: 2.5 });
  // 2.505 is rounded half up; D2 and D3 could not be read in any row.
  expect(found(rows)?.groups).toEqual(
    new Map([
      ['D1', 2.51],
      ['D4', 4],
    ]),
  );
});

test('a region at the top has no table of what holds it down', async () => {
  const document = await kotaReport();
  const sections = (one: typeof document) =>
    reportInBlocks(one).blocks.flatMap((block) => (block.kind === 'section' ? [block.text] : []));
  expect(sections(document)).toContain('Yang paling menahan indeks');
  const indicators = document.indicators.map((one) => ({ ...one, lost: 0 }));
  expect(sections({ ...document, indicators })).not.toContain('Yang paling menahan indeks');
});
