import { describe, expect, test } from 'vitest';
import { findPlan } from '../../src/plan/find-plan.ts';
import type { Question } from '../../src/plan/program.ts';
import {
  capacity,
  floor,
  index,
  january,
  ladder,
  planText,
  question,
  requires,
  steps,
  within,
} from './tiny-question.ts';

/** `a3 b2 | a>3 in 0`: the levels of the plan, and the quarters in which steps of OPD whose capacity binds end. */
async function find(asked: Question): Promise<string> {
  const found = await findPlan(asked);
  if (found.status !== 'found') return found.status;
  const quarters = [...found.quarters].map(([key, quarter]) => `${key} in ${quarter}`).toSorted();
  return [planText(found.plan), ...quarters].join(' | ');
}

const opdOf = new Map([
  ['a', 'x'],
  ['b', 'x'],
  ['c', 'y'],
]);
const one = (id: string, months = 1) => ladder(id, { from: 4, gain: 1, costs: [1], months: [months] });

describe('level steps that an OPD can finish in a quarter', () => {
  const both = (...limits: Question['constraints']) =>
    find(question([one('a'), one('b')], { opdOf, constraints: [floor(5), ...limits] }));

  test('do not bind without a deadline, nor where there is room for all', async () => {
    expect(await both(capacity(1))).toBe('a5 b5');
    expect(await both(capacity(2), within(3))).toBe('a5 b5');
    expect(await both(capacity(null), within(1))).toBe('a5 b5');
  });

  test('put off what finds no room, into the next quarter', async () => {
    expect(await both(capacity(1), within(3))).toBe('infeasible');
    expect(await both(capacity(1), within(4))).toBe('a5 b5 | a>5 in 0 | b>5 in 1');
    expect(await both(capacity(0), within(12))).toBe('infeasible');
  });

  test('are counted by the calendar, whatever the month of the start', async () => {
    // From March, its quarter ends with it; from February a month later.
    expect(await both(capacity(1), within(2, january + 2))).toBe('a5 b5 | a>5 in 0 | b>5 in 1');
    expect(await both(capacity(1), within(2, january + 1))).toBe('infeasible');
    expect(await both(capacity(1), within(3, january + 1))).toBe('a5 b5 | a>5 in 0 | b>5 in 1');
  });

  test('are those of one OPD: another has its own, and where none is named there is no end', async () => {
    const three = [one('a'), one('c'), one('d'), one('e')];
    const asked = { opdOf, constraints: [floor(5), capacity(1), within(1)] };
    expect(await find(question(three, asked))).toBe('a5 c5 d5 e5');
    const different = { kind: 'capacity', ofOpd: (opd: string) => (opd === 'x' ? 1 : 2) } as const;
    const owners = new Map([...opdOf, ['d', 'y']]);
    const four = [one('a'), one('b'), one('c'), one('d')];
    const limits = [floor(5), different];
    expect(await find(question(four, { opdOf: owners, constraints: [...limits, within(3)] }))).toBe(
      'infeasible',
    );
    expect(await find(question(four, { opdOf: owners, constraints: [...limits, within(4)] }))).toBe(
      'a5 b5 c5 d5 | a>5 in 0 | b>5 in 1',
    );
  });

  test('may differ by quarter, counted by the calendar', async () => {
    const first = Math.floor(january / 3);
    // Nothing in the first, all in the second.
    const later = {
      kind: 'capacity',
      ofOpd: (_: string, quarter: number) => (quarter === first ? 0 : 2),
    } as const;
    expect(await both(later, within(4))).toBe('a5 b5 | a>5 in 1 | b>5 in 1');
    expect(await both(later, within(3))).toBe('infeasible');
    // Nothing in the second, one in the first and in the third; four months end in the second at the earliest.
    const pause = { kind: 'capacity', ofOpd: (_: string, at: number) => (at === first + 1 ? 0 : 1) } as const;
    expect(await both(pause, within(6))).toBe('infeasible');
    expect(await both(pause, within(7))).toBe('a5 b5 | a>5 in 0 | b>5 in 2');
    const long = question([one('a', 4)], { opdOf, constraints: [floor(5), pause, within(7)] });
    expect(await find(long)).toBe('a5 | a>5 in 2');
    // None in the first, and then as many as there are.
    const open = { kind: 'capacity', ofOpd: (_: string, at: number) => (at === first ? 0 : null) } as const;
    expect(await both(open, within(4))).toBe('a5 b5 | a>5 in 1 | b>5 in 1');
  });
});

describe('with steps that follow one another', () => {
  test('the second waits for the first, and takes its own months', async () => {
    // Two steps of two months each; one a quarter: March is too early for both, April to June is not.
    const a = ladder('a', { from: 3, gain: 1, costs: [1, 1], months: [2, 1] });
    const asked = (months: number, start = january) =>
      find(question([a], { opdOf, constraints: [floor(5), capacity(1), within(months, start)] }));
    expect(await asked(3)).toBe('infeasible');
    expect(await asked(4)).toBe('a5 | a>4 in 0 | a>5 in 1');
    // From February the first ends in March at the earliest, the second in April.
    expect(await asked(3, january + 1)).toBe('a5');
  });

  test('what is put off puts off what follows it', async () => {
    // One step a quarter, and the second of b takes six months: b must come first, in January, so that it ends in July.
    const a = one('a');
    const b = ladder('b', { from: 3, gain: 1, costs: [1, 1], months: [1, 6] });
    const asked = (months: number) =>
      find(question([a, b], { opdOf, constraints: [floor(5), capacity(1), within(months)] }));
    expect(await asked(7)).toBe('a5 b5 | a>5 in 1 | b>4 in 0 | b>5 in 2');
    expect(await asked(6)).toBe('infeasible');
  });

  test('a step that takes longer than what is left of a quarter does not end in it', async () => {
    const longer = (start: number, each: number, months: number) =>
      find(
        question([one('a', each), one('b', each)], {
          ...{ opdOf, constraints: [floor(5), capacity(1), within(months, start)] },
        }),
      );
    // Both end in April at the earliest, and so one of them in July.
    expect(await longer(january, 4, 6)).toBe('infeasible');
    expect(await longer(january, 4, 7)).toBe('a5 b5 | a>5 in 1 | b>5 in 2');
    expect(await longer(january + 1, 3, 5)).toBe('infeasible');
    expect(await longer(january + 1, 3, 6)).toBe('a5 b5 | a>5 in 1 | b>5 in 2');
  });

  test('what is done stays done', async () => {
    // In three quarters x does a, b and c, one in each. y waits: six months for a, which must be first, three for b and for
    // c, which both must be second.
    const waiting = [one('d', 6), one('e', 3), one('f', 3)];
    const owners = new Map(['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => [id, at < 3 ? 'x' : 'y']));
    const asked = (months: number) =>
      find(
        question([one('a'), one('b'), one('c'), ...waiting], {
          opdOf: owners,
          requires: [requires('d', 5, 'a', 5), requires('e', 5, 'b', 5), requires('f', 5, 'c', 5)],
          constraints: [
            floor(5),
            within(months),
            { kind: 'capacity', ofOpd: (opd) => (opd === 'x' ? 1 : 9) },
          ],
        }),
      );
    expect(await asked(9)).toBe('infeasible');
    expect(await asked(10)).toMatch(/^a5 b5 c5 d5 e5 f5 \|/);
  });

  test('the last month is that of the deadline, not of its quarter', async () => {
    // x does one step from January to March, which must be a: d of y takes two months more, to April. So the two steps of
    // b begin in April, and end in May.
    const first = Math.floor(january / 3);
    const ladders = [one('a'), ladder('b', { from: 3, gain: 1, costs: [1, 1] }), one('d', 2)];
    const ofOpd = (opd: string, at: number) => (opd === 'y' ? 9 : at === first ? 1 : 2);
    const asked = (months: number) =>
      find(
        question(ladders, {
          opdOf: new Map([...opdOf, ['d', 'y']]),
          requires: [requires('d', 5, 'a', 5)],
          constraints: [floor(5), within(months), { kind: 'capacity', ofOpd }],
        }),
      );
    expect(await asked(4)).toBe('infeasible');
    expect(await asked(5)).toMatch(/^a5 b5 d5 \|/);
  });

  test('what another OPD requires is waited for, across OPD', async () => {
    // c of y needs b of x; x does a and b one a quarter, and c takes three months more.
    const ladders = [one('a'), one('b'), one('c', 3)];
    const asked = (months: number, most: number) =>
      find(
        question(ladders, {
          ...{ opdOf, requires: [requires('c', 5, 'b', 5)] },
          constraints: [floor(5), capacity(most), within(months)],
        }),
      );
    expect(await asked(4, 2)).toBe('a5 b5 c5');
    // b in January, c in April, and so a in April at the earliest.
    expect(await asked(4, 1)).toBe('a5 b5 c5 | a>5 in 1 | b>5 in 0 | c>5 in 1');
    expect(await asked(3, 1)).toBe('infeasible');
    // c waits for a and b, in different quarters: the later ends in April, c in July.
    const all = [requires('c', 5, 'b', 5), requires('c', 5, 'a', 5)];
    const limits = (months: number) => [floor(5), capacity(1), within(months)];
    expect(await find(question(ladders, { opdOf, requires: all, constraints: limits(6) }))).toBe(
      'infeasible',
    );
    expect(await find(question(ladders, { opdOf, requires: all, constraints: limits(7) }))).toBe(
      'a5 b5 c5 | a>5 in 0 | b>5 in 1 | c>5 in 2',
    );
  });
});

test('of what is the same the first are done first', async () => {
  const three = ['a', 'b', 'd'].map((id) => one(id));
  const owners = new Map([...opdOf, ['d', 'x']]);
  const limits = [capacity(1), within(9)];
  expect(await find(question(three, { opdOf: owners, constraints: [floor(5), ...limits] }))).toBe(
    'a5 b5 d5 | a>5 in 0 | b>5 in 1 | d>5 in 2',
  );
  // Those that stay where they are have no quarter.
  const some = await find(question(three, { opdOf: owners, constraints: [index(2), ...limits] }));
  expect(some).toMatch(/^a5 b5 \| a>5 in \d \| b>5 in \d$/);
  const most = question(three, { opdOf: owners, objective: 'index', constraints: [...limits, steps(1)] });
  expect(await find(most)).toMatch(/^a5 \| a>5 in \d$/);
});
