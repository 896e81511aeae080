import { expect, test } from 'vitest';
import { firstDay, lastDay, monthOf, quarterAfter, quarterOf, yearOf } from '../../src/plan/month.ts';

test.each([
  ['2026-01-15', '2026-01-01', '2026-01-31'],
  ['2026-12-01', '2026-12-01', '2026-12-31'],
  ['2028-02-10', '2028-02-01', '2028-02-29'],
  ['2100-02-10', '2100-02-01', '2100-02-28'],
  ['0099-09-09', '0099-09-01', '0099-09-30'],
])('%s lies between %s and %s', (date, first, last) => {
  const month = monthOf(date);
  expect([firstDay(month), lastDay(month)]).toEqual([first, last]);
  expect(yearOf(month)).toBe(Number(date.slice(0, 4)));
});

test('quarters are those of the calendar', () => {
  const january = monthOf('2026-01-01');
  const quarters = Array.from({ length: 13 }, (_, count) => quarterOf(january + count) - quarterOf(january));
  expect(quarters).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4]);
  expect(quarterAfter(january + 2, january + 3)).toBe(1);
  expect(quarterAfter(january + 1, january + 2)).toBe(0);
});
