import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { score } from '../../src/assessment/score.ts';
import type { Constraint } from '../../src/plan/constraint.ts';
import { isReached, toQuestion } from '../../src/plan/question.ts';
import { smallInstrument } from './small-instrument.ts';
import { floor, group, index, ladder, question, steps, underway } from './tiny-question.ts';

const ladders = [ladder('a', { from: 3, gain: 1, costs: [1, 1] })];
const asked = (...constraints: Constraint[]) => isReached(question(ladders, { constraints }));

test('nothing is to be done where nothing is missing', () => {
  expect([asked(index(0)), asked(index('-0.1')), asked(index('0.001'))]).toEqual([true, true, false]);
  expect([asked(group(0, 'a')), asked(group('0.1', 'a'))]).toEqual([true, false]);
  expect([asked(floor(3)), asked(floor(4)), asked(floor(4, 'a')), asked(floor(2))]).toEqual([
    ...[true, false, true, true],
  ]);
  expect(asked(underway('a', 4))).toBe(false);
  expect(asked({ kind: 'underway', to: new Map() })).toBe(true);
  expect([asked(steps(0)), asked()]).toEqual([true, true]);
  expect(asked(index(0), floor(4))).toBe(false);
});

test('the most of the index, or another plan, is always something to do', () => {
  expect(isReached(question(ladders, { objective: 'index' }))).toBe(false);
  expect(isReached(question(ladders, { avoid: [new Map()] }))).toBe(false);
});

test('a domain is missed by all its aspects, an aspect by its own indicators', () => {
  // i1 and i3 are of A1, i2 of A2: 50, 20 and 30 per cent, at the levels 1, 1 and 3.
  const instrument = smallInstrument([5, 2, 3]);
  const levels = new Map([
    ['i1', 1],
    ['i3', 3],
  ]);
  const targets = instrument.groups.map((one) => ({ group: one, index: new Fraction(3), label: '' }));
  const { constraints } = toQuestion(instrument, levels, score(instrument, levels), null, {
    groups: targets,
  });
  const found = constraints.map((one) =>
    one.kind === 'group' ? [one.group, [...one.indicators].join(' '), one.needed.toString()] : [],
  );
  // D1: 3 − 1.6; A1: 80 % of 3 − 1.75; A2: 20 % of 3 − 1.
  expect(found).toEqual([
    ['D1', 'i1 i2 i3', '1.4'],
    ['A1', 'i1 i3', '1'],
    ['A2', 'i2', '0.4'],
  ]);
  const plain = toQuestion(instrument, levels, score(instrument, levels), null, {});
  expect([plain.constraints, plain.requires, plain.avoid, plain.objective]).toEqual([[], [], [], 'cost']);
});
