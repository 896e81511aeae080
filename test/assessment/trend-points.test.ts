import { describe, expect, test } from 'vitest';
import type { TrendPoint, YearResult } from '../../src/assessment/trend.ts';
import { measureOf, mergeYears } from '../../src/assessment/trend-points.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';
import { known, makeYear } from './make-year.ts';

const packs = await Promise.all((await listInstruments()).map(loadInstrument));
const instruments = new Map(packs.map((one) => [one.id, one]));
const merge = (...results: readonly YearResult[]) => mergeYears(results, instruments);

/** What became of the results of one year. */
function merged(...results: readonly YearResult[]) {
  const [point, ...more] = merge(...results);
  expect(more).toEqual([]);
  return {
    source: point?.source,
    groups: [...(point?.groups.keys() ?? [])].join(' '),
    others: point?.others.map(({ result, relation }) => `${result.source} ${relation}`),
  };
}

describe('years in a line', () => {
  test('external results first, then the internal assessor’s, then claims; each by year, then by instrument', () => {
    const older = { instrument: 'permenpanrb-5-2018' };
    const points = merge(
      makeYear(2021, '4', {}, { kind: 'self' }),
      makeYear(2020, '2.60'),
      makeYear(2020, '2.50', {}, older),
      makeYear(2022, '3', {}, { kind: 'assessor' }),
      makeYear(2019, '2.40', {}, { ...older, kind: 'visit' }),
      makeYear(2020, '1.10', {}, { instrument: 'permenpanrb-8-2026' }),
    );
    expect(points.map(({ measure, year, instrument }) => `${measure} ${year} ${instrument}`)).toEqual([
      'external 2019 permenpanrb-5-2018',
      'external 2020 permenpanrb-5-2018',
      'external 2020 permenpanrb-59-2020',
      'external 2020 permenpanrb-8-2026',
      'internal 2022 permenpanrb-59-2020',
      'claim 2021 permenpanrb-59-2020',
    ]);
    const kinds = ['self', 'assessor', 'document', 'interview', 'visit', 'final', 'published'] as const;
    expect(kinds.map(measureOf).join(' ')).toBe(
      'claim internal external external external external external',
    );
  });

  test('of an instrument that nobody knows are a bug', () => {
    expect(() => merge(makeYear(2024, '3', {}, { instrument: 'x' }))).toThrow('No instrument x');
  });
});

describe('of several sources of a year', () => {
  const of = (source: string, index: string, more: Partial<YearResult> = {}, decimals: number | null = 2) =>
    makeYear(2024, known(index, decimals), {}, { ...more, source });

  test('the last stage counts; what is published is the final one', () => {
    const stages = (['document', 'visit', 'published', 'interview'] as const).map((kind) =>
      of(kind, '3.60', { kind }),
    );
    expect(merged(...stages)).toEqual({
      ...{ source: 'published', groups: '' },
      others: ['visit earlier-stage', 'interview earlier-stage', 'document earlier-stage'],
    });
    expect(merged(of('a', '3.60'), of('b', '3.60', { kind: 'final' })).others).toEqual(['b agrees']);
  });

  test('then the most exact, then the one with most groups, then the first', () => {
    const some = (source: string, count: number, decimals = 2) =>
      makeYear(
        2024,
        known('3.60', decimals),
        Object.fromEntries(Array.from({ length: count }, (_, at) => [`D${at + 1}`, '3'])),
        { source },
      );
    expect(merged(some('one', 1), some('three', 3), some('two', 2), some('two too', 2)).others).toEqual([
      'two agrees',
      'two too agrees',
      'one agrees',
    ]);
    expect(merged(some('three', 3), some('exact', 0, 4), some('more exact', 0, 5))).toEqual({
      ...{ source: 'more exact', groups: 'D1 D2 D3' },
      others: ['exact agrees', 'three agrees'],
    });
  });

  test('they agree where both may be the same value before rounding', () => {
    const others = [of('3.62', '3.62'), of('3.61', '3.61'), of('3.636', '3.636', {}, 3), of('3.64', '3.64')];
    expect(merged(of('3.63', '3.63', { kind: 'final' }, 3), ...others)).toMatchObject({
      source: '3.63',
      others: ['3.636 differs', '3.62 differs', '3.61 differs', '3.64 differs'],
    });
    expect(merged(of('3.63', '3.63'), ...others.filter(({ source }) => source !== '3.636'))).toMatchObject({
      source: '3.63',
      others: ['3.62 agrees', '3.61 differs', '3.64 agrees'],
    });
  });

  test('groups are taken from another one only where it agrees, and only where there are none', () => {
    const exact = known('3.6285', null);
    const domains = (source: string, index: string, ...ids: readonly string[]) =>
      makeYear(2024, index, Object.fromEntries(ids.map((id) => [id, '3'])), { source });
    const others = [
      domains('koran', '3.36', 'D1', 'D2', 'D3'),
      domains('laman', '3.63', 'D1'),
      domains('kepmen', '3.63', 'D2', 'D4'),
    ];
    expect(merged(makeYear(2024, exact), ...others)).toEqual({
      ...{ source: 'berita 2024', groups: 'D2 D4' },
      others: ['koran differs', 'kepmen agrees', 'laman agrees'],
    });
    expect(merged(makeYear(2024, exact, { D3: '3' }), ...others).groups).toBe('D3');
    expect(
      merged(makeYear(2024, exact), domains('koran', '3.36', 'D1'), domains('laman', '3.63')).groups,
    ).toBe('');
  });
});

describe('predicates', () => {
  const predicatesOf = (year: number, index: YearResult['index'], more: Partial<YearResult> = {}) => {
    const [point] = merge(makeYear(year, index, {}, more));
    const { predicate, otherPredicate }: Partial<TrendPoint> = point ?? {};
    return [predicate, otherPredicate];
  };

  test('are those of the index, and the other one that its rounding leaves open', () => {
    expect(predicatesOf(2024, known('3.50'))).toEqual(['Sangat Baik', 'Baik']);
    expect(predicatesOf(2024, known('3.495', 3))).toEqual(['Baik', null]);
    expect(predicatesOf(2024, known('3.496'))).toEqual(['Baik', 'Sangat Baik']);
    expect(predicatesOf(2024, known('3.5', null))).toEqual(['Sangat Baik', null]);
    expect(predicatesOf(2024, known('3.499999', null))).toEqual(['Baik', null]);
    expect(predicatesOf(2024, known('1.00'))).toEqual(['Kurang', null]);
    expect(predicatesOf(2024, known('0.99'))).toEqual([null, null]);
    expect(predicatesOf(2024, known('0.997'))).toEqual([null, 'Kurang']);
  });

  test('a stated one decides', () => {
    expect(predicatesOf(2024, known('3.50'), { predicate: 'Baik' })).toEqual(['Baik', null]);
  });

  test('in 2023 the index rounded to two decimals decided', () => {
    expect(predicatesOf(2023, known('3.50'))).toEqual(['Sangat Baik', null]);
    expect(predicatesOf(2023, known('3.49'))).toEqual(['Baik', null]);
    expect(predicatesOf(2023, known('3.495', null))).toEqual(['Sangat Baik', null]);
    expect(predicatesOf(2023, known('3.495', 3))).toEqual(['Sangat Baik', 'Baik']);
  });
});
