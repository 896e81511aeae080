import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { findAlternatives } from '../../src/plan/alternatives.ts';
import { findGap } from '../../src/plan/gap.ts';
import { bruteForce, judge } from './brute-force.ts';
import { smallCase, toAsked } from './small-case.ts';
import { smallInstrument } from './small-instrument.ts';

test('the three best plans cost what the three best of all plans cost', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(smallCase('cost', null), async (item) => {
      // Different weights: no two indicators are twins, so all plans differ.
      const unlike = { ...item, on: [], parts: item.parts.map((part, i) => part * 10 + i) };
      const goal = Math.round((unlike.goal / item.parts.reduce((sum, part) => sum + part, 0)) * 10);
      const ends = goal * unlike.parts.reduce((sum, part) => sum + part, 0);
      const question = { ...unlike, goal: Math.ceil(ends / 10) };
      const { instrument, levels, target, options } = toAsked(question);
      const first = await findGap(instrument, levels, target, options);
      fc.pre(first.status === 'planned');
      const found = await findAlternatives(instrument, levels, target, options, first, 3);
      const plans = found.map(({ plan }) => JSON.stringify([...plan]));
      expect(new Set(plans).size).toBe(plans.length);
      const outcomes = found.map(({ plan }) =>
        judge(
          question,
          question.levels.map((level, i) => plan.get(`i${i + 1}`) ?? level),
        ),
      );
      expect(outcomes).toEqual(bruteForce(question)?.all.slice(0, 3));
    }),
    { numRuns: 10, seed: 3 },
  );
});

test('twins exchanged are no other plan', async () => {
  const [item] = fc.sample(smallCase('cost', null), { numRuns: 1, seed: 1 });
  if (!item) throw new Error('no case');
  const same = [1, 1, 1, 1];
  const { instrument, levels, options, target } = toAsked({
    ...item,
    on: [],
    parts: [1, 1, 1],
    levels: [4, 4, 4],
    costs: [same, same, same],
    opd: [0, 0, 0],
    goal: 13,
  });
  const first = await findGap(instrument, levels, target, options);
  const found = await findAlternatives(instrument, levels, target, options, first, 9);
  expect(found.map(({ levelSteps }) => levelSteps)).toEqual([1, 2, 3]);
  expect(found[0]).toBe(first);
});

test('where there is nothing to do there is nothing else to do', async () => {
  const small = smallInstrument([1, 1]);
  const target = { index: new Fraction(1), label: '' };
  const first = await findGap(small, new Map(), target);
  expect(await findAlternatives(small, new Map(), target, {}, first, 3)).toEqual([first]);
});
