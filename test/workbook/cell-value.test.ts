import { expect, test } from 'vitest';
import { formatNumber, readValue, type ValueContext } from '../../src/workbook/cell-value.ts';

const context: ValueContext = { strings: ['nol', 'satu'], styles: ['number', 'date'], date1904: false };

test.each([
  [3, '3'],
  [-0, '0'],
  [2.5, '2.5'],
  [3.0000000000000004, '3'],
  [0.1 + 0.2, '0.3'],
  [2.675, '2.675'],
  [0.000001, '0.000001'],
  [198_001_012_005_011_000, '198001012005011000'],
  [-12.75, '-12.75'],
])('%d is shown as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test.each([
  ['s', '1', undefined, 'text', 'satu'],
  ['s', '', undefined, 'text', ''],
  ['str', 'a_x000A_b', undefined, 'text', 'a\nb'],
  ['b', '1', undefined, 'boolean', 'TRUE'],
  ['b', '0', undefined, 'boolean', 'FALSE'],
  ['e', '#REF!', undefined, 'error', '#REF!'],
  ['d', '2024-08-17', undefined, 'date', '2024-08-17'],
  ['d', '2024-08-17T00:00:00', '1', 'date', '2024-08-17'],
  ['d', '2024-08-17T09:30:00.000Z', '1', 'date', '2024-08-17T09:30'],
  ['d', '09:30:15', '1', 'date', '09:30:15'],
  ['d', 'kemarin', '1', 'text', 'kemarin'],
  ['n', ' 3.0 ', '0', 'number', '3'],
  ['n', '1E2', '0', 'number', '100'],
  [undefined, '45521', '1', 'date', '2024-08-17'],
  [undefined, '45521', '99', 'number', '45521'],
  [undefined, '-5', '1', 'number', '-5'],
  [undefined, 'tiga', '0', 'text', 'tiga'],
  [undefined, ' ', '0', 'text', ' '],
] as const)('type %s with "%s" and style %s is a %s: %s', (type, raw, style, kind, text) => {
  expect(readValue(type, raw, style, context)).toEqual({ kind, text });
});

test.each(['2', '-1', '0.5', 'x'])('refuses the shared text %s that is not there', (raw) => {
  expect(() => readValue('s', raw, undefined, context)).toThrow('daftar teks bersama');
});
