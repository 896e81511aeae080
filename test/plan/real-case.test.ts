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
