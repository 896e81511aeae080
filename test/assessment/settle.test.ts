import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/answers.ts';
import { type MergePolicy, type MergeRule, usualPolicy } from '../../src/assessment/merge-policy.ts';
import { settle, statedLevels } from '../../src/assessment/settle.ts';
import type { Scale } from '../../src/instrument/instrument.ts';
import { makeAnswer as answer } from './make-answer.ts';

const scale = { min: 1, max: 5, floor: 1, decimals: 0 } as Scale;
const decimalScale = { ...scale, decimals: 2 };

const opd = (code: string) => ({ code, name: code, indicators: ['12'] });
const assigned = ['a', 'b', 'c', 'd'].map(opd);
const rule = (name: MergeRule, more: Partial<MergePolicy> = {}): MergePolicy => ({
  ...usualPolicy,
  rule: name,
  assigned,
  ...more,
});
const leadIs = (code: string) => rule('lead', { leads: new Map([['12', code]]) });

function result(answers: readonly Answer[], policy: MergePolicy, on = scale) {
  const { level, basis, carrier, isOpen } = settle('12', answers, policy, on);
  return { level, basis, opd: carrier?.opd, isOpen };
}

describe('answers that do not differ', () => {
  test.each<[string, Answer[], object]>([
    ['none', [], { level: null, basis: 'blank', opd: undefined }],
    ['blanks', [answer('a', null), answer('b', null)], { level: null, basis: 'blank', opd: 'a' }],
    ['one', [answer('a', 3)], { level: 3, basis: 'single', opd: 'a' }],
    [
      'one, and a blank before it',
      [answer('a', null), answer('b', 3)],
      { level: 3, basis: 'single', opd: 'b' },
    ],
    ['two alike', [answer('a', 3), answer('b', 3)], { level: 3, basis: 'agreed', opd: 'a' }],
  ])('%s: closed, whatever the rule', (_, answers, expected) => {
    for (const name of ['lead', 'lowest', 'median', 'weighted'] as const) {
      expect(result(answers, rule(name))).toEqual({ ...expected, isOpen: false });
    }
  });

  test('the words of the lead go with a level on which all agree', () => {
    expect(result([answer('a', 3), answer('c', 3)], leadIs('c')).opd).toBe('c');
  });
});

describe('lead', () => {
  test('the OPD that is named decides', () => {
    expect(result([answer('a', 2), answer('b', 4)], leadIs('b'))).toEqual({
      level: 4,
      basis: 'lead',
      opd: 'b',
      isOpen: false,
    });
  });

  test('so does the only one that was given the indicator', () => {
    const policy = rule('lead', { assigned: [opd('b'), { ...opd('a'), indicators: ['13'] }] });
    expect(result([answer('a', 2), answer('b', 4)], policy)).toMatchObject({ level: 4, basis: 'lead' });
  });

  test.each<[string, Answer[], MergePolicy]>([
    ['nobody leads', [answer('a', 2), answer('b', 4)], rule('lead')],
    ['nobody says who answers what', [answer('a', 2), answer('b', 4)], usualPolicy],
    ['the lead is blank', [answer('a', 2), answer('b', 4), answer('c', null)], leadIs('c')],
    ['the lead contradicts itself', [answer('a', 4), answer('a', 2, 'a2.xlsx')], leadIs('a')],
    ['files without an OPD', [answer(null, 2), answer(null, 4, 'x.csv')], leadIs('a')],
  ])('%s: the lowest counts, openly', (_, answers, policy) => {
    expect(result(answers, policy)).toMatchObject({ level: 2, basis: 'lowest', isOpen: true });
  });
});

describe('the other rules', () => {
  const stated = (...levels: number[]) => levels.map((level, index) => answer('abcd'[index] ?? 'e', level));

  test.each<[MergeRule, number[], number, string]>([
    ['lowest', [4, 2, 3], 2, 'b'],
    ['median', [4, 2, 3], 3, 'c'],
    ['median', [5, 1, 4, 2], 2, 'd'],
    ['weighted', [4, 3, 3], 3, 'b'],
    ['weighted', [5, 4, 4, 5], 4, 'b'],
  ])('%s of %j is %i, in the words of %s; the conflict stays open', (name, levels, level, code) => {
    expect(result(stated(...levels), rule(name))).toEqual({ level, basis: name, opd: code, isOpen: true });
  });

  test('weights count; a level is reached only in full', () => {
    const weights = new Map([['a', new Fraction(3)]]);
    // (3 × 5 + 2) ÷ 4 = 4.25
    expect(result(stated(5, 2), rule('weighted', { weights })).level).toBe(4);
    expect(result(stated(5, 2), rule('weighted', { weights }), decimalScale).level).toBe(4.25);
  });

  test('thirds are cut exactly, not by floats', () => {
    expect(result(stated(1, 1, 2), rule('weighted'), decimalScale).level).toBe(1.33);
    expect(result(stated(2.9, 2.9, 2.8), rule('weighted'), { ...scale, decimals: 1 }).level).toBe(2.8);
  });

  test('an OPD has one voice, its lowest, however many files it sent', () => {
    const answers = [answer('a', 5), answer('a', 4, 'a2.xlsx'), answer('a', 5, 'a3.xlsx'), answer('b', 2)];
    expect(result(answers, rule('median')).level).toBe(2);
    expect(result(answers, rule('weighted')).level).toBe(3);
  });
});

describe('a written decision', () => {
  const decision = {
    indicator: '12',
    level: 3,
    reason: 'Sesuai SK',
    by: 'Sekda',
    date: '2026-11-21',
    at: { file: 'spbe.yaml' },
  };
  const decided = { ...leadIs('b'), decisions: new Map([['12', decision]]) };

  test('stands above the lead and every answer, and keeps them all', () => {
    const answers = [answer('a', 2), answer('b', 4)];
    expect(result(answers, decided)).toEqual({ level: 3, basis: 'decision', opd: 'b', isOpen: false });
    expect(settle('12', answers, decided, scale)).toMatchObject({ candidates: answers, decision });
  });

  test('takes the words of the answer that says the same', () => {
    expect(result([answer('a', 3), answer('b', 4)], decided).opd).toBe('a');
  });

  test('needs no answer', () => {
    expect(result([], decided)).toEqual({ level: 3, basis: 'decision', opd: undefined, isOpen: false });
  });
});

test('under every rule the level lies within what was stated, and alike answers more change nothing', () => {
  const stated = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', null), fc.integer({ min: 1, max: 5 })), {
    minLength: 1,
    maxLength: 6,
  });
  const rules = fc.constantFrom<MergeRule>('lead', 'lowest', 'median', 'weighted');
  fc.assert(
    fc.property(stated, rules, (answers, name) => {
      const all = answers.map(([code, level], index) => answer(code, level, `${index}.xlsx`));
      const levels = all.map(({ level }) => level ?? 0);
      const level = result(all, rule(name)).level ?? 0;
      expect(level).toBeGreaterThanOrEqual(Math.min(...levels));
      expect(level).toBeLessThanOrEqual(Math.max(...levels));
      const doubled = [...all, ...all.filter(({ opd: code }) => code !== null)];
      expect(result(doubled, rule(name)).level).toBe(level);
    }),
  );
});

describe('voices', () => {
  test('an OPD has one, the lowest of its files; files of nobody have one each', () => {
    const twice = [answer('a', 4, 'a1.xlsx'), answer('a', 2, 'a2.xlsx'), answer('a', 3, 'a3.xlsx')];
    const others = [answer('b', 5), answer('c', 5)];
    expect(result([...twice, ...others], rule('median')).level).toBe(5);
    expect(result([...twice, ...others], rule('weighted'), decimalScale).level).toBe(4);
    const nobody = [
      answer(null, 1, 'x.csv'),
      answer(null, 2, 'y.csv'),
      answer(null, 2, 'z.csv'),
      answer('a', 5),
    ];
    expect(result(nobody, rule('median')).level).toBe(2);
    expect(result(nobody, rule('weighted'), decimalScale).level).toBe(2.5);
  });

  test('of an OPD that is not named weigh one', () => {
    const weights = new Map([['a', new Fraction(3)]]);
    const answers = [answer('a', 5), answer('b', 1), answer(null, 1, 'x.csv')];
    expect(result(answers, rule('weighted', { weights }), decimalScale).level).toBe(3.4);
  });

  test('blanks are none: the words of the lead go with its own blank', () => {
    expect(result([answer('a', null), answer('b', null)], leadIs('b'))).toEqual({
      ...{ level: null, basis: 'blank', opd: 'b', isOpen: false },
    });
    expect(result([answer('a', null)], leadIs('b')).opd).toBe('a');
    expect(statedLevels([answer('a', 4), answer('b', null), answer('c', 2), answer('d', 4)])).toEqual([2, 4]);
  });
});
