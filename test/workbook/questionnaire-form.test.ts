import { expect, test } from 'vitest';
import { readFormIdentity, readFormLines } from '../../src/workbook/questionnaire-form.ts';
import { bookOf } from './book-of.ts';

test('Identitas gives the agency and who filled it in; the number below a name is that person’s', () => {
  const book = bookOf({
    ' IDENTITAS ': [
      ['Identitas Responden'],
      ['Nama Instansi', ':', 'Kota Denpasar'],
      ['Nama Penanggung Jawab', ':', 'Budi'],
      ['NIP', ':', '1965'],
      ['Nama Operator', ':', 'Sari'],
      ['Jabatan', ':', 'Pranata Komputer'],
      ['NIP', ':', '1987'],
    ],
  });
  expect(Object.fromEntries(readFormIdentity(book))).toEqual({
    ...{ region: 'Kota Denpasar', head: 'Budi', filler: 'Sari', nip: '1987' },
  });
});

test('the dotted line of the empty form is no answer, nor is a form without Identitas', () => {
  const empty = bookOf({
    Identitas: [
      ['Nama Instansi', ':', '………………'],
      ['Nama Operator', ': ....'],
    ],
  });
  expect(readFormIdentity(empty).size).toBe(0);
  expect(readFormIdentity(bookOf({ Lain: [['Nama Instansi', ':', 'Kota']] })).size).toBe(0);
});

test('what follows a label stands in its own cell, or to its right', () => {
  const lines = (...rows: string[][]) => {
    const [sheet] = bookOf({ 'Indikator 1': rows }).sheets;
    if (!sheet) throw new Error('No sheet');
    const { explanation, documents } = readFormLines(sheet, 'k.xlsx');
    return [explanation, documents].map((one) => one && `${one.at.address} ${one.text}`);
  };
  expect(lines(['Penjelasan : Sudah ada.'], ['Data dukung:', '', 'SK 12'])).toEqual([
    'A1 Sudah ada.',
    'C2 SK 12',
  ]);
  expect(lines(['Penjelasan:'])).toEqual(['A1 ', null]);
  // The notes further down begin with the same words.
  expect(lines(['Penjelasan: satu'], ['Penjelasan: dua'])).toEqual(['A1 satu', null]);
  expect(lines()).toEqual([null, null]);
});
