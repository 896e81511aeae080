import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { leastMonths, linkSteps } from '../../src/plan/chain.ts';
import type { Requirement } from '../../src/plan/constraint.ts';
import { listLadders } from '../../src/plan/rungs.ts';
import { smallInstrument } from './small-instrument.ts';

const levels = new Map([
  ['i1', 3],
  ['i2', 3],
  ['i3', 4],
]);
/** A step of i1 takes one month, of i2 three, of i3 nobody knows. */
const ladders = listLadders(
  smallInstrument([1, 1, 1]),
  levels,
  () => 1,
  (id) => (id === 'i3' ? null : { months: id === 'i1' ? 1 : 3, days: new Fraction(1), rupiah: null }),
);
const requires = (indicator: string, level: number, needs: string, least: number): Requirement => ({
  ...{ indicator, level, needs: { indicator: needs, level: least } },
});
const link = (...all: Requirement[]) => linkSteps(ladders, all);
const before = (...all: Requirement[]) =>
  Object.fromEntries([...link(...all)].map(([key, step]) => [key, step.before.join(' ')]));

test('before a step come the one below it and those it requires, but for what is met today', () => {
  expect(before()).toEqual({ 'i1>4': '', 'i1>5': 'i1>4', 'i2>4': '', 'i2>5': 'i2>4', 'i3>5': '' });
  const all = [requires('i2', 5, 'i1', 4), requires('i2', 4, 'i1', 3), requires('i3', 5, 'i2', 5)];
  expect(before(...all)).toEqual({
    ...{ 'i1>4': '', 'i1>5': 'i1>4', 'i2>4': '', 'i2>5': 'i2>4 i1>4', 'i3>5': 'i2>5' },
  });
});

test('the longest way counts, from the start or from a step', () => {
  const chain = link(requires('i2', 5, 'i1', 5), requires('i3', 5, 'i2', 5));
  expect(Object.fromEntries(leastMonths(chain, null))).toEqual({
    ...{ 'i1>4': 1, 'i1>5': 2, 'i2>4': 3, 'i2>5': 6, 'i3>5': 6 },
  });
  expect(Object.fromEntries(leastMonths(chain, 'i1>4'))).toEqual({
    ...{ 'i1>4': 0, 'i1>5': 1, 'i2>5': 4, 'i3>5': 4 },
  });
  expect(Object.fromEntries(leastMonths(chain, 'i3>5'))).toEqual({ 'i3>5': 0 });
});

test('steps that require each other in a circle are a bug', () => {
  const chain = link(requires('i1', 4, 'i2', 5), requires('i2', 4, 'i1', 5));
  expect(() => leastMonths(chain, null)).toThrow(/i\d>\d requires itself/);
});
