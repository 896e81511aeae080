import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import type { Constraint } from '../../src/plan/constraint.ts';
import { raiseLowestFirst } from '../../src/plan/lowest-first.ts';
import { listLadders } from '../../src/plan/rungs.ts';
import { smallInstrument } from './small-instrument.ts';

/* A level of each indicator is worth a quarter of an index point. */
const instrument = smallInstrument([1, 1, 1, 1]);
const levels = new Map([
  ['i1', 3],
  ['i2', 2],
  ['i3', 2],
  ['i4', 5],
]);
const ladders = listLadders(instrument, levels, () => 1);
const raise = (...constraints: Constraint[]) => Object.fromEntries(raiseLowestFirst(ladders, constraints));
const index = (needed: string): Constraint => ({ kind: 'index', needed: new Fraction(needed) });
const group = (needed: string, ...ids: string[]): Constraint => ({
  ...{ kind: 'group', group: 'A1', indicators: new Set(ids), needed: new Fraction(needed) },
});
const floor = (level: number, ...exempt: string[]): Constraint => ({
  ...{ kind: 'floor', level, exempt: new Set(exempt) },
});

test.each([
  ['0', {}],
  ['0.1', { i2: 3 }],
  ['0.25', { i2: 3 }],
  ['0.5', { i2: 3, i3: 3 }],
  ['0.75', { i1: 4, i2: 3, i3: 3 }],
  ['1', { i1: 4, i2: 4, i3: 3 }],
  ['99', { i1: 5, i2: 5, i3: 5 }],
])('raises the lowest, the first among equals, until %s points are gained', (needed, plan) => {
  expect(raise(index(needed))).toEqual(plan);
});

test('of a decimal level the first step adds less than the next', () => {
  const decimal = listLadders(smallInstrument([1], 1), new Map([['i1', 2.4]]), () => 1);
  expect(Object.fromEntries(raiseLowestFirst(decimal, [index('1.5')]))).toEqual({ i1: 4 });
});

test('a group needs the points of its own indicators', () => {
  expect(raise(group('0.25', 'i3'))).toEqual({ i2: 3, i3: 3 });
  expect(raise(group('0.25', 'i2'))).toEqual({ i2: 3 });
  expect(raise(index('0.25'), group('0.25', 'i1'))).toEqual({ i1: 4, i2: 3, i3: 3 });
});

test('a floor is met where no indicator is below it but those exempt', () => {
  expect(raise(floor(3))).toEqual({ i2: 3, i3: 3 });
  expect(raise(floor(2))).toEqual({});
  expect(raise(floor(3, 'i3'))).toEqual({ i2: 3 });
  expect(raise(floor(3, 'i2', 'i3'))).toEqual({});
});

test('it knows no limits', () => {
  expect(raise(index('0.25'), { kind: 'frozen', indicators: new Set(['i2']) })).toEqual({ i2: 3 });
  expect(raise()).toEqual({});
});
