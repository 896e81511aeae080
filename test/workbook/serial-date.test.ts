import { expect, test } from 'vitest';
import { formatSerial } from '../../src/workbook/serial-date.ts';

test.each([
  [0, '1900-01-00'],
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, '1900-02-29'],
  [61, '1900-03-01'],
  [45_521, '2024-08-17'],
  [45_521 + 9.5 / 24, '2024-08-17T09:30'],
  [45_521 + (9 * 3600 + 30 * 60 + 15) / 86_400, '2024-08-17T09:30:15'],
  [45_520.999999999, '2024-08-17'],
  [2_958_465, '9999-12-31'],
  [2_958_466, null],
  [-1, null],
])('day %d since 1900 is %s', (serial, text) => {
  expect(formatSerial(serial, 'date', false)).toBe(text);
});

test.each([
  [0, '1904-01-01'],
  [44_059, '2024-08-17'],
])('day %d since 1904 is %s', (serial, text) => {
  expect(formatSerial(serial, 'date', true)).toBe(text);
});

test('shows a time without a day as time', () => {
  expect(formatSerial(0.5, 'time', false)).toBe('12:00');
  expect(formatSerial(0, 'time', true)).toBe('00:00');
  expect(formatSerial(45_521.5, 'time', false)).toBe('2024-08-17T12:00');
});
