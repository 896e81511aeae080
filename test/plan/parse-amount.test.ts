import { expect, test } from 'vitest';
import { parseAmount } from '../../src/plan/parse-amount.ts';

test.each([
  ['500jt', 'rupiah', '500000000'],
  ['1,2M', 'rupiah', '1200000000'],
  ['1.2 miliar', 'rupiah', '1200000000'],
  ['750.000.000', 'rupiah', '750000000'],
  ['Rp 20 juta', 'rupiah', '20000000'],
  ['Rp750.000.000', 'rupiah', '750000000'],
  ['500', 'rupiah', '500'],
  ['250rb', 'rupiah', '250000'],
  ['20 langkah', 'steps', '20'],
  ['300 hari', 'days', '300'],
  ['12,5 hari kerja', 'days', '12.5'],
  [' 1,25 m ', 'rupiah', '1250000000'],
  ['12.75 jt', 'rupiah', '12750000'],
  ['1.2005 jt', 'rupiah', '1200500'],
  ['1.200.000,25', 'rupiah', '1200000.25'],
  ['1234.567', 'rupiah', '1234.567'],
])('%s', (text, measure, amount) => {
  const found = parseAmount(text, 'Anggaran');
  expect([found.measure, found.amount.toString()]).toEqual([measure, amount]);
});

test.each([
  '',
  'banyak',
  '-5jt',
  '5 karung',
  'Rp 20 langkah',
  '1.2.3',
  '1e9',
  '٥',
  '9'.repeat(30),
  'NaN',
  '5 constructor',
])('%j is refused with an example', (text) => {
  expect(() => parseAmount(text, 'Anggaran')).toThrow(
    /^Anggaran ".*" tidak dimengerti\. Tulis misalnya 500jt/,
  );
});

test('of a long text the beginning is shown', () => {
  expect(() => parseAmount('x'.repeat(41), 'Anggaran')).toThrow(`"${'x'.repeat(40)}"`);
});
