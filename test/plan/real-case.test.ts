import { Fraction } from 'fraction.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Instrument } from '../../src/instrument/instrument.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { findGap } from '../../src/plan/gap.ts';
import { parseTarget } from '../../src/plan/target.ts';

/** Kota Bandar Lampung 2024, as published: 2.98. Indicators 1–47. */
const published = [
  3, 2, 3, 3, 3, 3, 3, 3, 3, 3, 1, 1, 2, 2, 3, 2, 3, 3, 3, 4, 3, 3, 3, 3, 3, 1, 1, 3, 3, 4, 1, 4, 4, 4, 4, 5,
  4, 3, 3, 5, 3, 4, 3, 4, 2, 2, 2,
];
const levels = new Map(published.map((level, position) => [String(position + 1), level]));

let instrument: Instrument;
beforeAll(async () => {
  instrument = await loadInstrument('permenpanrb-59-2020');
});

describe('Kota Bandar Lampung 2024', () => {
  test.each([
    ['3,5', 18, 28],
    ['4,0', 38, 52],
    ['4,2', 46, 64],
  ])('target %s: %i level steps at best, %i by the lowest-first rule', async (text, best, plain) => {
    const gap = await findGap(instrument, levels, parseTarget(text, instrument));
    expect(gap.status).toBe('planned');
    expect([gap.levelSteps, gap.baseline.lowestFirst.levelSteps]).toEqual([best, plain]);
    expect(gap.optimal).toBe(true);
    expect(gap.cost).toBe(best);
    expect(gap.from.index.equals('2.9795')).toBe(true);
    expect(gap.reached.index.compare(gap.target?.index ?? 6)).toBeGreaterThanOrEqual(0);
    const gained = gap.steps.reduce((sum, { gain }) => sum.add(gain), new Fraction(0));
    expect(gap.from.index.add(gained).equals(gap.reached.index)).toBe(true);
  });
});

/** Highest index × 2000 with so many steps, by a table over steps, indicator by indicator. */
function bestWithSteps(most: number): number {
  let table = [0, ...Array.from({ length: most }, () => Number.NEGATIVE_INFINITY)];
  for (const [position, { weight }] of instrument.indicators.entries()) {
    const units = Number(weight.mul(20).n);
    const from = published[position] ?? 1;
    table = table.map((_, steps) =>
      Math.max(
        ...Array.from(
          { length: Math.min(5 - from, steps) + 1 },
          (__, up) => (table[steps - up] ?? 0) + units * (from + up),
        ),
      ),
    );
  }
  return Math.max(...table);
}

describe('Kota Bandar Lampung 2024, other questions', () => {
  const noOne = new Set<string>();

  test('a floor of 3 takes 17 steps and gives 3.35', async () => {
    const gap = await findGap(instrument, levels, null, { floor: { level: 3, exempt: noOne } });
    expect([gap.levelSteps, gap.reached.shown, gap.reached.band.name]).toEqual([17, '3.35', 'Baik']);
    expect(gap.optimal).toBe(true);
  });

  test.each([
    ['3,5', 23],
    ['4,0', 40],
  ])('index %s and a floor of 3 together take %i steps', async (text, steps) => {
    const floor = { level: 3, exempt: noOne };
    const gap = await findGap(instrument, levels, parseTarget(text, instrument), { floor });
    expect([gap.levelSteps, gap.optimal]).toEqual([steps, true]);
    expect(Math.min(...[...levels].map(([id, level]) => gap.plan.get(id) ?? level))).toBe(3);
  });

  test.each([5, 20, 40])('the highest index that %i steps give', async (most) => {
    const amount = new Fraction(most);
    const gap = await findGap(instrument, levels, null, {
      objective: 'index',
      limits: [{ kind: 'budget', measure: 'steps', amount }],
    });
    expect([gap.levelSteps, gap.optimal]).toEqual([most, true]);
    expect(gap.reached.index.mul(2000).valueOf()).toBe(bestWithSteps(most));
  });

  test('a clash names the smallest set, the best index, and what would do', async () => {
    const gap = await findGap(instrument, levels, parseTarget('4,0', instrument), {
      limits: [
        { kind: 'frozen', indicators: new Set(['36', '40']) },
        { kind: 'budget', measure: 'steps', amount: new Fraction(20) },
      ],
    });
    expect(gap.status).toBe('impossible');
    expect(gap.conflict?.between.map(({ kind }) => kind)).toEqual(['index', 'budget']);
    expect(gap.conflict?.enough?.valueOf()).toBe(38);
    expect(gap.conflict?.best).not.toBeNull();
  });
});
