import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { findPlan, hasPlan } from '../../src/plan/find-plan.ts';
import { index, ladder, question, steps } from './tiny-question.ts';

/* Sums of the solver are trusted up to 2 ** 40 = 1099511627776. */
const limit = 2 ** 40;
const one = (id: string, gain: number, cost = 1) =>
  ladder(id, { from: 4, gain: String(gain), costs: [cost] });

test('beyond it nothing is called impossible, nor a plan the best', async () => {
  const large = (needed: number) =>
    question([one('a', limit), one('b', 1)], { constraints: [steps(9), index(String(needed))] });
  expect(await hasPlan(large(limit + 2))).toBeNull();
  expect(await findPlan(large(limit + 2))).toEqual({ status: 'failed' });
  expect(await findPlan(large(limit))).toMatchObject({
    ...{ status: 'found', optimal: false, plan: new Map([['a', 5]]) },
  });
  // Just as much, but negative: most of the index.
  const most = { ...large(0), constraints: [], objective: 'index' } as const;
  expect(await findPlan(most)).toMatchObject({ status: 'found', optimal: false });
});

test('up to it both are', async () => {
  const full = (needed: number) =>
    question([one('a', limit - 1), one('b', 1)], { constraints: [index(String(needed))] });
  expect(await findPlan(full(limit - 1))).toMatchObject({ optimal: true, plan: new Map([['a', 5]]) });
  expect(await hasPlan(full(limit))).toBe(true);
  // More than both bring: proven, since the sums are still within it; what is asked for is not.
  expect(await hasPlan(full(limit + 1))).toBeNull();
});

test('so it is with the costs that are minimized', async () => {
  const costs = [one('a', 1, limit / 2), one('b', 1, limit / 2 - 1), one('c', 1, 1)];
  const two = { constraints: [index(2)] };
  expect(await findPlan(question(costs, two))).toMatchObject({
    ...{ optimal: true, value: new Fraction(limit / 2) },
  });
  expect(await findPlan(question([...costs, one('d', 1, 1)], two))).toMatchObject({ optimal: false });
});
