import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { aspectChanges, changesBetween } from '../../src/assessment/changes.ts';
import { type Score, score } from '../../src/assessment/score.ts';
import { loadInstrument } from '../../src/instrument/load.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const scoreOf = (levels: Readonly<Record<string, number>>) =>
  score(instrument, new Map(Object.entries(levels)));

test('what changed, indicator by indicator and aspect by aspect, in the order of the instrument', () => {
  const found = changesBetween(instrument, scoreOf({ 47: 3, 12: 2, 1: 1 }), scoreOf({ 1: 3, 12: 2, 13: 1 }));
  expect(found.indicators.map(({ id, from, to, points }) => `${id}: ${from}–${to} ${points}`)).toEqual([
    '1: 1–3 0.026',
    // A blank counts at the floor, and yet it was not there.
    '13: null–1 0',
    '47: 3–null -0.06',
  ]);
  expect(found.difference.toString()).toBe('-0.034');
  const moved = found.aspects.filter(({ points }) => !points.equals(0));
  expect(moved.map(({ group, points }) => `${group.id} ${points}`)).toEqual(['A1 0.026', 'A8 -0.06']);
  expect(found.aspects).toHaveLength(8);
});

describe('what cannot be is a bug:', () => {
  const whole = scoreOf({ 1: 3 });
  const broken: readonly [string, Score, Score][] = [
    ['No indicator 1 before', { ...whole, indicators: [] }, whole],
    ['No aspect A1', whole, { ...whole, groups: [] }],
    ['Parts 13/500 ≠ 1/2', scoreOf({}), { ...whole, index: new Fraction('1.5') }],
  ];

  test.each(broken)('%s', (message, from, to) => {
    expect(() => changesBetween(instrument, from, to)).toThrow(message);
  });

  test('aspects that do not add up', () => {
    const groups = whole.groups.map((one) =>
      one.group.id === 'A1' ? { ...one, index: new Fraction(5) } : one,
    );
    expect(aspectChanges(instrument, whole.groups, groups)[0]?.points.toString()).toBe('0.494');
    expect(() => changesBetween(instrument, scoreOf({}), { ...whole, groups })).toThrow(
      /^Parts .* ≠ 13\/500$/,
    );
  });
});
