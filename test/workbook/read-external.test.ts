import { describe, expect, test } from 'vitest';
import { readExternalTable } from '../../src/workbook/read-external.ts';
import { bookOf } from './book-of.ts';

type Rows = readonly (readonly string[])[];

/** Every row as its texts, and where its value stood. */
function read(sheets: Readonly<Record<string, Rows>>) {
  const { rows, problems } = readExternalTable(bookOf(sheets), 'hasil.xlsx');
  return {
    rows: rows.map(({ code, value, reason, opd }) => [code, value, reason, opd].map(({ text }) => text)),
    places: rows.map(({ value: { at } }) => at),
    problems,
  };
}

const body = ['D1', '2,40', 'Kurang bukti.', 'Diskominfo'];

describe('a result of others is read by its headings', () => {
  test.each([
    [['indikator', 'nilai', 'alasan', 'opd']],
    [['Kode', 'Tingkat', 'Alasan Asesor', 'OPD Pengampu']],
    [['No', 'Tingkat Kematangan', 'Penjelasan', 'Perangkat Daerah']],
    [['no.', 'LEVEL', 'catatan', 'opd']],
    [['Nomor', 'Skor', 'alasan', 'opd']],
    [['Nomor Indikator', 'value', 'alasan', 'opd']],
    [['code', 'nilai', 'alasan', 'opd']],
    [['indicator', 'nilai', 'alasan', 'opd']],
  ])('%j', (header) => {
    expect(read({ '': [header, body] })).toEqual({
      rows: [body],
      places: [{ file: 'hasil.xlsx', address: 'B2' }],
      problems: [],
    });
  });

  test('reasons and OPD may be missing', () => {
    expect(
      read({
        '': [
          ['nilai', 'kode'],
          ['3', '12'],
        ],
      }).rows,
    ).toEqual([['12', '3', '', '']]);
  });

  test('on whichever sheet it stands: the first that has both columns', () => {
    const sheets = {
      Sampul: [['Hasil evaluasi']],
      Catatan: [['kode', 'alasan'], body],
      Nilai: [['nilai', 'alasan'], body],
      Hasil: [['kode', 'nilai', 'alasan', 'opd'], body],
      Lagi: [
        ['kode', 'nilai'],
        ['A1', '1'],
      ],
    };
    expect(read(sheets)).toEqual({
      rows: [body],
      places: [{ file: 'hasil.xlsx', sheet: 'Hasil', address: 'B2' }],
      problems: [],
    });
  });
});

test.each<[string, Rows]>([
  ['no code', [['nilai', 'alasan'], body]],
  ['no value', [['kode', 'alasan'], body]],
  ['no heading', [body]],
])('without it nothing is read, and that is said: %s', (_, rows) => {
  expect(read({ Hasil: rows })).toMatchObject({
    rows: [],
    problems: [{ code: 'external-header-missing', at: { file: 'hasil.xlsx' } }],
  });
});

test('a table without end is refused', () => {
  const rows = Array.from({ length: 10_001 }, () => body);
  const { rows: none, problems } = read({ Hasil: [['kode', 'nilai'], ...rows] });
  expect(none).toEqual([]);
  expect(problems).toMatchObject([{ code: 'file-unreadable', at: { file: 'hasil.xlsx' } }]);
  expect(problems[0]?.message).toContain('Lembar Hasil berisi lebih dari 10.000 baris');
});
