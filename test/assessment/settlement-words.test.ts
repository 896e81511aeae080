import { expect, test } from 'vitest';
import { mergeRules } from '../../src/assessment/merge-policy.ts';
import { settlementWords } from '../../src/assessment/settlement-words.ts';

test('whatever a level rests on has words of its own', () => {
  const words = Object.values(settlementWords);
  expect(words.every((one) => one.trim() !== '')).toBe(true);
  expect(new Set(words).size).toBe(words.length);
  expect(mergeRules.map((rule) => settlementWords[rule])).toEqual([
    'jawaban OPD pengampu',
    'jawaban terendah',
    'median bawah',
    'rata-rata berbobot, dibulatkan ke bawah',
  ]);
});
