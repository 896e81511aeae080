import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import type { Ladder } from '../../src/plan/rungs.ts';
import { type ScheduleInput, scheduleSteps } from '../../src/plan/schedule.ts';
import { january, ladder, requires } from './tiny-question.ts';

const opdOf = new Map([
  ['a', 'x'],
  ['b', 'x'],
  ['c', 'x'],
  ['d', 'y'],
]);

function lay(ladders: readonly Ladder[], rest: Partial<ScheduleInput> = {}) {
  return scheduleSteps({
    ...{ rungs: ladders.flat(), requires: [], soft: [], start: january, closing: null, opdOf },
    ...{ capacityOf: () => null, quarters: new Map(), evidenceOf: () => [] },
    ...rest,
  });
}

/** `a>3 1–2`: each step with its first and last month, 1 = the month of the start. */
function months(...asked: Parameters<typeof lay>): string {
  const { tasks, start } = lay(...asked);
  return tasks
    .map((task) => `${task.indicator}>${task.to} ${task.start - start + 1}–${task.end - start + 1}`)
    .join(', ');
}

const steps = (id: string, ...each: number[]) =>
  ladder(id, { from: 5 - each.length, gain: 1, costs: each.map(() => 1), months: each });

describe('each step as early as it can be', () => {
  test('after the one below it, and after those it requires', () => {
    expect(months([steps('a', 2, 1), steps('b', 3)])).toBe('a>4 1–2, b>5 1–3, a>5 3–3');
    expect(months([steps('a', 2, 1), steps('b', 3)], { requires: [requires('b', 5, 'a', 4)] })).toBe(
      'a>4 1–2, a>5 3–3, b>5 3–5',
    );
    // Of another plan: b does not wait for what is not done in this one.
    expect(months([steps('b', 3)], { requires: [requires('b', 5, 'a', 4)] })).toBe('b>5 1–3');
  });

  test('by start, then by end, then in the order of the instrument', () => {
    expect(months([steps('c', 2), steps('a', 2), steps('b', 1)])).toBe('b>5 1–1, c>5 1–2, a>5 1–2');
  });

  test('no steps end before they begin', () => {
    expect(lay([])).toEqual({ start: january, end: january - 1, closing: null, tasks: [], unkept: [] });
  });

  test('what a step is, whose it is, and what it still needs', () => {
    const item = { id: 'a-L5-a', text: 'SK' } as never;
    const { tasks, end } = lay([steps('a', 2), steps('e', 1)], {
      evidenceOf: (indicator, level) => (indicator === 'a' && level === 5 ? [item] : []),
    });
    expect(end).toBe(january + 1);
    expect(
      tasks.map(({ indicator, from, to, opd, evidence }) => [indicator, from, to, opd, evidence]),
    ).toEqual([
      ['e', 4, 5, null, []],
      ['a', 4, 5, 'x', [item]],
    ]);
    expect(tasks[1]?.work).toEqual({ months: 2, days: new Fraction(10), rupiah: null });
  });

  test('late, a step costs what it and those above it on the same indicator bring', () => {
    const a = ladder('a', { from: 3, gain: '0.2', costs: [1, 1] });
    const b = ladder('b', { from: 2, gain: '0.5', costs: [1, 1, 1] });
    const { tasks } = lay([a, b]);
    const prices = tasks.map(
      ({ indicator, to, delayPrice }) => `${indicator}>${to} ${delayPrice.toString()}`,
    );
    expect(prices).toEqual(['a>4 0.4', 'b>3 1.5', 'a>5 0.2', 'b>4 1', 'b>5 0.5']);
  });

  test('a step without work cannot be laid out', () => {
    const bare = steps('a', 1).map((rung) => ({ ...rung, work: null }));
    expect(() => lay([bare])).toThrow('No work for a>5');
  });
});

describe('capacity of an OPD', () => {
  const one = { capacityOf: (opd: string) => (opd === 'x' ? 1 : null) };

  test('the most urgent first, the others wait for a quarter with room', () => {
    // b begins the longer chain, and goes on with the longer step: a has the third quarter.
    expect(months([steps('a', 1), steps('b', 1, 2)], one)).toBe('b>4 1–1, b>5 3–4, a>5 7–7');
    // Of equals the first; those of another OPD do not wait.
    expect(months([steps('a', 1), steps('b', 1), steps('d', 1)], one)).toBe('a>5 1–1, d>5 1–1, b>5 4–4');
  });

  test('counts where a step ends, by the calendar', () => {
    const input = { ...one, start: january + 2 };
    expect(months([steps('a', 1), steps('b', 1)], input)).toBe('a>5 1–1, b>5 2–2');
    // From January both could end by March; the longer is the more urgent, the other ends in April.
    expect(months([steps('a', 2), steps('b', 3)], one)).toBe('b>5 1–3, a>5 3–4');
  });

  test('does not hold for steps that belong to nobody', () => {
    const nobody = { capacityOf: () => 1 };
    expect(months([steps('e', 1), steps('f', 1)], nobody)).toBe('e>5 1–1, f>5 1–1');
  });

  test('may differ by quarter; one that never comes free is passed over after fifty years', () => {
    const quarter = january / 3;
    const later = { capacityOf: (_: string, at: number) => (at <= quarter ? 0 : 2) };
    expect(months([steps('a', 1), steps('b', 1)], later)).toBe('a>5 4–4, b>5 4–4');
    expect(months([steps('a', 1)], { capacityOf: () => 0 })).toBe('a>5 601–601');
  });
});

describe('soft orders', () => {
  const soft = [{ before: 'a>5', after: 'b>5' }];
  const both = [steps('a', 2), steps('b', 1)];

  test('are kept where there is time', () => {
    expect(months(both, { soft })).toBe('a>5 1–2, b>5 3–3');
    expect(lay(both, { soft }).unkept).toEqual([]);
    expect(months(both, { soft, closing: january + 2 })).toBe('a>5 1–2, b>5 3–3');
  });

  test('come before what is urgent', () => {
    // Without it b, which takes longer, would have the first quarter.
    const longer = [steps('a', 2), steps('b', 3)];
    const one = { soft, capacityOf: () => 1 };
    expect(months(longer, one)).toBe('a>5 1–2, b>5 3–5');
    expect(months(longer, { ...one, soft: [] })).toBe('b>5 1–3, a>5 3–4');
  });

  test('say nothing of steps that are not in the plan', () => {
    const others = [
      { before: 'z>5', after: 'b>5' },
      { before: 'b>5', after: 'z>5' },
    ];
    const input = { soft: others, capacityOf: () => 1 };
    expect(months([steps('a', 1), steps('b', 2)], input)).toBe('b>5 1–2, a>5 4–4');
    expect(lay([steps('a', 1), steps('b', 2)], input).unkept).toEqual([]);
  });

  test('are broken by a step that begins in the very month in which the one before ends', () => {
    const short = [steps('a', 1), steps('b', 1)];
    expect(lay(short, { soft, closing: january }).unkept).toEqual(soft);
    expect(lay(short, { soft, closing: january + 1 }).unkept).toEqual([]);
  });

  test('give way where the closing would be missed, and are named', () => {
    expect(months(both, { soft, closing: january + 1 })).toBe('b>5 1–1, a>5 1–2');
    expect(lay(both, { soft, closing: january + 1 }).unkept).toEqual(soft);
  });

  test('give way only where they lead to what is late', () => {
    const all = [...both, steps('e', 1), steps('d', 1)];
    const orders = [...soft, { before: 'e>5', after: 'd>5' }];
    expect(lay(all, { soft: orders, closing: january + 1 }).unkept).toEqual(soft);
    expect(months(all, { soft: orders, closing: january + 1 })).toBe('b>5 1–1, e>5 1–1, a>5 1–2, d>5 2–2');
    // An order before a step below the one that is late.
    const below = { before: 'a>5', after: 'b>4' };
    const free = { before: 'e>5', after: 'd>5' };
    const tall = [steps('a', 2), steps('b', 1, 1), steps('e', 1), steps('d', 1)];
    expect(lay(tall, { soft: [below, free], closing: january + 2 }).unkept).toEqual([below]);
    expect(lay(tall, { soft: [below, free], closing: january + 3 }).unkept).toEqual([]);
    // Two that are late, each for an order of its own.
    const wide = [...all, steps('f', 1)];
    const two = [...soft, { before: 'a>5', after: 'f>5' }];
    expect(lay(wide, { soft: [...two, free], closing: january + 1 }).unkept).toEqual(two);
  });

  test('that run in a circle give way in one place', () => {
    const circle = [...soft, { before: 'b>5', after: 'a>5' }];
    const { unkept } = lay(both, { soft: circle });
    expect(unkept).toEqual([{ before: 'b>5', after: 'a>5' }]);
    expect(months(both, { soft: circle })).toBe('a>5 1–2, b>5 3–3');
  });
});

test('the quarters of the optimiser are used where the most urgent first would be too late', () => {
  // x does one step a quarter. a takes five months; b four, and then d of y one: equally urgent, so a is first and ends in
  // May. That leaves b July, and d August. The other way round b ends in April, d in May, and a in July.
  const ladders = [steps('a', 5), steps('b', 4), steps('d', 1)];
  const input = {
    capacityOf: (opd: string) => (opd === 'x' ? 1 : null),
    requires: [requires('d', 5, 'b', 5)],
  };
  const quarters = new Map([
    ['a>5', 2],
    ['b>5', 1],
  ]);
  expect(months(ladders, { ...input, quarters })).toBe('a>5 1–5, b>5 4–7, d>5 8–8');
  expect(months(ladders, { ...input, quarters, closing: january + 7 })).toBe('a>5 1–5, b>5 4–7, d>5 8–8');
  expect(months(ladders, { ...input, quarters, closing: january + 6 })).toBe('b>5 1–4, a>5 3–7, d>5 5–5');
  expect(() => months(ladders, { ...input, closing: january + 6 })).toThrow('d>5 ends too late');
});
