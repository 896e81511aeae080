import { expect, test } from 'vitest';
import type { IndicatorCriteria } from '../../src/instrument/criteria-schema.ts';
import { findMissingEvidence } from '../../src/plan/missing-evidence.ts';

type Item = IndicatorCriteria['levels'][number]['evidence'][number];

const item = (id: string, required: boolean, anyOf?: string) =>
  ({ id, required, ...(anyOf === undefined ? {} : { anyOf }) }) as Item;

/** Level 3 asks for a, for b or c, for d or e; f is welcome. */
const criteria = {
  levels: [
    {
      level: 3,
      evidence: [
        ...[item('a', true), item('b', false, 'x'), item('c', true, 'x')],
        ...[item('d', false, 'y'), item('e', false, 'y'), item('f', false)],
      ],
    },
    { level: 4, evidence: [item('g', false)] },
  ],
} as unknown as IndicatorCriteria;

function look(level: number, there: string, of: IndicatorCriteria | undefined = criteria) {
  const { items, done } = findMissingEvidence(of, level, (id) => there.includes(id));
  return [items.map(({ id }) => id).join(''), done.toFraction()];
}

test.each([
  ['', 'abcde', '0'],
  ['a', 'bcde', '1/3'],
  ['b', 'ade', '1/3'],
  ['ce', 'a', '2/3'],
  ['de', 'abc', '1/3'],
  ['f', 'abcde', '0'],
  ['ace', '', '1'],
])('with %j there, %j is missing and %s is done', (there, missing, done) => {
  expect(look(3, there)).toEqual([missing, done]);
});

test('where nothing is required, or nothing is known, nothing is missing and nothing done', () => {
  expect(look(4, '')).toEqual(['', '0']);
  expect(look(2, '')).toEqual(['', '0']);
  expect(findMissingEvidence(undefined, 3, () => true).done.toFraction()).toBe('0');
});
