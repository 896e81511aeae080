import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/answers.ts';
import { conflictProblems } from '../../src/assessment/conflict-problems.ts';
import { type MergePolicy, usualPolicy } from '../../src/assessment/merge-policy.ts';
import { settle } from '../../src/assessment/settle.ts';
import type { Scale } from '../../src/instrument/instrument.ts';
import { makeAnswer } from './make-answer.ts';

const scale = { min: 1, max: 5, floor: 1, decimals: 1 } as Scale;
const problemsOf = (answers: readonly Answer[], policy: Partial<MergePolicy> = {}) =>
  conflictProblems(settle('12', answers, { ...usualPolicy, ...policy }, scale));
const ledBy = (code: string) => ({ leads: new Map([['12', code]]) });
const [a2, b3, c4] = [makeAnswer('a', 2), makeAnswer('b', 3), makeAnswer('c', 4)];

describe('an open conflict', () => {
  test('is named at every cell that states a level: its own answer first, then where the others stand', () => {
    const problems = problemsOf([a2, makeAnswer('x', null), b3]);
    expect(problems.map(({ code, at, details }) => ({ code, at, answers: details['answers'] }))).toEqual([
      { code: 'answer-conflict', at: a2.at, answers: 'di sini 2; b.xlsx › Penilaian!F6: 3' },
      { code: 'answer-conflict', at: b3.at, answers: 'di sini 3; a.xlsx › Penilaian!F6: 2' },
    ]);
    expect(problems[0]?.details).toMatchObject({ indicator: '12', used: 'dipakai yang terendah, 2' });
  });

  test('decimals are written with a comma', () => {
    expect(problemsOf([makeAnswer('a', 2.5), b3])[0]?.details).toMatchObject({
      answers: 'di sini 2,5; b.xlsx › Penilaian!F6: 3',
      used: 'dipakai yang terendah, 2,5',
    });
  });

  const seven = [2, 3, 3, 3, 3, 3, 3].map((level, index) => makeAnswer(`o${index + 1}`, level));
  const eight = [...seven, makeAnswer('o8', 4)];
  test.each([
    ['seven answers', seven, 0, 7, 'o7.xlsx › Penilaian!F6: 3'],
    ['seven answers, seen from the last', seven, 6, 7, 'o6.xlsx › Penilaian!F6: 3'],
    ['eight answers', eight, 0, 8, 'dan 1 jawaban lain'],
    ['eight answers, seen from the last', eight, 7, 8, 'dan 1 jawaban lain'],
  ])('%s: six others are named, the rest is counted', (_what, answers, position, parts, last) => {
    const said = String(problemsOf(answers)[position]?.details['answers']).split('; ');
    expect(said).toHaveLength(parts);
    expect(said.at(-1)).toBe(last);
  });

  test.each<[string, readonly Answer[], Partial<MergePolicy>, string]>([
    ['the median', [a2, b3, c4], { rule: 'median' }, 'dipakai median bawah, 3'],
    [
      'the weighted mean',
      [a2, b3],
      { rule: 'weighted', weights: new Map([['b', new Fraction(3)]]) },
      'dipakai rata-rata berbobot dibulatkan ke bawah, 2,7',
    ],
    ['the lowest', [a2, b3], { rule: 'lowest' }, 'dipakai yang terendah, 2'],
    [
      'a lead that is silent',
      [a2, b3, makeAnswer('c', null)],
      ledBy('c'),
      'OPD pengampu (c) belum mengisi, dipakai yang terendah, 2',
    ],
    [
      'a lead that contradicts itself',
      [a2, makeAnswer('a', 4, 'a2.xlsx')],
      ledBy('a'),
      'OPD pengampu (a) memberi lebih dari satu jawaban, dipakai yang terendah, 2',
    ],
  ])('says what is used: %s', (_what, answers, policy, used) => {
    expect(problemsOf(answers, policy)[0]?.details['used']).toBe(used);
  });

  test('what was typed into the regional workbook counts, and says so', () => {
    const settlement = settle('12', [a2, b3], usualPolicy, scale);
    const [first] = conflictProblems({ ...settlement, basis: 'regional', level: 3 });
    expect(first?.details['used']).toBe('dipakai yang tertulis di rekapitulasi, 3');
  });

  test.each<[string, readonly Answer[], Partial<MergePolicy>, string]>([
    ['name the lead', [b3, a2], {}, 'sebut OPD pengampunya di spbe.yaml (leads: {12: b})'],
    [
      'name one of those that answer',
      [makeAnswer(null, 2), b3],
      {},
      'sebut OPD pengampunya di spbe.yaml (leads: {12: b})',
    ],
    [
      'any OPD for example',
      [makeAnswer(null, 2, 'x.csv'), makeAnswer(null, 3, 'y.csv')],
      {},
      'sebut OPD pengampunya di spbe.yaml (leads: {12: diskominfo})',
    ],
    ['write the decision', [a2, b3], ledBy('c'), 'tulis keputusannya di spbe.yaml (decisions)'],
  ])('says what to do: %s', (_what, answers, policy, lead) => {
    expect(problemsOf(answers, policy)[0]?.details['lead']).toBe(lead);
  });
});

describe('a conflict that is closed', () => {
  test('by the lead is named at the cells that were not followed', () => {
    const problems = problemsOf([a2, b3, makeAnswer('c', 2.5)], ledBy('b'));
    expect(problems.map(({ code, at, details }) => ({ code, at, ...details }))).toEqual([
      { code: 'answer-overruled', at: a2.at, indicator: '12', found: '2', used: '3', by: 'OPD pengampu (b)' },
      {
        ...{ code: 'answer-overruled', at: makeAnswer('c', 1).at },
        ...{ indicator: '12', found: '2,5', used: '3', by: 'OPD pengampu (b)' },
      },
    ]);
  });

  test('by a decision names who decided, when and why', () => {
    const decision = {
      ...{ indicator: '12', level: 3, reason: 'berita acara', by: 'Sekda', date: '2025-03-07' },
      at: { file: 'spbe.yaml' },
    };
    const [only, ...others] = problemsOf([a2, b3], { decisions: new Map([['12', decision]]) });
    expect(others).toEqual([]);
    expect(only?.at).toEqual(a2.at);
    expect(only?.details['by']).toBe('keputusan Sekda 7 Maret 2025: berita acara');
  });

  test.each<[string, readonly Answer[]]>([
    ['no level', [makeAnswer('a', null)]],
    ['one', [a2]],
    ['two alike', [a2, makeAnswer('b', 2)]],
  ])('%s: nothing is wrong', (_what, answers) => {
    expect(problemsOf(answers)).toEqual([]);
  });

  test('a decision for no level leaves nothing to follow', () => {
    expect(conflictProblems({ ...settle('12', [a2], usualPolicy, scale), level: null })).toEqual([]);
  });
});
