import { Fraction } from 'fraction.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadInstrument } from '../../src/instrument/load.ts';
import { type Criteria, loadCriteria } from '../../src/instrument/load-criteria.ts';
import { type Estimates, estimateWork } from '../../src/plan/estimate.ts';
import { findMissingEvidence } from '../../src/plan/missing-evidence.ts';
import { listSoftOrders } from '../../src/plan/soft-order.ts';

let criteria: Criteria;
beforeAll(async () => {
  criteria = await loadCriteria(await loadInstrument('permenpanrb-59-2020'));
});

const none: Estimates = {
  byIndicator: new Map(),
  byPattern: new Map(),
  otherwise: [],
  dayRate: null,
  underway: [],
  start: 24_000,
};

function work(level: number, more: Partial<Estimates> = {}, there: readonly string[] = []) {
  const found = estimateWork(criteria, { ...none, ...more }, (item) => there.includes(item))('1', level);
  return found && [found.months, found.days.toFraction(), found.rupiah?.toFraction() ?? null];
}

describe('estimateWork', () => {
  test('is that of the instrument’s pattern', () => {
    expect([2, 3, 4, 5].map((level) => work(level))).toEqual([
      [6, '40', null],
      [4, '25', null],
      [3, '20', null],
      [12, '30', null],
    ]);
  });

  test('spbe.yaml goes before it, part by part', () => {
    const own = { byIndicator: new Map([['1', [{ level: 3, months: 2.5, rupiah: new Fraction(9e6) }]]]) };
    const kind = { byPattern: new Map([['policy', [{ level: 3, personDays: 8 }]]]) };
    expect(work(3, { ...own, ...kind })).toEqual([3, '8', '9000000']);
    expect(work(3, { otherwise: [{ level: 3, months: 1, personDays: 1 }] })).toEqual([4, '25', null]);
    expect(work(2, { dayRate: new Fraction(500_000) })).toEqual([6, '40', '20000000']);
  });

  test('evidence that is there counts as done; alternatives count once', () => {
    const { items, done } = findMissingEvidence(criteria.byIndicator.get('1'), 4, (id) => id === '1-L4-a');
    expect(done.compare(0)).toBeGreaterThan(0);
    expect(items.map(({ id }) => id)).not.toContain('1-L4-a');
    const left = new Fraction(20).mul(new Fraction(1).sub(done)).toFraction();
    expect(work(4, {}, ['1-L4-a'])).toEqual([3, left, null]);
    const all = findMissingEvidence(criteria.byIndicator.get('1'), 4, () => true);
    expect([all.items, all.done.toString()]).toEqual([[], '1']);
  });

  test('a follow-up comes at least a year after its review, whatever spbe.yaml says', () => {
    const hasty = { byIndicator: new Map([['1', [{ level: 5, months: 2 }]]]) };
    expect(work(5, hasty)?.[0]).toBe(12);
  });

  test('what is under way ends when it was said to, with the rest of its work', () => {
    const underway = [{ indicator: '1', to: 3, end: 24_001, done: 0.6 }];
    expect(work(3, { underway })).toEqual([2, '10', null]);
    expect(work(4, { underway })).toEqual([3, '20', null]);
    const others = [{ ...underway[0], indicator: '2', to: 3, end: 24_009, done: 0.9 }];
    expect(work(3, { underway: others })).toEqual([4, '25', null]);
    const overdue = [{ indicator: '1', to: 3, end: 23_990, done: 0.6 }];
    expect(work(3, { underway: overdue })?.[0]).toBe(1);
  });
});

describe('of an indicator that the instrument says nothing of', () => {
  const unknown = (more: Partial<Estimates>) =>
    estimateWork(criteria, { ...none, ...more }, () => false)('99', 3);

  test('nothing is known unless somebody says both months and days', () => {
    expect(unknown({})).toBeNull();
    expect(unknown({ otherwise: [{ level: 3, months: 2 }] })).toBeNull();
    expect(unknown({ otherwise: [{ level: 3, personDays: 5 }] })).toBeNull();
    expect(unknown({ otherwise: [{ level: 2, months: 2, personDays: 5 }] })).toBeNull();
  });

  test('what is said of every other step holds', () => {
    const found = unknown({ otherwise: [{ level: 3, months: 2, personDays: 5 }] });
    expect([found?.months, found?.days.toString(), found?.rupiah]).toEqual([2, '5', null]);
  });
});

test('soft orders go from the policy to what it governs, at most up to level 3', () => {
  const rung = (indicator: string, to: number) => ({
    indicator,
    from: to - 1,
    to,
    gain: new Fraction(1),
    cost: new Fraction(1),
    work: null,
  });
  const steps = [rung('1', 2), rung('1', 3), rung('1', 4), rung('11', 2), rung('11', 4)];
  expect(listSoftOrders(criteria, steps)).toEqual([
    { before: '1>2', after: '11>2' },
    { before: '1>2', after: '11>4' },
    { before: '1>3', after: '11>4' },
  ]);
});
