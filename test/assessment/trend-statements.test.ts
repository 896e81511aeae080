import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { findTrend, type TrendStatement, type YearResult } from '../../src/assessment/trend.ts';
import type { Crosswalk } from '../../src/instrument/crosswalk.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';
import { makeYear } from './make-year.ts';

const packs = await Promise.all((await listInstruments()).map(loadInstrument));
const instruments = new Map(packs.map((one) => [one.id, one]));
const [older, usual, newer] = ['permenpanrb-5-2018', 'permenpanrb-59-2020', 'permenpanrb-8-2026'];

type Ends = readonly [string | null, string | null, Crosswalk['links'][number]['certainty']];
const crosswalk = (from: string, to: string, links: readonly Ends[]): Crosswalk => ({
  ...{ from, to, note: 'Uji' },
  links: links.map(([before, after, certainty]) => ({
    ...{ from: before, to: after, certainty, reason: 'Uji', evidence: null },
  })),
});
/** The first shares an instrument with the second. Indicator 1 goes on as two, two go on as 3. */
const crosswalks = [
  crosswalk(usual, newer, [['9', '9', 'high']]),
  crosswalk(older, usual, [
    ['1', '1', 'high'],
    ['1', '2', 'high'],
    ['2', '3', 'medium'],
    ['3', '3', 'high'],
    ['4', '4', 'low'],
    ['5', null, 'high'],
    ...['5', '6', '7'].map((id): Ends => [null, id, 'high']),
    [null, '7', 'medium'],
  ]),
];

interface Goal {
  readonly index: string;
  readonly year?: number;
}

function tell(results: readonly YearResult[], goals: readonly Goal[] = [], instrument = usual): string[] {
  const list = goals.map(({ index, year = null }) => ({ index: new Fraction(index), label: index, year }));
  return findTrend(results, { instruments, crosswalks, targets: { instrument, list } }).statements.map(
    inShort,
  );
}

function inShort(one: TrendStatement): string {
  switch (one.kind) {
    case 'change':
      return `change ${one.change.from.year}–${one.change.to.year}`;
    case 'predicate':
      return `predicate ${one.change.to.year}: ${one.from}, ${one.to}`;
    case 'years-missing':
      return `missing before ${one.change.to.year}: ${one.years.join(', ')}`;
    case 'instrument-break':
      return `break ${one.from.year}–${one.to.year}: ${JSON.stringify(one.comparability)}`;
    case 'measures-apart':
      return `apart: ${one.measures.join(', ')}`;
    case 'sources-differ':
      return `differs ${one.point.source}: ${one.other.source}`;
    case 'target':
      return `target ${one.target.label} from ${one.point.year}: ${one.distance.toString()}${one.isUncertain ? '?' : ''}`;
    default:
      return `${one.kind} ${one.point.year}`;
  }
}

describe('what is read off one line', () => {
  test('a single year has no change; two have one, and none is single', () => {
    expect(tell([makeYear(2023, '3.60')])).toEqual(['single 2023']);
    expect(tell([makeYear(2023, '3.60'), makeYear(2024, '3.70')])).toEqual(['change 2023–2024']);
    expect(tell([])).toEqual([]);
  });

  test('another predicate is named after its change, and so are the years between', () => {
    expect(
      tell([
        makeYear(2021, '2.50'),
        makeYear(2022, '2.60', {}, { predicate: 'Baik' }),
        makeYear(2025, '2.70', {}, { predicate: 'Cukup' }),
      ]),
    ).toEqual([
      'change 2021–2022',
      'predicate 2022: Cukup, Baik',
      'change 2022–2025',
      'predicate 2025: Baik, Cukup',
      'missing before 2025: 2023, 2024',
    ]);
  });

  test('where no predicate is known on one side, none is compared', () => {
    // Below the scale there is no band.
    expect(tell([makeYear(2021, '0.50'), makeYear(2022, '2.60')])).toEqual(['change 2021–2022']);
    expect(tell([makeYear(2021, '2.60'), makeYear(2022, '0.50')])).toEqual(['change 2021–2022']);
  });

  test('early stages, blanks and sources that differ come last, year by year', () => {
    const early = (['document', 'interview', 'visit', 'final'] as const).map((kind, at) =>
      makeYear(2021 + at, '3.70', {}, { kind, blanks: at }),
    );
    const others = [
      makeYear(2024, '3.71', {}, { source: 'koran' }),
      makeYear(2024, '3.80', {}, { source: 'laman' }),
      makeYear(2024, '4.80', {}, { source: 'dokumen', kind: 'document' }),
    ];
    expect(tell([...early, ...others])).toEqual([
      ...['change 2021–2022', 'change 2022–2023', 'change 2023–2024'],
      ...['early-stage 2021', 'early-stage 2022', 'blanks 2022', 'early-stage 2023', 'blanks 2023'],
      ...['blanks 2024', 'differs berita 2024: laman'],
    ]);
  });

  test('neither the own claim nor what was published is an early stage', () => {
    expect(tell([makeYear(2024, '3.70', {}, { kind: 'self' })])).toEqual(['single 2024']);
    expect(tell([makeYear(2024, '3.70', {}, { kind: 'assessor' })])).toEqual(['single 2024']);
  });
});

describe('a change of instrument', () => {
  const before = makeYear(2020, '2.60', {}, { instrument: older });
  const comparability = '{"continued":4,"certain":2,"ended":1,"began":3}';

  test('stands before its line, with what goes on: each indicator once', () => {
    expect(tell([before, makeYear(2021, '2.60'), makeYear(2022, '2.70')])).toEqual([
      'single 2020',
      `break 2020–2021: ${comparability}`,
      'change 2021–2022',
    ]);
  });

  test('is compared in whichever direction; where no crosswalk joins the two, not at all', () => {
    const after = makeYear(2022, '2.60', {}, { instrument: older });
    expect(tell([makeYear(2021, '2.60'), after])).toEqual([
      'single 2021',
      `break 2021–2022: ${comparability}`,
      'single 2022',
    ]);
    const latest = makeYear(2026, '1.24', {}, { instrument: newer });
    expect(tell([before, latest])).toEqual(['single 2020', 'break 2020–2026: null', 'single 2026']);
  });

  test('is none between two measures', () => {
    expect(tell([before, makeYear(2021, '4.60', {}, { kind: 'self' })])).toEqual([
      ...['single 2020', 'single 2021', 'apart: external, claim'],
    ]);
  });
});

describe('targets', () => {
  const line = [makeYear(2022, '3.00'), makeYear(2023, '3.20'), makeYear(2024, '3.50')];
  const targetsOf = (...of: Parameters<typeof tell>) =>
    tell(...of).filter((text) => text.startsWith('target'));

  test('are measured from their own year, else from the last one', () => {
    const goals = [{ index: '3.10', year: 2023 }, { index: '4', year: 2030 }, { index: '4.20' }];
    expect(targetsOf(line, goals)).toEqual([
      'target 3.10 from 2023: -0.1',
      'target 4 from 2024: 0.5',
      'target 4.20 from 2024: 0.7',
    ]);
  });

  test('for each measure by itself, after it is said that they are apart', () => {
    const claims = [
      makeYear(2025, '4.50', {}, { kind: 'self' }),
      makeYear(2021, '3', {}, { kind: 'assessor' }),
    ];
    expect(tell([...claims, ...line], [{ index: '4' }]).slice(-4)).toEqual([
      'apart: external, internal, claim',
      'target 4 from 2024: 0.5',
      'target 4 from 2021: 1',
      'target 4 from 2025: -0.5',
    ]);
  });

  test('of another instrument are not measured', () => {
    const mixed = [makeYear(2020, '2.60', {}, { instrument: older }), ...line];
    expect(targetsOf(mixed, [{ index: '4' }], older)).toEqual(['target 4 from 2020: 1.4']);
    expect(targetsOf(mixed, [{ index: '4' }], newer)).toEqual([]);
  });

  test('within the rounding it is uncertain whether they are reached', () => {
    const goals = ['3.49', '3.495', '3.496', '3.5', '3.504', '3.505', '3.51'].map((index) => ({ index }));
    expect(targetsOf(line, goals).map((text) => text.split(': ')[1])).toEqual([
      ...['-0.01', '-0.005', '-0.004?', '0?', '0.004?', '0.005', '0.01'],
    ]);
    const exact = [makeYear(2024, { value: new Fraction('3.5'), decimals: null })];
    expect(targetsOf(exact, [{ index: '3.5' }])).toEqual(['target 3.5 from 2024: 0']);
  });
});
