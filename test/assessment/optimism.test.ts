import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { findOptimism, type PastResult } from '../../src/assessment/optimism.ts';
import type { Levels } from '../../src/assessment/score.ts';
import { buildStages, type StageInput } from '../../src/assessment/stages.ts';
import { loadInstrument } from '../../src/instrument/load.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const threes: Levels = new Map(instrument.indicators.map(({ id }) => [id, 3]));

interface Past {
  readonly year?: number;
  readonly region?: string;
  /** What the result says otherwise than 3. */
  readonly external?: Readonly<Record<string, number>>;
  /** A result without levels: every group at this value. */
  readonly sums?: number;
  readonly opd?: Readonly<Record<string, string>>;
}

/** Everything was claimed at level 3. */
function past({ year = 2023, region = 'A', external = {}, sums, opd = {} }: Past): PastResult {
  const inputOf = (stage: StageInput['stage'], own: Levels): StageInput => ({
    ...{ stage, own, source: stage, sums: null, reasons: new Map() },
  });
  const level = new Fraction(sums ?? 0);
  const stated = { groups: instrument.groups.map((group) => ({ group, index: level })), index: level };
  const [claim, result] = buildStages(instrument, [
    inputOf('self', threes),
    sums === undefined
      ? inputOf('final', new Map([...threes, ...Object.entries(external)]))
      : { ...inputOf('final', new Map()), sums: stated },
  ]);
  if (!claim || !result) throw new Error('No stages');
  return { region, year, claim, external: result, opd: new Map(Object.entries(opd)) };
}

function inShort(results: readonly PastResult[], index: string | null = null) {
  const claim = index === null ? null : { year: 2025, index: new Fraction(index) };
  const found = findOptimism(instrument, results, claim);
  return {
    results: found.results.map(({ region, year, gap }) => `${region} ${year} ${gap}`),
    aspects: found.aspects.flatMap(({ group, gap }) => (gap.equals(0) ? [] : [`${group.id} ${gap}`])),
    indicators: found.indicators.map(({ id, gap, lowered, of }) => `${id} ${gap} ${lowered}/${of}`),
    opd: found.opd.map(({ code, gap }) => `${code} ${gap}`),
    expected: found.expected && {
      ...{ year: found.expected.year, claim: `${found.expected.claim}`, mean: `${found.expected.mean}` },
      range: found.expected.range && [`${found.expected.range.low}`, `${found.expected.range.high}`],
    },
    regions: found.regions,
  };
}

describe('where past claims were cut', () => {
  test('by result, aspect, indicator and OPD; what was cut most comes first', () => {
    // 1 has a weight of 1.3, 12 and 13 have 2.5, 47 has 3.
    const results = [
      past({ external: { 1: 2, 12: 1, 47: 4 }, opd: { 1: 'a', 12: 'b', 13: 'a', 47: 'b' } }),
      past({ year: 2024, external: { 12: 2, 13: 1 }, opd: { 12: 'c', 13: 'a' } }),
      past({ region: 'B', external: { 47: 4 } }),
      past({ region: 'B', year: 2022, sums: 2, opd: { 1: 'a' } }),
    ];
    expect(inShort(results)).toEqual({
      results: ['A 2023 -0.033', 'A 2024 -0.075', 'B 2023 0.03', 'B 2022 -1'],
      // The sums cut each aspect by a level: a hundredth of its weight, and a quarter of that on average.
      aspects: [
        'A1 -0.03575',
        'A2 -0.05625',
        'A3 -0.025',
        'A4 -0.0125',
        'A5 -0.03',
        'A6 -0.01125',
        'A7 -0.06875',
        'A8 -0.03',
      ],
      // Of three results that state levels.
      indicators: ['12 -0.025 2/3', '13 -0.01(6) 1/3', '1 -0.004(3) 1/3', '47 0.02 0/3'],
      // Of the two that state levels and know the OPD.
      opd: ['a -0.0315', 'c -0.0125', 'b -0.01'],
      ...{ expected: null, regions: 2 },
    });
  });

  test('sums alone tell of no indicator and no OPD', () => {
    expect(inShort([past({ sums: 3, opd: { 1: 'a' } })], '4')).toEqual({
      ...{ results: ['A 2023 0'], aspects: [], indicators: [], opd: [], regions: 1 },
      expected: { year: 2025, claim: '4', mean: '4', range: null },
    });
  });
});

describe('what a claim may come to', () => {
  const cut = [past({ external: { 12: 1 } }), past({ sums: 2 }), past({ external: { 47: 5 } })];

  test('by the mean of the cuts, between the largest and the smallest', () => {
    expect(inShort(cut, '2.5').expected).toEqual({
      ...{ year: 2025, claim: '2.5', mean: '2.17', range: ['1.5', '2.56'] },
    });
  });

  test('ends at the ends of the scale', () => {
    expect(inShort(cut, '4.99').expected?.range).toEqual(['3.99', '5']);
    expect(inShort(cut, '1.25').expected).toMatchObject({ mean: '1', range: ['1', '1.31'] });
  });

  test('of no results nothing is expected, and nothing is cut', () => {
    expect(inShort([], '3')).toEqual({
      ...{ results: [], aspects: [], indicators: [], opd: [], expected: null, regions: 0 },
    });
  });
});
