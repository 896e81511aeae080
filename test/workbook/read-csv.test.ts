import { describe, expect, test } from 'vitest';
import { readCsvAnswers } from '../../src/workbook/read-csv.ts';
import { bookOf } from './book-of.ts';

type Rows = readonly (readonly string[])[];

function read(rows: Rows) {
  const { submission, problems } = readCsvAnswers(bookOf({ '': rows }), 'tingkat.csv');
  const answers = submission?.answers.map(({ indicator, level, explanation, note }) =>
    [indicator, level, explanation, note].map(({ text }) => text),
  );
  return { submission, answers, problems };
}

const body = ['12', '3', 'Fakta.', 'periksa'];

describe('plain answers are read by their headings', () => {
  test.each([
    [['indikator', 'tingkat', 'penjelasan', 'catatan']],
    [['No', 'Tingkat Kematangan', 'Penjelasan', 'Keterangan']],
    [['no.', 'LEVEL', 'penjelasan', 'catatan']],
    [['Nomor', 'Nilai', 'penjelasan', 'catatan']],
    [['Nomor Indikator', 'Skor', 'penjelasan', 'catatan']],
    [['kode', 'nilai', 'penjelasan', 'catatan']],
    [['id', 'level', 'penjelasan', 'catatan']],
    [['indicator', 'level', 'penjelasan', 'catatan']],
  ])('%j', (header) => {
    expect(read([header, body])).toMatchObject({ answers: [body], problems: [] });
  });

  test('with their places, and with nothing that a csv cannot say', () => {
    const { submission } = read([['Nilai dinas'], ['tingkat', 'indikator'], ['3', '12']]);
    expect(submission).toEqual({
      file: 'tingkat.csv',
      meta: null,
      answers: [
        {
          indicator: { text: '12', at: { file: 'tingkat.csv', address: 'B3' } },
          level: { text: '3', at: { file: 'tingkat.csv', address: 'A3' } },
          explanation: { text: '', at: { file: 'tingkat.csv' } },
          note: { text: '', at: { file: 'tingkat.csv' } },
        },
      ],
      documents: [],
      identity: new Map(),
      checklist: new Map(),
    });
  });

  test('a number or a level alone is kept, for it is judged later; a row of other words is not', () => {
    const rows = [
      ['indikator', 'tingkat', 'catatan'],
      ['1', ''],
      ['', '4'],
      ['', '', 'Mengetahui'],
    ];
    expect(read(rows).answers?.map((row) => row.slice(0, 2))).toEqual([
      ['1', ''],
      ['', '4'],
    ]);
  });
});

test.each<[string, Rows]>([
  ['nothing at all', []],
  ['no heading', [['12', '3']]],
  ['no level', [['indikator', 'catatan'], body]],
  ['no indicator', [['tingkat', 'catatan'], body]],
])('is no table of answers: %s', (_, rows) => {
  expect(read(rows)).toMatchObject({
    submission: null,
    problems: [{ code: 'csv-header-missing', at: { file: 'tingkat.csv' } }],
  });
});

test('a book without a sheet is no table of answers', () => {
  expect(readCsvAnswers({ sheets: [] }, 'tingkat.csv').problems).toMatchObject([
    { code: 'csv-header-missing' },
  ]);
});

test('a table without end is refused', () => {
  const { submission, problems } = read([
    ['indikator', 'tingkat'],
    ...Array.from({ length: 10_001 }, () => ['12', '3']),
  ]);
  expect(submission).toBeNull();
  expect(problems).toMatchObject([{ code: 'file-unreadable', at: { file: 'tingkat.csv' } }]);
  expect(problems[0]?.message).toContain('Tabel berisi lebih dari 10.000 baris');
});
