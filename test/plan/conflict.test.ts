import { expect, test } from 'vitest';
import { explainConflict } from '../../src/plan/conflict.ts';
import { findFastest } from '../../src/plan/fastest.ts';
import type { Question } from '../../src/plan/program.ts';
import {
  capacity,
  days,
  floor,
  frozen,
  group,
  index,
  january,
  ladder,
  planText,
  question,
  requires,
  steps,
  underway,
  within,
} from './tiny-question.ts';

/* Two steps of 0.5 points and two months each; three of 0.3 points and one month each. */
const a = ladder('a', { from: 3, gain: '0.5', costs: [3, 3], months: [2, 2] });
const b = ladder('b', { from: 2, gain: '0.3', costs: [1, 2, 4] });

async function explain(rest: Partial<Question>) {
  const { between, best, possibleBy, enough } = await explainConflict(question([a, b], rest));
  return {
    between: between.map(({ kind }) => kind).join(' '),
    best: best && planText(best),
    // Months from January on.
    possibleBy: possibleBy === null ? null : possibleBy - january + 1,
    enough: enough?.toString() ?? null,
  };
}

test('a target beyond the top clashes with nothing but itself', async () => {
  expect(await explain({ constraints: [steps(9), index(2), within(9)] })).toEqual({
    ...{ between: 'index', best: 'a5 b5', possibleBy: null, enough: null },
  });
});

test('too short a time: the month by which it is possible, with all else that is asked for', async () => {
  // a5 takes four months; best within three months is all of b, and the first step of a.
  expect(await explain({ constraints: [within(3), index('1.5'), steps(9)] })).toEqual({
    ...{ between: 'deadline index', best: 'a4 b5', possibleBy: 4, enough: null },
  });
  // a4 needs b5, which takes three months: five in all.
  const after = [requires('a', 4, 'b', 5)];
  expect(await explain({ constraints: [within(4), underway('a', 4)], requires: after })).toEqual({
    ...{ between: 'deadline underway', best: null, possibleBy: 5, enough: null },
  });
});

test('too little: what would be enough, with all else that is asked for', async () => {
  // 0.8 points: a4 b3 for 4, in two steps; without a all of b, for 7. Of 3.9 most is made with b4.
  expect(await explain({ constraints: [index('0.8'), days(39)] })).toEqual({
    ...{ between: 'index budget', best: 'b4', possibleBy: null, enough: '40' },
  });
  expect(await explain({ constraints: [index('0.8'), days(39), frozen('a')] })).toEqual({
    ...{ between: 'index budget', best: 'b4', possibleBy: null, enough: '70' },
  });
  expect(await explain({ constraints: [index('0.8'), steps(1)] })).toEqual({
    ...{ between: 'index budget', best: 'a4', possibleBy: null, enough: '2' },
  });
});

test('limits that clash by themselves leave no best', async () => {
  expect(await explain({ constraints: [index(1), underway('a', 4), frozen('a')] })).toEqual({
    ...{ between: 'underway frozen', best: null, possibleBy: null, enough: null },
  });
});

test('where another clash stays, no time and no amount is enough', async () => {
  // The index cannot be reached with b alone, whatever the time; the time is too short for a5, whatever the index.
  expect(await explain({ constraints: [index('1.2'), frozen('a'), floor(4, 'a'), within(1)] })).toEqual({
    ...{ between: 'floor deadline', best: 'b3', possibleBy: null, enough: null },
  });
  expect(await explain({ constraints: [index('1.2'), frozen('a'), floor(4, 'a'), steps(1)] })).toEqual({
    ...{ between: 'floor budget', best: 'b3', possibleBy: null, enough: null },
  });
});

test('domains, aspects and floors are targets, not limits', async () => {
  const limits = [group('0.9', 'b'), floor(5, 'b'), steps(3)];
  expect(await explain({ constraints: limits })).toEqual({
    ...{ between: 'group floor budget', best: 'a5 b3', possibleBy: null, enough: '5' },
  });
});

/** Months from the start, and the plan. */
async function fastest(ladders: Question['ladders'], constraints: Question['constraints'], start = january) {
  const asked = question(ladders, {
    constraints,
    opdOf: new Map([
      ['a', 'x'],
      ['b', 'x'],
    ]),
  });
  const found = await findFastest(asked, start);
  if (found === null) return null;
  const plan = found.found.status === 'found' ? [...found.found.plan] : [];
  return `${found.end - start + 1}: ${plan.map(([id, level]) => `${id}${level}`).join(' ')}`;
}

test('the shortest time, and the cheapest plan within it', async () => {
  expect(await fastest([a, b], [index('0.3')])).toBe('1: b3');
  expect(await fastest([a, b], [index('0.4')])).toBe('2: a4');
  expect(await fastest([a, b], [index('1')])).toBe('2: a4 b4');
  expect(await fastest([a, b], [index('1.2')])).toBe('3: a4 b5');
  expect(await fastest([a, b], [index('1.5')])).toBe('4: a5 b4');
  expect(await fastest([a, b], [index('1.9')])).toBe('4: a5 b5');
  expect(await fastest([a, b], [index('2')])).toBeNull();
  expect(await fastest([], [index('0.1')])).toBeNull();
});

test('the shortest time within a deadline', async () => {
  expect(await fastest([a, b], [index('1.5'), within(4)])).toBe('4: a5 b4');
  expect(await fastest([a, b], [index('1.5'), within(3)])).toBeNull();
  expect(await fastest([a, b], [index('0.4'), within(9)])).toBe('2: a4');
});

test('the shortest time, where capacities make steps wait', async () => {
  // One step a quarter: from January five steps end in January, April, July, October and January.
  expect(await fastest([a, b], [index('1.9'), capacity(1)])).toBe('13: a5 b5');
  expect(await fastest([a, b], [index('1.9'), capacity(1), within(13)])).toBe('13: a5 b5');
  expect(await fastest([a, b], [index('1.9'), capacity(1), within(12)])).toBeNull();
  // From March a month each sooner, but for the first.
  expect(await fastest([b], [index('0.9'), capacity(1)], january + 2)).toBe('5: b5');
  expect(await fastest([a, b], [index('1.9'), capacity(0)])).toBeNull();
});
