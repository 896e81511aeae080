import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import {
  findHigher,
  levelOf,
  type RegionResult,
  stepsThatReach,
} from '../../src/assessment/region-result.ts';
import { score } from '../../src/assessment/score.ts';
import { loadInstrument } from '../../src/instrument/load.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const pemdi = await loadInstrument('permenpanrb-8-2026');

function region(label: string, levels: Readonly<Record<string, number>>, by = instrument): RegionResult {
  return {
    ...{ label, region: label, kind: 'kabupaten', year: 2024, stage: 'self', source: 'files' },
    score: score(by, new Map(Object.entries(levels))),
  };
}

test('the level of an indicator; null where it is blank, or not of the instrument', () => {
  const own = region('Kab. A', { 12: 3 });
  expect([levelOf(own, '12'), levelOf(own, '13'), levelOf(own, '99')]).toEqual([3, null, null]);
});

describe('where others stand higher', () => {
  const inShort = (own: RegionResult, ...others: readonly RegionResult[]) =>
    findHigher(instrument, own, others).map(
      ({ indicator, own: level, highest, best, higher, points }) =>
        `${indicator.id}: ${level} < ${highest} of ${best.join(', ')} (${higher}) +${points}`,
    );

  test('what is worth most comes first, equal ones in the order of the instrument', () => {
    const own = region('Kab. A', { 1: 2, 12: 3, 13: 3, 14: 5, 47: 2 });
    const others = [
      region('Kab. B', { 1: 3, 12: 4, 13: 3, 14: 4, 47: 5 }),
      region('Kab. C', { 1: 3, 12: 5, 13: 4, 14: 5, 47: 1 }),
      region('Kab. D', { 1: 1, 12: 5, 11: 2 }),
    ];
    // Weights: 1 has 1.3, 11 to 14 have 2.5 each, 47 has 3.
    expect(inShort(own, ...others)).toEqual([
      '47: 2 < 5 of Kab. B (1) +0.09',
      '12: 3 < 5 of Kab. C, Kab. D (3) +0.05',
      '11: null < 2 of Kab. D (1) +0.025',
      '13: 3 < 4 of Kab. C (1) +0.025',
      '1: 2 < 3 of Kab. B, Kab. C (2) +0.013',
    ]);
  });

  test('a blank counts at the floor, on either side', () => {
    expect(inShort(region('Kab. A', {}), region('Kab. B', { 12: 1 }))).toEqual([]);
    expect(inShort(region('Kab. A', { 12: 1 }), region('Kab. B', {}))).toEqual([]);
    expect(inShort(region('Kab. A', { 12: 5 }))).toEqual([]);
  });
});

describe('single steps that reach an index', () => {
  const steps = (by: typeof instrument, levels: Readonly<Record<string, number>>, wanted: string) =>
    stepsThatReach(by, region('Kab. A', levels, by).score, new Fraction(wanted)).map(
      ({ indicator, from, to, index }) => `${indicator.id}: ${from}–${to} ${index}`,
    );
  const threes = Object.fromEntries(instrument.indicators.map(({ id }) => [id, 3]));

  test('the highest result first, equal ones in the order of the instrument; just reached is reached', () => {
    const heavy = steps(instrument, threes, '3.03');
    const weighty = instrument.indicators.filter(({ weight }) => weight.compare(3) >= 0).map(({ id }) => id);
    expect(weighty).not.toEqual([]);
    expect(heavy).toEqual(weighty.map((id) => `${id}: 3–4 3.03`));
    expect(steps(instrument, threes, '3.030001')).toEqual([]);
    const all = steps(instrument, threes, '3');
    expect(all).toHaveLength(47);
    expect([all[0], all.at(-1)]).toEqual([heavy[0], '10: 3–4 3.013']);
  });

  test('none goes above the top; a blank starts from the floor', () => {
    const levels = Object.entries({ ...threes, 12: 5, 11: 4 });
    const most = Object.fromEntries(levels.filter(([id]) => id !== '13'));
    const reached = steps(instrument, most, '0');
    expect(reached.filter((text) => /^1[123]:/.test(text))).toEqual(['11: 4–5 3.05', '13: 1–2 3.05']);
    expect(reached).toHaveLength(46);
  });

  test('on a scale with decimals a step goes to the next whole level', () => {
    expect(steps(pemdi, { 1: 2.45 }, '0').find((text) => text.startsWith('1:'))).toBe('1: 2.45–3 1.1');
    expect(steps(pemdi, { 1: 4.5 }, '0').find((text) => text.startsWith('1:'))).toBe('1: 4.5–5 1.2');
  });
});
