import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { formatChance, formatDays, formatMeasure, formatRupiah } from '../../src/reporters/format-amount.ts';
import { formatMonth } from '../../src/reporters/format-month.ts';

test('amounts are written as people here write them', () => {
  expect(formatRupiah(new Fraction('1250000000.5'))).toBe('Rp1.250.000.001');
  expect(['1240', '12.5', '1240.25', '0.04'].map((text) => formatDays(new Fraction(text)))).toEqual([
    ...['1.240', '12,5', '1.240,3', '0'],
  ]);
  expect((['steps', 'days', 'rupiah'] as const).map((one) => formatMeasure(new Fraction(1300), one))).toEqual(
    [...['1.300 langkah', '1.300 hari kerja', 'Rp1.300']],
  );
});

test('no chance is called certain that is not', () => {
  const chances = ['1', '0.99999', '0.9', '0.1234', '0.00049', '0'];
  expect(chances.map((text) => formatChance(new Fraction(text)))).toEqual([
    ...['100 %', 'lebih dari 99,9 %', '90 %', '12,3 %', 'kurang dari 0,1 %', '0 %'],
  ]);
});

test('a month has a short name and its year', () => {
  expect([2026 * 12, 2026 * 12 + 11].map(formatMonth)).toEqual(['Jan 2026', 'Des 2026']);
});
