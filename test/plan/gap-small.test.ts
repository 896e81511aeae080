import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { findGap, type GapOptions } from '../../src/plan/gap.ts';
import { smallInstrument } from './small-instrument.ts';

/* Three indicators; a level of each is worth 0.5, 0.3, 0.2 index points. All that is asked can be worked out by hand. */
const instrument = smallInstrument([5, 3, 2]);
const levels = new Map([
  ['i1', 3],
  ['i2', 2],
  ['i3', 5],
]);
const work = (months: number) => ({ months, days: new Fraction(months * 10), rupiah: null });
const start = 2026 * 12;
const deadline = (months: number) => ({ kind: 'deadline', start, end: start + months - 1 }) as const;

function find(goal: string | null, options: GapOptions = {}) {
  const target = goal === null ? null : { index: new Fraction(goal), label: goal };
  return findGap(instrument, levels, target, { workOf: (id) => work(id === 'i1' ? 4 : 2), ...options });
}

const planOf = async (...asked: Parameters<typeof find>) => Object.fromEntries((await find(...asked)).plan);

test('what each indicator takes from the index, the most first; those at the top nothing', async () => {
  const { losses, from } = await find('3.1');
  expect(from.index.toString()).toBe('3.1');
  expect(losses.map(({ indicator, lost }) => [indicator, lost.toString()])).toEqual([
    ['i1', '1'],
    ['i2', '0.9'],
  ]);
});

test('the plain rule for comparison, with its steps', async () => {
  const { baseline, levelSteps, status } = await find('3.6');
  expect([status, levelSteps]).toEqual(['planned', 1]);
  const { reached, ...plain } = baseline.lowestFirst;
  expect(reached.toString()).toBe('3.9');
  expect(plain).toEqual({
    ...{ levelSteps: 2, cost: 2 },
    steps: [
      { indicator: 'i1', from: 3, to: 4 },
      { indicator: 'i2', from: 2, to: 3 },
    ],
  });
});

describe('objectives', () => {
  test('the least cost, or the least time where that is asked for', async () => {
    const costOf = (id: string) => (id === 'i1' ? 1 : 2);
    expect(await planOf('3.4', { costOf })).toEqual({ i1: 4 });
    const limits = [deadline(12)];
    const fast = await find('3.4', { costOf, limits, objective: 'time' });
    expect(Object.fromEntries(fast.plan)).toEqual({ i2: 3 });
    expect([fast.value?.toString(), fast.bound?.toString(), fast.optimal]).toEqual(['2', '2', true]);
  });

  test('the least time needs a start, and may be too long', async () => {
    await expect(find('3.4', { objective: 'time' })).rejects.toThrow('without a start');
    const late = await find('3.4', { limits: [deadline(1)], objective: 'time' });
    expect(late).toMatchObject({ status: 'impossible', optimal: false, levelSteps: 0 });
    expect(late.conflict?.possibleBy).toBe(start + 1);
  });

  test('the highest index that the limits leave', async () => {
    const limits = [{ kind: 'budget', measure: 'steps', amount: new Fraction(2) } as const];
    const { plan, value } = await find(null, { limits, objective: 'index' });
    expect([Object.fromEntries(plan), value?.abs().toString()]).toEqual([{ i1: 5 }, '1']);
  });

  test('the fewest indicators, or the fewest OPD', async () => {
    expect(await planOf('3.6', { objective: 'indicators' })).toEqual({ i1: 4 });
    const opdOf = new Map([['i1', 'a']]);
    expect(await planOf('4.0', { objective: 'opd', opdOf })).toEqual({ i1: 5 });
  });
});

describe('why there is no plan', () => {
  const budget = (amount: number) =>
    ({ kind: 'budget', measure: 'days', amount: new Fraction(amount) }) as const;

  test('the limits that clash, what is enough, and how far they lead', async () => {
    const frozen = { kind: 'frozen', indicators: new Set(['i1']) } as const;
    const { status, conflict } = await find('3.6', { limits: [budget(20), frozen, deadline(99)] });
    expect(status).toBe('impossible');
    expect(conflict?.between.map(({ kind }) => kind)).toEqual(['index', 'budget']);
    expect(conflict?.enough?.toString()).toBe('40');
    expect(conflict?.possibleBy).toBeNull();
    expect(Object.fromEntries(conflict?.best ?? [])).toEqual({ i2: 3 });
  });

  test('is not looked for where nobody asks', async () => {
    const { status, conflict } = await find('3.6', { limits: [budget(0)], explain: false });
    expect([status, conflict]).toEqual(['impossible', null]);
  });
});

describe('targets besides the index', () => {
  const aspect = (index: string) => {
    const group = instrument.groups.find(({ id }) => id === 'A2');
    if (!group) throw new Error('A2');
    return [{ group, index: new Fraction(index), label: '' }];
  };

  test('an aspect, a floor but for those exempt, work that has begun, a margin', async () => {
    expect(await planOf(null, { groups: aspect('3') })).toEqual({ i2: 3 });
    expect(await planOf(null, { groups: aspect('2') })).toEqual({});
    expect(await planOf(null, { floor: { level: 4, exempt: new Set(['i2']) } })).toEqual({ i1: 4 });
    expect(await planOf(null, { floor: { level: 3, exempt: new Set() } })).toEqual({ i2: 3 });
    expect(await planOf('1', { limits: [{ kind: 'underway', to: new Map([['i2', 4]]) }] })).toEqual({
      i2: 4,
    });
    expect(await planOf('3.6')).toEqual({ i1: 4 });
    expect(await planOf('3.6', { margin: new Fraction('0.1') })).toEqual({ i1: 4, i2: 3 });
  });

  test('what a step requires of another indicator is done as well', async () => {
    const requires = [{ indicator: 'i1', level: 4, needs: { indicator: 'i2', level: 3 } }];
    expect(await planOf('3.5', { requires, floor: { level: 4, exempt: new Set(['i2']) } })).toEqual({
      ...{ i1: 4, i2: 3 },
    });
  });
});
