import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { findPlan, hasPlan } from '../../src/plan/find-plan.ts';
import type { Question } from '../../src/plan/program.ts';
import {
  days,
  floor,
  frozen,
  group,
  index,
  ladder,
  planText,
  question,
  requires,
  steps,
  underway,
  within,
} from './tiny-question.ts';

/** `a3 b2`: the levels of the plan; then its value and bound, which are one where it is called optimal. */
async function find(asked: Question): Promise<string> {
  const found = await findPlan(asked);
  if (found.status !== 'found') return found.status;
  expect(found.bound.compare(found.value)).toBeLessThanOrEqual(0);
  expect(found.optimal).toBe(found.bound.equals(found.value));
  return `${planText(found.plan) || 'nothing'}: ${found.value.toString()}`;
}

/* a is worth more, b costs less: 0.5 points for 3, 0.3 points for 1, 2, 4. */
const a = ladder('a', { from: 2, gain: '0.5', costs: [3, 3, 3] });
const b = ladder('b', { from: 2, gain: '0.3', costs: [1, 2, 4] });

describe('the least cost', () => {
  test.each([
    ['0', 'nothing: 0'],
    ['0.3', 'b3: 1'],
    // A hair more, and one step of b is not enough: two cost as much as one of a, which is fewer steps.
    ['0.3001', 'a3: 3'],
    ['0.5', 'a3: 3'],
    ['0.6', 'b4: 3'],
    ['0.61', 'a3 b3: 4'],
    // a5 is 1.5 for 9, with b3 1.8 for 10; a4 b4 is 1.6 for 9, with b5 1.9 for 13.
    ['1.6', 'a4 b4: 9'],
    ['2.4', 'a5 b5: 16'],
    ['2.41', 'infeasible'],
  ])('that gains %s', async (needed, plan) => {
    expect(await find(question([a, b], { constraints: [index(needed)] }))).toBe(plan);
  });

  test('counts fractions of a unit exactly', async () => {
    const thirds = ladder('c', { from: 1, gain: '1/3', costs: [1, 1, 1, 1] });
    expect(await find(question([thirds], { constraints: [index(1)] }))).toBe('c4: 3');
    const halves = [
      ladder('d', { from: 1, gain: 1, costs: [0.5] }),
      ladder('e', { from: 1, gain: 1, costs: [0.75] }),
    ];
    expect(await find(question(halves, { constraints: [index(2)] }))).toBe('d2 e2: 1.25');
  });
});

describe('ties', () => {
  test('first the fewest steps', async () => {
    const short = ladder('c', { from: 4, gain: '0.6', costs: [2] });
    const long = ladder('b', { from: 1, gain: '0.3', costs: [1, 1] });
    expect(await find(question([long, short], { constraints: [index('0.6')] }))).toBe('c5: 2');
  });

  test('then the lowest levels', async () => {
    const high = ladder('a', { from: 3, gain: '0.3', costs: [1] });
    const low = ladder('b', { from: 1, gain: '0.3', costs: [1] });
    expect(await find(question([high, low], { constraints: [index('0.3')] }))).toBe('b2: 1');
  });

  test('then the highest index', async () => {
    const less = ladder('a', { from: 2, gain: '0.3', costs: [1] });
    const more = ladder('b', { from: 2, gain: '0.4', costs: [1] });
    expect(await find(question([less, more], { constraints: [index('0.3')] }))).toBe('b3: 1');
  });

  test('then the first in the order of the instrument', async () => {
    const same = ['a', 'b', 'c'].map((id) => ladder(id, { from: 2, gain: '0.3', costs: [1, 1] }));
    expect(await find(question(same, { constraints: [index('0.3')] }))).toBe('a3: 1');
    expect(await find(question(same, { constraints: [index('0.6')] }))).toBe('a3 b3: 2');
    expect(await find(question(same.toReversed(), { constraints: [index('0.3')] }))).toBe('c3: 1');
    // Two that are equal but for something asked of one of them are not the same.
    expect(await find(question(same, { constraints: [index('0.6'), underway('c', 3)] }))).toBe('a3 c3: 2');
    expect(await find(question(same, { constraints: [index('0.3'), frozen('a')] }))).toBe('b3: 1');
    expect(await find(question(same, { constraints: [group('0.3', 'b', 'c')] }))).toBe('b3: 1');
    expect(await find(question(same, { constraints: [floor(3, 'b')] }))).toBe('a3 c3: 2');
  });

  test('the most of the index: at the least cost, then in the fewest steps and at the lowest levels', async () => {
    const most = (ladders: Question['ladders'], ...limits: Question['constraints']) =>
      find(question(ladders, { objective: 'index', constraints: limits }));
    expect(await most([a, b], steps(2))).toBe('a4: -1');
    const dear = ladder('a', { from: 2, gain: '0.3', costs: [2] });
    const cheap = ladder('b', { from: 4, gain: '0.3', costs: [1] });
    expect(await most([dear, cheap], steps(1))).toBe('b5: -0.3');
    // 0.6 for 2, at once or in two steps; the budget leaves both.
    const atOnce = ladder('c', { from: 4, gain: '0.6', costs: [2] });
    const inTwo = ladder('d', { from: 1, gain: '0.3', costs: [1, 1] });
    expect(await most([inTwo, atOnce], days(20))).toBe('c5: -0.6');
    const low = ladder('e', { from: 1, gain: '0.3', costs: [1] });
    expect(await most([cheap, low], steps(1))).toBe('e2: -0.3');
  });
});

describe('other aims', () => {
  test('the fewest indicators: two steps of one before one of each', async () => {
    const asked = { constraints: [index('0.8')], objective: 'indicators' } as const;
    expect(await find(question([a, b], asked))).toBe('a4: 1');
    expect(await find(question([a, b], { ...asked, constraints: [index('1.6')] }))).toBe('a4 b4: 2');
  });

  test('the fewest OPD; those without one are one together', async () => {
    const c = ladder('c', { from: 4, gain: '0.5', costs: [1] });
    const opdOf = new Map([
      ['a', 'x'],
      ['b', 'x'],
    ]);
    const asked = { constraints: [index('1.5')], objective: 'opd', opdOf } as const;
    // a and c would take two steps less than a and b, but a second OPD.
    expect(await find(question([a, b, c], asked))).toBe('a5: 1');
    expect(await find(question([a, b, c], { ...asked, opdOf: new Map() }))).toBe('a4 c5: 1');
    expect(await find(question([a, b, c], { ...asked, constraints: [index('2.7')] }))).toBe('a5 b5 c5: 2');
    // Twins are told apart by their OPD: c and d are x, e is y.
    const twins = ['e', 'c', 'd'].map((id) => ladder(id, { from: 4, gain: '0.5', costs: [1] }));
    const owners = new Map([
      ['c', 'x'],
      ['d', 'x'],
      ['e', 'y'],
    ]);
    expect(await find(question(twins, { ...asked, constraints: [index(1)], opdOf: owners }))).toBe(
      'c5 d5: 1',
    );
  });
});

describe('limits', () => {
  const with3 = (...limits: Question['constraints']) => find(question([a, b], { constraints: limits }));

  test.each([
    ['4', 'a3 b3: 4'],
    ['2', 'a3 b3: 4'],
    // Not half a step more than is there.
    ['1.9', 'infeasible'],
  ])('%s level steps', async (amount, plan) => {
    expect(await with3(index('0.61'), steps(amount))).toBe(plan);
  });

  test.each([
    [40, 'a3 b3: 4'],
    [39, 'infeasible'],
  ])('%i person-days', async (amount, plan) => {
    expect(await with3(index('0.61'), days(amount))).toBe(plan);
  });

  test('a group gains its points by its own', async () => {
    expect(await with3(group('0.5', 'b'))).toBe('b4: 3');
    expect(await with3(group('0.5', 'a', 'b'))).toBe('a3: 3');
    expect(await with3(group('-1', 'b'))).toBe('nothing: 0');
    expect(await with3(group('0.91', 'b'))).toBe('infeasible');
  });

  test('a floor and work that has begun lead up to their level, and no further', async () => {
    expect(await with3(floor(3))).toBe('a3 b3: 4');
    expect(await with3(floor(2))).toBe('nothing: 0');
    expect(await with3(floor(4, 'a'))).toBe('b4: 3');
    expect(await with3(underway('a', 3))).toBe('a3: 3');
    expect(await with3(underway('b', 5))).toBe('b5: 7');
    expect(await with3(underway('b', 2))).toBe('nothing: 0');
  });

  test('what is frozen or comes too late is not there', async () => {
    expect(await with3(index('0.5'), frozen('a'))).toBe('b4: 3');
    expect(await with3(floor(3), frozen('a'))).toBe('infeasible');
    expect(await with3(floor(2), frozen('a'))).toBe('nothing: 0');
    expect(await with3(floor(3, 'a'), frozen('a'))).toBe('b3: 1');
    // A step takes a month: three months for three.
    expect(await with3(index('1.5'), frozen('b'), within(3))).toBe('a5: 9');
    expect(await with3(index('1.5'), frozen('b'), within(2))).toBe('infeasible');
    expect(await with3(floor(4), within(2))).toBe('a4 b4: 9');
    expect(await with3(floor(4), within(1))).toBe('infeasible');
    expect(await with3(index('0'), within(0))).toBe('nothing: 0');
  });

  test('what a step requires', async () => {
    const needs = (
      indicator: string,
      level: number,
      other: string,
      least: number,
      ...limits: Question['constraints']
    ) =>
      find(
        question([a, b], {
          constraints: limits,
          requires: [{ indicator, level, needs: { indicator: other, level: least } }],
        }),
      );
    expect(await needs('a', 3, 'b', 3, underway('a', 3))).toBe('a3 b3: 4');
    expect(await needs('a', 3, 'b', 4, underway('a', 4))).toBe('a4 b4: 9');
    // The step above the one that requires needs it too, the one below does not.
    expect(await needs('a', 4, 'b', 3, underway('a', 5))).toBe('a5 b3: 10');
    expect(await needs('a', 4, 'b', 3, underway('a', 3))).toBe('a3: 3');
    // Met today, or of an indicator that is at the top.
    expect(await needs('a', 3, 'b', 2, underway('a', 3))).toBe('a3: 3');
    expect(await needs('a', 3, 'z', 5, underway('a', 3))).toBe('a3: 3');
    // Ruled out: by what is frozen, and by the deadline that b reaches 3 in but not 4.
    expect(await needs('a', 4, 'b', 3, underway('a', 3), frozen('b'))).toBe('a3: 3');
    expect(await needs('a', 3, 'b', 3, underway('a', 3), frozen('b'))).toBe('infeasible');
    expect(await needs('a', 3, 'b', 3, underway('a', 3), within(2))).toBe('a3 b3: 4');
    expect(await needs('a', 3, 'b', 3, underway('a', 3), within(1))).toBe('infeasible');
  });
});

describe('indicators that are alike but for one thing', () => {
  const twins = ['a', 'b', 'c'].map((id) => ladder(id, { from: 2, gain: '0.3', costs: [1, 1] }));

  test('work that has begun, to different levels', async () => {
    const begun = {
      kind: 'underway',
      to: new Map([
        ['b', 3],
        ['c', 4],
      ]),
    } as const;
    expect(await find(question(twins, { constraints: [begun] }))).toBe('b3 c4: 3');
  });

  test('what one of them requires, or is required for', async () => {
    const dear = ladder('d', { from: 2, gain: '0.1', costs: [9] });
    const ladders = [...twins, dear];
    const requiring = { constraints: [index('0.3')], requires: [requires('a', 3, 'd', 3)] };
    expect(await find(question(ladders, requiring))).toBe('b3: 1');
    const required = { constraints: [underway('d', 3)], requires: [requires('d', 3, 'b', 3)] };
    expect(await find(question(ladders, required))).toBe('b3 d3: 10');
  });

  test('the person-days or rupiah they take, where these are limited', async () => {
    const priced = twins.map((rungs) =>
      rungs.map((rung) => {
        const [many, few] = rung.indicator === 'b' ? [7, 2] : [2, 7];
        return { ...rung, work: { months: 1, days: new Fraction(few), rupiah: new Fraction(many) } };
      }),
    );
    const limited = (measure: 'days' | 'rupiah') => {
      const budget = { kind: 'budget', measure, amount: new Fraction(5) } as const;
      return find(question(priced, { constraints: [index('0.6'), budget] }));
    };
    // Of days b takes 2 a step and the others 7; of rupiah it is the other way round.
    expect(await limited('days')).toBe('b4: 2');
    expect(await limited('rupiah')).toBe('a3 c3: 2');
  });
});

describe('plans that must not come again', () => {
  const same = ['a', 'b', 'c'].map((id) => ladder(id, { from: 2, gain: '0.3', costs: [1, 1] }));
  const without = (...plans: Record<string, number>[]) =>
    find(
      question(same, {
        constraints: [index('0.6')],
        avoid: plans.map((plan) => new Map(Object.entries(plan))),
      }),
    );

  test('nor those that only exchange what is the same', async () => {
    expect(await without({ a: 3, b: 3 })).toBe('a4: 2');
    expect(await without({ b: 3, c: 3 })).toBe('a4: 2');
    expect(await without({ a: 3, b: 3 }, { c: 4 })).toBe('a3 b3 c3: 3');
    expect(await without({ a: 3, b: 3 }, { c: 4 }, { a: 3, b: 3, c: 3 })).toBe('a4 b3: 3');
  });

  test('every other one may', async () => {
    expect(await without({ a: 4, b: 4, c: 4 })).toBe('a3 b3: 2');
    expect(await without({})).toBe('a3 b3: 2');
    const only = [ladder('a', { from: 4, gain: 1, costs: [1] })];
    const avoid = [new Map([['a', 5]])];
    expect(await find(question(only, { avoid }))).toBe('nothing: 0');
    expect(await find(question(only, { avoid: [new Map()] }))).toBe('a5: 1');
    expect(await find(question(only, { avoid: [new Map(), ...avoid] }))).toBe('infeasible');
  });
});

describe('whether there is a plan', () => {
  test('is known', async () => {
    expect(await hasPlan(question([a, b], { constraints: [index('2.4')] }))).toBe(true);
    expect(await hasPlan(question([a, b], { constraints: [index('2.41')] }))).toBe(false);
    expect(await hasPlan(question([], { constraints: [index('0.1')] }))).toBe(false);
    expect(await hasPlan(question([], { constraints: [index(0)] }))).toBe(true);
  });
});
