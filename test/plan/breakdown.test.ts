import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { score } from '../../src/assessment/score.ts';
import { gapByAspect, gapByOpd } from '../../src/plan/breakdown.ts';
import { climbedRungs, listLadders } from '../../src/plan/rungs.ts';
import { sortByWorth, toSteps } from '../../src/plan/step.ts';
import { smallInstrument } from './small-instrument.ts';

/* i1 and i3 are of aspect A1, i2 and i4 of A2; a level of each is worth 0.4, 0.1, 0.3, 0.2 index points. */
const instrument = smallInstrument([4, 1, 3, 2]);
const levels = new Map([
  ['i1', 3],
  ['i2', 1],
  ['i3', 2],
]);
const raised = new Map([
  ['i1', 4],
  ['i2', 3],
  ['i4', 2],
]);
const opdOf = new Map([
  ['i1', 'kominfo'],
  ['i4', 'kominfo'],
]);
const ladders = listLadders(instrument, levels, (id) => (id === 'i2' ? 0 : 2));
const steps = toSteps(climbedRungs(ladders, raised), opdOf);

test('steps join the levels of an indicator, a blank one from the floor', () => {
  expect(steps.map((step) => ({ ...step, gain: step.gain.toString() }))).toEqual([
    {
      ...{ indicator: 'i1', from: 3, to: 4, gain: '0.4', cost: 2, opd: 'kominfo' },
      requires: [{ indicator: 'i1', level: 4 }],
    },
    {
      ...{ indicator: 'i2', from: 1, to: 3, gain: '0.2', cost: 0, opd: null },
      requires: [
        { indicator: 'i2', level: 2 },
        { indicator: 'i2', level: 3 },
      ],
    },
    {
      ...{ indicator: 'i4', from: 1, to: 2, gain: '0.2', cost: 2, opd: 'kominfo' },
      requires: [{ indicator: 'i4', level: 2 }],
    },
  ]);
  expect(sortByWorth(steps).map(({ indicator }) => indicator)).toEqual(['i2', 'i1', 'i4']);
  expect(sortByWorth(steps.toReversed()).map(({ indicator }) => indicator)).toEqual(['i2', 'i1', 'i4']);
});

test('aspects before and after, each with its own level steps', () => {
  const [from, reached] = [score(instrument, levels), score(instrument, new Map([...levels, ...raised]))];
  const found = gapByAspect(instrument, from, reached, steps);
  expect(found.map((one) => [one.group.id, one.from.toFraction(), one.to.toFraction(), one.steps])).toEqual([
    ['A1', '18/7', '22/7', 1],
    ['A2', '1', '7/3', 3],
  ]);
});

test('OPD by what they add, the first in the instrument’s order among equals; no OPD is one of its own', () => {
  const plain = (of: readonly (typeof steps)[number][]) =>
    gapByOpd(of).map(({ opd, indicators, levelSteps, gain }) => [
      ...[opd, indicators.join(' '), levelSteps, gain.toString()],
    ]);
  expect(plain(steps)).toEqual([
    ['kominfo', 'i1 i4', 2, '0.6'],
    [null, 'i2', 2, '0.2'],
  ]);
  const [first, second, third] = steps;
  if (!first || !second || !third) throw new Error('Three steps');
  const alike = { ...third, opd: 'bappeda' };
  expect(plain([second, alike, first])).toEqual([
    ['kominfo', 'i1', 1, '0.4'],
    [null, 'i2', 2, '0.2'],
    ['bappeda', 'i4', 1, '0.2'],
  ]);
  expect(gapByOpd([])).toEqual([]);
});

test('ladders go from today’s level to the top by whole levels; those at the top are left out', () => {
  const decimal = smallInstrument([1, 1], 1);
  const today = new Map([
    ['i1', 3.4],
    ['i2', 5],
  ]);
  const work = { months: 2, days: new Fraction(3), rupiah: null };
  const found = listLadders(
    decimal,
    today,
    (_, to) => new Fraction(to, 2),
    (_, to) => (to === 5 ? work : null),
  );
  expect(
    found.map((ladder) =>
      ladder.map(({ gain, cost, ...rung }) => ({ ...rung, gain: gain.toString(), cost: cost.toString() })),
    ),
  ).toEqual([
    [
      { indicator: 'i1', from: 3.4, to: 4, gain: '0.3', cost: '2', work: null },
      { indicator: 'i1', from: 4, to: 5, gain: '0.5', cost: '2.5', work },
    ],
  ]);
});

test('a step may be free, and nobody need know how long it takes', () => {
  const [first] = listLadders(instrument, levels, () => 0).flat();
  expect([first?.cost.toString(), first?.work]).toEqual(['0', null]);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('a cost of %d is a bug', (cost) => {
  expect(() => listLadders(instrument, levels, () => cost)).toThrow(`Cost of i1 to level 4 is ${cost}`);
});

test.each([
  [5, [4, 5]],
  [4, [4]],
  [3, []],
])('a plan up to level %i climbs the rungs up to it', (to, tops) => {
  expect(climbedRungs(ladders, new Map([['i1', to]])).map((rung) => rung.to)).toEqual(tops);
});
