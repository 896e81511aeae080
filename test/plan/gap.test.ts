import { Fraction } from 'fraction.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { score } from '../../src/assessment/score.ts';
import type { Instrument } from '../../src/instrument/instrument.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { findGap, type Gap } from '../../src/plan/gap.ts';
import { parseTarget } from '../../src/plan/target.ts';
import { smallInstrument } from './small-instrument.ts';

let instrument: Instrument;
beforeAll(async () => {
  instrument = await loadInstrument('permenpanrb-59-2020');
});

function allAt(level: number): Map<string, number> {
  return new Map(instrument.indicators.map(({ id }) => [id, level]));
}

function to(text: string) {
  return parseTarget(text, instrument);
}

function sum(values: readonly Fraction[]): Fraction {
  return values.reduce((total, value) => total.add(value), new Fraction(0));
}

/** Fractions as text, so that whole gaps can be compared. */
function plain(gap: Gap): string {
  return JSON.stringify(gap, (_, value) => (value instanceof Fraction ? value.toFraction() : value));
}

describe('findGap', () => {
  test('already reached: no steps', async () => {
    const gap = await findGap(instrument, allAt(4), to('4'));
    expect(gap).toMatchObject({
      status: 'reached',
      steps: [],
      levelSteps: 0,
      cost: 0,
      optimal: true,
      byOpd: [],
    });
    expect(gap.reached).toEqual(gap.from);
    expect(gap.baseline.lowestFirst.levelSteps).toBe(0);
  });

  test('the exact index counts: 3.4985 is shown as 3.50 and still short of 3.5', async () => {
    // As Kabupaten Pacitan in 2024, whose predicate stayed Baik.
    const levels = new Map([
      ['i1', 3],
      ['i2', 4],
    ]);
    const gap = await findGap(smallInstrument([5015, 4985]), levels, {
      index: new Fraction('3.5'),
      label: '',
    });
    expect(gap.from.shown).toBe('3.50');
    expect(gap.status).toBe('planned');
  });

  test('target 5 takes every step', async () => {
    const gap = await findGap(instrument, allAt(2), to('5'));
    expect(gap.levelSteps).toBe(47 * 3);
    expect(gap.reached.index.equals(5)).toBe(true);
    expect(gap.baseline.lowestFirst.levelSteps).toBe(47 * 3);
    expect(gap.optimal).toBe(true);
  });

  test('a target above the scale is impossible, and said to be', async () => {
    const gap = await findGap(instrument, allAt(2), { index: new Fraction(6), label: '6,00' });
    expect(gap).toMatchObject({ status: 'impossible', steps: [], levelSteps: 0, optimal: false });
    expect(gap.reached.index.equals(2)).toBe(true);
    expect(gap.baseline.lowestFirst.reached.equals(5)).toBe(true);
  });

  test('blank indicators start at the floor', async () => {
    const gap = await findGap(instrument, new Map(), to('1,02'));
    expect(gap.steps).toHaveLength(1);
    expect(gap.steps[0]).toMatchObject({ from: 1, to: 2 });
    expect(gap.reached.unanswered).toHaveLength(46);
  });

  test('a decimal level goes to the next whole one', async () => {
    const small = smallInstrument([1, 1], 1);
    const levels = new Map([
      ['i1', 2.4],
      ['i2', 5],
    ]);
    const gap = await findGap(small, levels, { index: new Fraction('4.5'), label: '' });
    expect(gap.steps).toMatchObject([
      {
        indicator: 'i1',
        from: 2.4,
        to: 4,
        requires: [
          { indicator: 'i1', level: 3 },
          { indicator: 'i1', level: 4 },
        ],
      },
    ]);
    expect(gap.steps[0]?.gain.equals('0.8')).toBe(true);
    expect(gap.levelSteps).toBe(2);
  });

  test('the parts add up: gains, aspects, OPD, losses', async () => {
    const opdOf = new Map([
      ['1', 'Diskominfo'],
      ['2', 'Bappeda'],
      ['26', 'Inspektorat'],
      ['40', 'Diskominfo'],
    ]);
    const gap = await findGap(instrument, allAt(2), to('4,2'), { opdOf, year: 2024 });
    const gained = gap.reached.index.sub(gap.from.index);
    expect(sum(gap.steps.map(({ gain }) => gain)).equals(gained)).toBe(true);
    expect(sum(gap.byOpd.map(({ gain }) => gain)).equals(gained)).toBe(true);
    expect(gap.byOpd.flatMap(({ indicators }) => indicators)).toHaveLength(gap.steps.length);
    expect(gap.byAspect.map(({ group }) => group.id)).toEqual('A1 A2 A3 A4 A5 A6 A7 A8'.split(' '));
    expect(gap.byAspect.reduce((total, { steps }) => total + steps, 0)).toBe(gap.levelSteps);
    expect(sum(gap.losses.map(({ lost }) => lost)).equals(3)).toBe(true);
    expect(gap.reached.band.name).toBe('Memuaskan');
    const raised = new Map([...allAt(2), ...gap.steps.map((step) => [step.indicator, step.to] as const)]);
    expect(score(instrument, raised).index.equals(gap.reached.index)).toBe(true);
  });

  test('steps stand by gain per cost, then in the instrument’s order', async () => {
    const gap = await findGap(instrument, allAt(2), to('3'), { costOf: (id) => (id === '7' ? 0 : 2) });
    const worth = gap.steps.map(({ gain, cost }) => (cost === 0 ? Infinity : gain.valueOf() / cost));
    expect(worth).toEqual(worth.toSorted((a, b) => b - a));
    expect(gap.steps[0]?.indicator).toBe('7');
  });

  test('among equals the low steps come first, then the higher index, then the instrument’s order', async () => {
    const low = await findGap(
      smallInstrument([1, 1, 1]),
      new Map([
        ['i1', 4],
        ['i2', 2],
        ['i3', 2],
      ]),
      { index: new Fraction(3), label: '' },
    );
    expect(low.steps.map(({ indicator, to }) => [indicator, to])).toEqual([['i2', 3]]);
    const high = await findGap(smallInstrument([2, 3]), new Map(), { index: new Fraction('1.4'), label: '' });
    expect(high.steps.map(({ indicator }) => indicator)).toEqual(['i2']);
  });

  test('the order of the answers does not matter', async () => {
    const levels = instrument.indicators.map(({ id }, i): [string, number] => [id, 1 + ((i * 7) % 4)]);
    const plans = await Promise.all(
      [levels, levels.toReversed(), levels.toSorted(([a], [b]) => a.localeCompare(b)), levels].map((order) =>
        findGap(instrument, new Map(order), to('3,8')),
      ),
    );
    expect(new Set(plans.map(plain)).size).toBe(1);
  });

  test('a negative cost is a bug', async () => {
    await expect(findGap(instrument, allAt(2), to('4'), { costOf: () => -1 })).rejects.toThrow('Cost of 1');
  });
});
