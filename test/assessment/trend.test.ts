import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { type Levels, roundHalfUp, score } from '../../src/assessment/score.ts';
import { stages } from '../../src/assessment/stage.ts';
import {
  findTrend,
  type TrendContext,
  type TrendStatement,
  type YearResult,
} from '../../src/assessment/trend.ts';
import { measureOf } from '../../src/assessment/trend-points.ts';
import { loadPublishedResults } from '../../src/instrument/benchmarks.ts';
import { loadCrosswalks } from '../../src/instrument/crosswalk.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';

const packs = await Promise.all((await listInstruments()).map(loadInstrument));
const instruments = new Map(packs.map((one) => [one.id, one]));
const instrument = await loadInstrument('permenpanrb-59-2020');
const crosswalks = await loadCrosswalks();
const context = (...targets: string[]): TrendContext => ({
  ...{ instruments, crosswalks },
  targets: {
    instrument: instrument.id,
    list: targets.map((text) => ({ index: new Fraction(text), label: text, year: null })),
  },
});

/** As printed: two decimals. */
const printed = (
  year: number,
  index: string,
  domains: readonly (string | null)[] = [],
  more: Partial<YearResult> = {},
): YearResult => ({
  ...{ year, kind: 'published', instrument: instrument.id, predicate: null, blanks: 0, source: 'berita' },
  index: { value: new Fraction(index), decimals: 2 },
  groups: new Map(
    domains.flatMap((text, at) =>
      text === null ? [] : [[`D${at + 1}`, { value: new Fraction(text), decimals: 2 }]],
    ),
  ),
  ...more,
});
/** Of levels, exactly; or as it would be printed. */
const computed = (year: number, levels: Levels, decimals: number | null = null): YearResult => {
  const { index, groups } = score(instrument, levels, year);
  const known = (value: Fraction) => ({
    value: decimals === null ? value : new Fraction(roundHalfUp(value, decimals)),
    decimals,
  });
  return printed(year, '1', [], {
    ...{ kind: 'self', index: known(index) },
    groups: new Map(groups.map((one) => [one.group.id, known(one.index)])),
  });
};
const someLevels = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 47, maxLength: 47 })
  .map((levels): Levels => new Map(instrument.indicators.map(({ id }, at) => [id, levels[at] ?? 1])));
const sum = (parts: readonly { readonly points: Fraction }[]) =>
  parts.reduce((total, { points }) => total.add(points), new Fraction(0));
const of = <K extends TrendStatement['kind']>(statements: readonly TrendStatement[], kind: K) =>
  statements.filter((one): one is Extract<TrendStatement, { kind: K }> => one.kind === kind);

const kotaMojokerto = [
  printed(2021, '2.92'),
  printed(2022, '3.32'),
  printed(2023, '4.26', ['5.00', '4.00', '3.55', '4.46'], { predicate: 'Memuaskan' }),
  printed(2024, '4.32', ['5.00', '3.80', '3.00', '4.88'], { predicate: 'Memuaskan' }),
];

describe('Kota Mojokerto 2021–2024', () => {
  const { segments, statements } = findTrend(kotaMojokerto.toReversed(), context('4.5'));
  const [line] = segments;

  test('is one rising line', () => {
    expect(segments).toHaveLength(1);
    expect(line?.points.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024]);
    expect(line?.changes.map(({ difference, direction }) => [difference.toString(), direction])).toEqual([
      ['0.4', 'rise'],
      ['0.94', 'rise'],
      ['0.06', 'rise'],
    ]);
  });

  test('2024: services rose, governance and management fell; approximately, and the parts with the rest add up', () => {
    const last = line?.changes[2];
    // By hand: 25 % × −0.20, 16.5 % × −0.55, 45.5 % × 0.42.
    expect(last?.byTop?.parts.map(({ group, points }) => [group.id, points.toString()])).toEqual([
      ['D1', '0'],
      ['D2', '-0.05'],
      ['D3', '-0.09075'],
      ['D4', '0.1911'],
    ]);
    expect(last?.byTop?.rest.toString()).toBe('0.00965');
    expect(last?.byTop?.isExact).toBe(false);
    expect(last?.byTop?.parts[3]?.uncertainty.toString()).toBe('0.00455');
    expect([last?.byAspect, line?.changes[0]?.byTop]).toEqual([null, null]);
  });

  test('predicates: computed where none was published; the changes are named', () => {
    expect(line?.points.map(({ predicate }) => predicate)).toEqual([
      ...['Baik', 'Baik', 'Memuaskan', 'Memuaskan'],
    ]);
    expect(of(statements, 'predicate').map(({ from, to, change }) => [from, to, change.to.year])).toEqual([
      ['Baik', 'Memuaskan', 2023],
    ]);
  });

  test('the target is measured from the last year', () => {
    const [target] = of(statements, 'target');
    expect([target?.point.year, target?.distance.toString(), target?.isUncertain]).toEqual([
      ...[2024, '0.18', false],
    ]);
  });
});

test('the same index twice stands still, a lower one falls', () => {
  const years = [printed(2022, '2.59'), printed(2023, '2.59'), printed(2024, '2.50')];
  const { segments, statements } = findTrend(years, context());
  expect(segments[0]?.changes.map(({ direction }) => direction)).toEqual(['same', 'fall']);
  expect(of(statements, 'change')).toHaveLength(2);
});

describe('a change of instrument', () => {
  const { segments, statements } = findTrend(
    [
      printed(2024, '4.16'),
      printed(2019, '1.55', [], { instrument: 'permenpanrb-5-2018' }),
      printed(2023, '3.52'),
    ],
    context('4.5'),
  );

  test('breaks the line, and no change crosses it', () => {
    expect(segments.map((one) => [one.instrument.id, one.points.map(({ year }) => year)])).toEqual([
      ['permenpanrb-5-2018', [2019]],
      ['permenpanrb-59-2020', [2023, 2024]],
    ]);
    expect(segments[0]?.changes).toEqual([]);
    expect(of(statements, 'single').map(({ point }) => point.year)).toEqual([2019]);
  });

  test('says how much of the older one goes on, as the crosswalk counts it', () => {
    const links = crosswalks.find(({ from }) => from === 'permenpanrb-5-2018')?.links ?? [];
    const older = new Set(links.filter(({ from, to }) => from && to).map(({ from }) => from));
    const [found] = of(statements, 'instrument-break');
    expect([found?.from.year, found?.to.year]).toEqual([2019, 2023]);
    expect(found?.comparability?.continued).toBe(older.size);
    const { continued = 0, ended = 0 } = found?.comparability ?? {};
    expect(continued + ended).toBe(instruments.get('permenpanrb-5-2018')?.indicators.length);
  });

  test('targets do not reach over it', () => {
    expect(of(statements, 'target').map(({ point }) => point.year)).toEqual([2024]);
  });
});

describe('kinds', () => {
  test('claims and external results are two lines, and it is said', () => {
    const { segments, statements } = findTrend(
      [printed(2023, '4.40', [], { kind: 'self' }), printed(2023, '3.60'), printed(2024, '3.70')],
      context(),
    );
    expect(segments.map(({ measure, points }) => [measure, points.length])).toEqual([
      ['external', 2],
      ['claim', 1],
    ]);
    expect(of(statements, 'measures-apart')).toHaveLength(1);
  });

  test('of a year the last stage counts, and of that the most exact source', () => {
    const exact = { value: new Fraction('3.6285'), decimals: null };
    const { segments, statements } = findTrend(
      [
        printed(2024, '3.90', [], { kind: 'document', source: 'dokumen' }),
        printed(2024, '3.63', ['3.00', '2.80', '3.00', '4.33'], { source: 'diumumkan' }),
        printed(2024, '3.63', [], { kind: 'final', index: exact, source: 'hasil-luar' }),
        printed(2024, '3.36', [], { source: 'salah ketik' }),
      ],
      context(),
    );
    const [point] = segments[0]?.points ?? [];
    expect(point?.source).toBe('hasil-luar');
    expect(point?.others.map(({ result, relation }) => [result.source, relation])).toEqual([
      ['diumumkan', 'agrees'],
      ['salah ketik', 'differs'],
      ['dokumen', 'earlier-stage'],
    ]);
    expect(point?.groups.size).toBe(4);
    expect(of(statements, 'sources-differ').map(({ other }) => other.source)).toEqual(['salah ketik']);
  });

  test('a stage before the last one is named', () => {
    const early = findTrend([printed(2024, '3.90', [], { kind: 'interview' })], context());
    expect(of(early.statements, 'early-stage')).toHaveLength(1);
  });
});

test('an index rounded to a band’s edge may have two predicates; a stated one decides', () => {
  const [first] = findTrend([printed(2024, '3.50')], context()).segments;
  expect([first?.points[0]?.predicate, first?.points[0]?.otherPredicate]).toEqual(['Sangat Baik', 'Baik']);
  const [stated] = findTrend([printed(2024, '3.50', [], { predicate: 'Baik' })], context()).segments;
  expect([stated?.points[0]?.predicate, stated?.points[0]?.otherPredicate]).toEqual(['Baik', null]);
  // In 2023 the rounded index decided.
  const [rounded] = findTrend([printed(2023, '3.50')], context()).segments;
  expect(rounded?.points[0]?.otherPredicate).toBeNull();
});

test('a target that the rounding leaves open is uncertain', () => {
  const distanceTo = (target: string) => {
    const [found] = of(findTrend([printed(2024, '3.50')], context(target)).statements, 'target');
    return [found?.distance.toString(), found?.isUncertain];
  };
  expect(['3.49', '3.495', '3.5', '3.504', '3.505'].map(distanceTo)).toEqual([
    ['-0.01', false],
    ['-0.005', false],
    ['0', true],
    ['0.004', true],
    ['0.005', false],
  ]);
});

describe('whatever the levels', () => {
  test('exact parts add up exactly; printed ones lie within what they say of themselves', () => {
    fc.assert(
      fc.property(someLevels, someLevels, (before, after) => {
        const changeOf = (decimals: number | null) =>
          findTrend([computed(2023, before, decimals), computed(2024, after, decimals)], context())
            .segments[0]?.changes[0];
        const [exact, rounded] = [changeOf(null), changeOf(2)];
        for (const parts of [exact?.byTop, exact?.byAspect]) {
          expect(parts?.isExact).toBe(true);
          expect(sum(parts?.parts ?? []).equals(exact?.difference ?? -9)).toBe(true);
        }
        for (const [index, part] of (rounded?.byTop?.parts ?? []).entries()) {
          const truth = exact?.byTop?.parts[index]?.points ?? new Fraction(99);
          expect(part.points.sub(truth).abs().compare(part.uncertainty)).toBeLessThanOrEqual(0);
        }
        expect(rounded?.byTop?.isExact).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  const someResult = fc
    .record({
      year: fc.integer({ min: 2018, max: 2027 }),
      kind: fc.constantFrom(...stages, 'published' as const),
      pack: fc.constantFrom(...packs),
      hundredths: fc.integer({ min: 100, max: 500 }),
      domains: fc.boolean(),
    })
    .map(({ year, kind, pack, hundredths, domains }) =>
      printed(year, (hundredths / 100).toFixed(2), domains ? ['2.00', null, '3.10'] : [], {
        ...{ kind, instrument: pack.id },
      }),
    );

  test('a line holds one instrument, one measure and each year once; the parts and the rest are the difference', () => {
    fc.assert(
      fc.property(fc.array(someResult, { maxLength: 12 }), (results) => {
        const { segments } = findTrend(results, context('3'));
        for (const { instrument: own, measure, points, changes } of segments) {
          expect(points.every((one) => one.instrument === own.id && one.measure === measure)).toBe(true);
          expect(points.every(({ year }, at) => at === 0 || year > (points[at - 1]?.year ?? 0))).toBe(true);
          expect(changes).toHaveLength(points.length - 1);
          for (const { byTop, difference } of changes) {
            if (byTop) expect(sum(byTop.parts).add(byTop.rest).equals(difference)).toBe(true);
          }
        }
        const kept = segments.flatMap(({ points }) => points.flatMap(({ others }) => [0, ...others])).length;
        expect(kept).toBe(results.length);
        const keys = new Set(results.map((one) => `${one.year} ${measureOf(one.kind)} ${one.instrument}`));
        expect(segments.flatMap(({ points }) => points)).toHaveLength(keys.size);
      }),
    );
  });

  test('of all regions of 2023 and 2024, the rest is within the rounding', async () => {
    const rows = await loadPublishedResults();
    const before = new Map(rows.filter(({ year }) => year === 2023).map((one) => [one.name, one]));
    let compared = 0;
    for (const row of rows.filter(({ year }) => year === 2024)) {
      const old = before.get(row.name);
      // Banyuasin 2023 is misprinted.
      if (old === undefined || old.note || row.domains.includes(null)) continue;
      const [change] =
        findTrend([printed(2023, old.index, old.domains), printed(2024, row.index, row.domains)], context())
          .segments[0]?.changes ?? [];
      const room = (change?.byTop?.parts ?? []).reduce(
        (total, { uncertainty }) => total.add(uncertainty),
        change?.uncertainty ?? new Fraction(0),
      );
      expect(change?.byTop?.rest.abs().compare(room)).toBeLessThanOrEqual(0);
      compared++;
    }
    expect(compared).toBe(574);
  });
});
