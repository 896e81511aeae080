import { describe, expect, test } from 'vitest';
import { readYearResults } from '../../src/workbook/read-year-results.ts';
import { bookOf } from './book-of.ts';

type Rows = readonly (readonly string[])[];

function read(sheets: Readonly<Record<string, Rows>>) {
  const { rows, problems } = readYearResults(bookOf(sheets), 'tren.xlsx');
  return {
    rows: rows.map(({ groups, ...row }) => ({
      ...Object.fromEntries(Object.entries(row).map(([key, { text }]) => [key, text])),
      groups: Object.fromEntries([...groups].map(([id, { text, at }]) => [id, `${text}@${at.address}`])),
    })),
    problems,
  };
}

const body = ['2023', '2,75', '59/2020', 'evaluasi', 'Baik', 'KepmenPANRB'];
const year = {
  ...{ year: '2023', index: '2,75', instrument: '59/2020', kind: 'evaluasi', predicate: 'Baik' },
  ...{ source: 'KepmenPANRB', groups: {} },
};

describe('results of several years are read by their headings', () => {
  test.each([
    [['tahun', 'indeks', 'instrumen', 'jenis', 'predikat', 'sumber']],
    [['Year', 'Index', 'instrument', 'kind', 'predicate', 'source']],
    [['Tahun Penilaian', 'Indeks SPBE', 'Peraturan', 'Tahap', 'Predikat', 'Keterangan']],
    [['tahun', 'nilai', 'instrumen', 'jenis', 'predikat', 'sumber']],
    [['tahun', 'Nilai  Indeks', 'instrumen', 'jenis', 'predikat', 'sumber']],
  ])('%j', (header) => {
    expect(read({ '': [header, body] })).toEqual({ rows: [year], problems: [] });
  });

  test('domains and aspects by letter or word, those that are there', () => {
    const header = [
      'tahun',
      'indeks',
      'D1',
      'Domain 2',
      'a1',
      'Aspek 8',
      'D12',
      'aspek 12',
      'D13',
      'domain 0',
    ];
    const texts = ['2023', '2,75', '1', '2', '3', '4', '5', '6', '7', '8'];
    expect(read({ '': [header, texts] }).rows).toMatchObject([
      { groups: { D1: '1@C2', D2: '2@D2', A1: '3@E2', A8: '4@F2', D12: '5@G2', A12: '6@H2' } },
    ]);
    expect(Object.keys(read({ '': [header, texts] }).rows[0]?.groups ?? {})).toHaveLength(6);
  });

  test('on whichever sheet it stands: the first that has year and index', () => {
    const sheets = {
      Sampul: [['Tren']],
      Catatan: [['tahun', 'sumber'], body],
      Nilai: [['indeks', 'sumber'], body],
      Tren: [
        ['tahun', 'indeks'],
        ['2023', '2,75'],
      ],
    };
    expect(read(sheets)).toMatchObject({ rows: [{ year: '2023', index: '2,75' }], problems: [] });
    expect(readYearResults(bookOf(sheets), 'tren.xlsx').rows[0]?.index.at).toEqual({
      file: 'tren.xlsx',
      sheet: 'Tren',
      address: 'B2',
    });
  });
});

test.each<[string, Rows]>([
  ['no index', [['tahun', 'sumber'], body]],
  ['no year', [['indeks', 'sumber'], body]],
  ['no heading', [body]],
])('without them nothing is read, and that is said: %s', (_, rows) => {
  expect(read({ Tren: rows })).toMatchObject({
    rows: [],
    problems: [{ code: 'trend-header-missing', at: { file: 'tren.xlsx' } }],
  });
});

test('a table without end is refused', () => {
  const { rows, problems } = read({
    Tren: [['tahun', 'indeks'], ...Array.from({ length: 10_001 }, () => ['2023', '2,75'])],
  });
  expect(rows).toEqual([]);
  expect(problems).toMatchObject([{ code: 'file-unreadable', at: { file: 'tren.xlsx' } }]);
  expect(problems[0]?.message).toContain('Lembar Tren berisi lebih dari 10.000 baris');
});
