import { Fraction } from 'fraction.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Instrument } from '../../src/instrument/instrument.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { findGap } from '../../src/plan/gap.ts';

let instrument: Instrument;
beforeAll(async () => {
  instrument = await loadInstrument('permenpanrb-59-2020');
});

/** All with SPBE_THOROUGH=1; the fewer of every day are the first of them. */
const cases = process.env['SPBE_THOROUGH'] ? 200 : 20;

interface Best {
  readonly cost: number;
  readonly steps: number;
  readonly climbed: number;
  /** Weighted level sum in 1/2000 of an index point. */
  readonly points: number;
}

/**
 * The optimum by another road: a table over every attainable index, indicator by indicator, in whole numbers.
 * Weights of this instrument are multiples of 0.05 percent, so an index point is 2000 units.
 */
function bestByTable(levels: readonly number[], costs: readonly (readonly number[])[], goal: number): Best {
  // One cost, one step, and the sum of levels climbed to, which stays below a step.
  const unit = 1_000_000;
  const stepUnit = 1000;
  let table = new Float64Array(10_001).fill(Number.POSITIVE_INFINITY);
  table[0] = 0;
  for (const [position, { weight }] of instrument.indicators.entries()) {
    const units = Number(weight.mul(20).n);
    expect(weight.mul(20).d).toBe(1n);
    const next = new Float64Array(10_001).fill(Number.POSITIVE_INFINITY);
    let price = 0;
    for (let end = levels[position] ?? 1; end <= 5; end++) {
      if (end > (levels[position] ?? 1)) price += (costs[position]?.[end] ?? 1) * unit + stepUnit + end;
      for (let points = 0; points + units * end <= 10_000; points++) {
        const sum = (table[points] ?? 0) + price;
        if (sum < (next[points + units * end] ?? 0)) next[points + units * end] = sum;
      }
    }
    table = next;
  }
  let best = 10_000;
  for (let points = 10_000; points >= goal; points--) {
    if ((table[points] ?? 0) < (table[best] ?? 0)) best = points;
  }
  const price = table[best] ?? 0;
  return {
    cost: Math.floor(price / unit),
    steps: Math.floor((price % unit) / stepUnit),
    climbed: price % stepUnit,
    points: best,
  };
}

/** Park–Miller, so that a failure can be repeated. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

describe('47 indicators against dynamic programming', () => {
  test.each(Array.from({ length: cases }, (_, seed) => seed + 1))('random case %i', async (seed) => {
    const roll = dice(seed * 7919);
    const unitCosts = seed % 2 === 0;
    const levels = instrument.indicators.map(() => 1 + roll(seed % 3 === 0 ? 3 : 5));
    const costs = levels.map(() => Array.from({ length: 6 }, () => (unitCosts ? 1 : 1 + roll(30))));
    const goal = [7000, 8000, 8400, 9133, 10_000][seed % 5] ?? 8000;
    const gap = await findGap(
      instrument,
      new Map(levels.map((level, i) => [String(i + 1), level])),
      { index: new Fraction(goal, 2000), label: '' },
      { costOf: (id, level) => costs[Number(id) - 1]?.[level] ?? 1 },
    );
    expect(gap.optimal).toBe(true);
    expect({
      cost: gap.cost,
      steps: gap.levelSteps,
      climbed: gap.steps.flatMap(({ requires }) => requires).reduce((sum, { level }) => sum + level, 0),
      points: gap.reached.index.mul(2000).valueOf(),
    }).toEqual(bestByTable(levels, costs, goal));
    expect(gap.baseline.lowestFirst.cost).toBeGreaterThanOrEqual(gap.cost);
  });
});
