import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { constraintOf } from '../../src/plan/constraint.ts';
import { findGap } from '../../src/plan/gap.ts';
import { firstWholeMonth, lastWholeMonth, quarterOf } from '../../src/plan/month.ts';
import { climbedRungs } from '../../src/plan/rungs.ts';
import { type Schedule, scheduleSteps } from '../../src/plan/schedule.ts';
import type { SoftOrder } from '../../src/plan/soft-order.ts';
import { type SmallCase, smallCase, toAsked } from './small-case.ts';

const orders = fc.array(
  fc.record({
    before: fc.tuple(fc.constant('i1'), fc.integer({ min: 3, max: 5 })).map(([id, to]) => `${id}>${to}`),
    after: fc
      .tuple(fc.constantFrom('i2', 'i3'), fc.integer({ min: 3, max: 5 }))
      .map(([id, to]) => `${id}>${to}`),
  }),
  { maxLength: 4 },
);

async function lay(item: SmallCase, all: readonly SoftOrder[]): Promise<Schedule | null> {
  const { instrument, levels, target, options } = toAsked(item);
  const gap = await findGap(instrument, levels, target, options);
  if (gap.status !== 'planned') return null;
  const rungs = climbedRungs(gap.question.ladders, gap.plan);
  const keys = new Set(rungs.map(({ indicator, to }) => `${indicator}>${to}`));
  return scheduleSteps({
    rungs,
    requires: options.requires ?? [],
    soft: all.filter(({ before, after }) => keys.has(before) && keys.has(after)),
    start: item.start,
    closing: constraintOf(gap.question.constraints, 'deadline')?.end ?? null,
    opdOf: options.opdOf ?? new Map(),
    capacityOf: () => (item.on.includes('capacity') ? item.capacity : null),
    quarters: gap.quarters,
    evidenceOf: () => [],
  });
}

function expectKept(item: SmallCase, { tasks, closing }: Schedule): void {
  const loads = new Map<string, number>();
  for (const task of tasks) {
    expect(task.start).toBeGreaterThanOrEqual(item.start);
    expect(task.end - task.start + 1).toBe(task.work.months);
    if (closing !== null) expect(task.end).toBeLessThanOrEqual(closing);
    const below = tasks.find((one) => one.indicator === task.indicator && one.to === task.from);
    if (below) expect(below.end).toBeLessThan(task.start);
    const load = `${task.opd} ${quarterOf(task.end)}`;
    loads.set(load, (loads.get(load) ?? 0) + 1);
  }
  if (item.on.includes('capacity')) expect(Math.max(0, ...loads.values())).toBeLessThanOrEqual(item.capacity);
}

describe('scheduleSteps', () => {
  test('keeps order, durations, closing and capacity of every plan', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(smallCase('cost', 'capacity'), orders, async (item, soft) => {
        const schedule = await lay(item, soft);
        fc.pre(schedule !== null);
        if (schedule) expectKept(item, schedule);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test('without a closing every soft order is kept', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(smallCase('cost', null), orders, async (item, soft) => {
        const open = { ...item, on: item.on.filter((kind) => kind === 'group' || kind === 'floor') };
        const schedule = await lay(open, soft);
        fc.pre(schedule !== null);
        if (!schedule) return;
        expectKept(open, schedule);
        expect(schedule.unkept).toEqual([]);
      }),
      { numRuns: 25, seed: 8 },
    );
  });

  test('the price of delay is that of the step and of those above it', async () => {
    const rung = (to: number, gain: string) => ({
      indicator: 'i1',
      from: to - 1,
      to,
      gain: new Fraction(gain),
      cost: new Fraction(1),
      work: { months: 2, days: new Fraction(5), rupiah: null },
    });
    const { tasks, end } = scheduleSteps({
      rungs: [rung(3, '0.2'), rung(4, '0.2'), rung(5, '0.1')],
      requires: [],
      soft: [],
      start: 24_000,
      closing: null,
      opdOf: new Map(),
      capacityOf: () => null,
      quarters: new Map(),
      evidenceOf: () => [],
    });
    expect(tasks.map(({ start, delayPrice }) => [start, delayPrice.toString()])).toEqual([
      [24_000, '0.5'],
      [24_002, '0.3'],
      [24_004, '0.1'],
    ]);
    expect(end).toBe(24_005);
  });
});

test.each([
  ['2026-01-01', 2026 * 12, 2025 * 12 + 11],
  ['2026-01-02', 2026 * 12 + 1, 2025 * 12 + 11],
  ['2026-01-31', 2026 * 12 + 1, 2026 * 12],
  ['2028-02-28', 2028 * 12 + 2, 2028 * 12],
  ['2028-02-29', 2028 * 12 + 2, 2028 * 12 + 1],
  ['2026-12-31', 2027 * 12, 2026 * 12 + 11],
])('%s: whole months from %i, up to %i', (date, first, last) => {
  expect([firstWholeMonth(date), lastWholeMonth(date)]).toEqual([first, last]);
});
