import fc from 'fast-check';
import type { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { rangeOfConflicts } from '../../src/assessment/conflict-range.ts';
import { claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import { score } from '../../src/assessment/score.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { makeSubmission } from './make-submission.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

function merge(files: readonly (readonly [string, string])[][]) {
  const submissions = files.map((answers, index) =>
    makeSubmission({ file: `${index}.csv`, meta: null, answers }),
  );
  return mergeSubmissions(submissions, instrument, { region: null, year: null }, null);
}

/** Every way to choose one of the levels stated for each indicator. */
function combine(stated: ReadonlyMap<string, readonly number[]>): Map<string, number>[] {
  return [...stated].reduce<Map<string, number>[]>(
    (all, [id, levels]) => all.flatMap((one) => levels.map((level) => new Map([...one, [id, level]]))),
    [new Map()],
  );
}

test('the range is that of all combinations, exactly', () => {
  const answers = fc.uniqueArray(
    fc.tuple(fc.constantFrom('1', '12', '25', '33', '47'), fc.constantFrom('', '1', '2', '3', '5')),
    { selector: ([id]) => id, maxLength: 5 },
  );
  fc.assert(
    fc.property(fc.array(answers, { minLength: 1, maxLength: 3 }), (files) => {
      const { settlements, answers: merged } = merge(files);
      const stated = new Map<string, number[]>();
      for (const [id, text] of files.flat()) {
        if (text !== '') stated.set(id, [...(stated.get(id) ?? []), Number(text)]);
      }
      const all = combine(stated).map((levels) => score(instrument, levels).index);
      const by = (a: Fraction, b: Fraction) => a.compare(b);
      const [low, high] = [all.toSorted(by)[0], all.toSorted(by).at(-1)];
      const range = rangeOfConflicts(instrument, settlements);
      const index = score(instrument, claimedLevels(merged)).index;
      expect((range?.low ?? index).toFraction()).toBe(low?.toFraction());
      expect((range?.high ?? index).toFraction()).toBe(high?.toFraction());
    }),
    { numRuns: 150 },
  );
});

test('only what is open counts: indicator 1 (1.3 %) between 2 and 4', () => {
  const { settlements } = merge([
    [
      ['1', '2'],
      ['12', '3'],
    ],
    [
      ['1', '4'],
      ['12', '3'],
    ],
  ]);
  const range = rangeOfConflicts(instrument, settlements);
  expect(range?.open).toEqual(['1']);
  // All at 1 is 1; indicator 12 adds 2 × 2.5 %; indicator 1 adds 1 × or 3 × 1.3 %.
  expect([range?.low.toString(), range?.high.toString()]).toEqual(['1.063', '1.089']);
});

test('agreement has no range', () => {
  expect(rangeOfConflicts(instrument, merge([[['1', '2']], [['1', '2']]]).settlements)).toBeNull();
});
