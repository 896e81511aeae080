import { expect, test } from 'vitest';
import { suggestIndicator } from '../../src/assessment/suggest-indicator.ts';
import { loadInstrument } from '../../src/instrument/load.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const older = await loadInstrument('permenpanrb-5-2018');
const usual = 'isi nomor indikator 1 sampai 47';

test.each([
  '1,2',
  '12 ; 13',
  '1&2',
  '1 / 2',
  '12 dan 13',
  '3 DAN 4',
  '1 s/d 5',
  '1 s.d. 5',
  '1 sd 5',
  '35-1, 2',
])('%j are several indicators: one row for each', (text) => {
  expect(suggestIndicator(text, instrument)).toBe('tulis satu baris untuk satu indikator');
});

test.each(['48', '1.2', '12 danau 3', 'x 1,2', '1,x', '1  , 2', '1-2', ''])('%j is just none', (text) => {
  expect(suggestIndicator(text, instrument)).toBe(usual);
});

test('a name is taken for its indicator, the long one or the short one, in whatever letters', () => {
  const [first] = instrument.indicators;
  const twelfth = instrument.indicators.find(({ id }) => id === '12');
  expect(suggestIndicator(` ${first?.name.toUpperCase()} `, instrument)).toBe('maksud Anda nomor 1?');
  expect(suggestIndicator(`${twelfth?.shortName.toLowerCase()}`, instrument)).toBe('maksud Anda nomor 12?');
  expect(suggestIndicator(`${twelfth?.name} Daerah`, instrument)).toBe(usual);
});

test('the numbers are those of the instrument', () => {
  expect(suggestIndicator('99', older)).toBe(`isi nomor indikator 1 sampai ${older.indicators.at(-1)?.id}`);
});
