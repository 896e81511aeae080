import { describe, expect, test } from 'vitest';
import type { Book, Cell } from '../../src/workbook/book.ts';
import {
  answersTable,
  criteriaTable,
  dashboardTable,
  documentsTable,
  formatVersion,
  markOf,
  metaTable,
  type Table,
} from '../../src/workbook/layout.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { bookOf } from './book-of.ts';
import { codesOf } from './read-back.ts';

type Rows = readonly (readonly string[])[];

const meta = {
  ...{ formatVersion: '1', instrument: 'permenpanrb-59-2020', region: 'Kabupaten Contoh', year: '2025' },
  indicators: '3 12',
};
const answerKeys = [
  ...['id', 'number', 'level', 'fact', 'analysis', 'note', 'assessedLevel', 'assessedReason'],
  ...['units', 'points'],
];
const answers = [['3', '3', '2', 'Fakta.', 'Analisis.', 'c', '1', 'SK lama.', '10', '20']];
const documentKeys = [
  ...['indicator', 'level', 'kind', 'title', 'number', 'date', 'location', 'page', 'signed', 'verdict'],
  'remark',
];
const documents = [
  ['3', '2', 'Kebijakan', 'SK Tim', '5/2024', '45521', 'sk.pdf', '1', 'Ya', 'Diterima', 'Sesuai.'],
];
const checklist = [
  ['3-L2-a', 'Ya'],
  ['3-L2-b', ''],
  ['', 'Ya'],
  ['12-L3-a', 'Belum'],
];

function marked(table: Table, keys: readonly string[], rows: Rows): Rows {
  return [keys.map((key) => markOf(table, key)), ...rows];
}

const sheets = {
  _spbe: marked(metaTable, ['id', 'value'], Object.entries(meta)),
  Penilaian: marked(answersTable, answerKeys, answers),
  Bukti: marked(documentsTable, documentKeys, documents),
  Kriteria: marked(criteriaTable, ['id', 'have'], checklist),
};

function read(changed: Partial<Record<keyof typeof sheets | 'Dasbor', Rows>> = {}) {
  return readBook(bookOf({ ...sheets, ...changed }));
}

function readBook(book: Book) {
  const { submission, problems } = readWorkbook(book, 'dinas.xlsx');
  const texts = (rows: readonly object[] = []) =>
    rows.map((row) => Object.values(row).map((field: { text: string }) => field.text));
  return {
    ...{ submission, problems, codes: codesOf({ problems }) },
    ...{ answers: texts(submission?.answers), documents: texts(submission?.documents) },
    checklist: Object.fromEntries([...(submission?.checklist ?? [])].map(([id, { text }]) => [id, text])),
  };
}

const answersWith = (...rows: Rows) => read({ Penilaian: marked(answersTable, answerKeys, rows) });

describe('a workbook of ours', () => {
  test('is read whole, every text with its place', () => {
    const found = read();
    expect(found.codes).toEqual([]);
    expect(found.answers).toEqual([['3', '2', 'Fakta.', 'Analisis.', '1', 'SK lama.', 'c']]);
    expect(found.documents).toEqual([
      ...[['3', '2', 'SK Tim', '5/2024', '45521', 'sk.pdf', '1', 'Kebijakan', 'Ya', 'Diterima', 'Sesuai.']],
    ]);
    expect(found.checklist).toEqual({ '3-L2-a': 'Ya', '12-L3-a': 'Belum' });
    expect(found.submission).toMatchObject({
      file: 'dinas.xlsx',
      meta: { indicators: ['3', '12'] },
      answers: [{ level: { at: { file: 'dinas.xlsx', sheet: 'Penilaian', address: 'C2' } } }],
    });
    expect(found.submission).not.toHaveProperty('modified');
    expect(found.submission).not.toHaveProperty('storedIndex');
  });

  test('says when it was saved, where the file does', () => {
    const savedAt = '2025-03-02T08:00:00.000Z';
    expect(readBook({ ...bookOf(sheets), savedAt }).submission?.modified).toBe(savedAt);
  });

  test('brings the index that its formulas had made', () => {
    const Dasbor = marked(dashboardTable, ['label', 'index'], [['Indeks'], ['Indeks', '2,00']]);
    expect(read({ Dasbor }).submission?.storedIndex).toMatchObject({
      index: { text: '2,00', at: { sheet: 'Dasbor', address: 'B3' } },
      isFormula: false,
      rows: [{ id: '3', number: '3', isText: true, units: '10', points: '20' }],
    });
  });

  test.each([
    ['Penilaian', ['sheet-missing '], 'answers'],
    ['Bukti', ['sheet-missing '], 'documents'],
    ['Kriteria', ['checklist-unread '], 'checklist'],
  ] as const)('without %s the rest is read', (name, codes, part) => {
    const found = read({ [name]: [['Hapus']] });
    expect(found.codes).toEqual(codes);
    expect(found.problems).toMatchObject([{ at: { file: 'dinas.xlsx' } }]);
    expect(found.problems[0]?.message).toContain(name);
    expect(found).toMatchObject({ answers: read().answers, [part]: part === 'checklist' ? {} : [] });
  });

  test.each(['Penilaian', 'Bukti', 'Kriteria'] as const)('a table %s without end is refused', (name) => {
    const found = read({ [name]: [...sheets[name], ...Array.from({ length: 10_001 }, () => ['3', 'x'])] });
    expect(found.submission).toBeNull();
    expect(found.problems).toMatchObject([{ code: 'file-unreadable', at: { file: 'dinas.xlsx' } }]);
    expect(found.problems[0]?.message).toContain(`Lembar ${name} berisi lebih dari 10.000 baris`);
  });

  test('of a newer format it is not guessed at', () => {
    const pairs = { ...meta, formatVersion: String(formatVersion + 1) };
    const found = read({ _spbe: marked(metaTable, ['id', 'value'], Object.entries(pairs)) });
    expect(found.submission).toBeNull();
    const details = { found: formatVersion + 1, known: formatVersion };
    expect(found.problems).toMatchObject([{ code: 'format-newer', at: { file: 'dinas.xlsx' }, details }]);
  });
});

test.each([
  [2, '"L1", "L2"'],
  [10, '"L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10"'],
  [12, '"L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10" dan 2 lembar lain'],
])('a book of %i other sheets is none, and they are named', (count, named) => {
  const names = Array.from({ length: count }, (_, index) => [`L${index + 1}`, [['x']]]);
  const found = readBook(bookOf(Object.fromEntries(names)));
  expect(found.submission).toBeNull();
  expect(found.problems).toMatchObject([
    { code: 'not-a-workbook', at: { file: 'dinas.xlsx' }, details: { sheets: named } },
  ]);
});

describe('rows of Penilaian', () => {
  const ids = (found: ReturnType<typeof read>) =>
    found.submission?.answers.map(({ indicator: { text, at }, level }) => [text, at.address, level.text]);

  test('the hidden id names the row, at the place of the number that is seen', () => {
    const found = answersWith(['3', '2.b', '2']);
    expect([ids(found), found.codes]).toEqual([[['3', 'B2', '2']], []]);
  });

  test('without the id the number does; a level without either is kept, for it is judged later', () => {
    const found = answersWith(['', '13', '2'], ['', '', '4'], ['', '13', '']);
    expect(ids(found)).toEqual([
      ['13', 'B2', '2'],
      ['', 'B3', '4'],
      ['13', 'B4', ''],
    ]);
    expect(found.codes).toEqual([]);
  });

  test('where both name indicators of this workbook the seen one counts, and that is told', () => {
    const found = answersWith(['3', 'Indikator 12', '2'], ['12', '03', '4'], ['12', '12', '1']);
    expect(ids(found)?.map(([id]) => id)).toEqual(['Indikator 12', '03', '12']);
    expect(found.codes).toEqual(['indicator-mismatch Penilaian!B2', 'indicator-mismatch Penilaian!B3']);
    expect(found.problems[0]?.details).toMatchObject({ key: '3', number: '12' });
  });

  test('an id or a number of no indicator of this workbook tells no mismatch', () => {
    const found = answersWith(['3', '13', '2'], ['13', '12', '2']);
    expect(ids(found)?.map(([id]) => id)).toEqual(['3', '12']);
    expect(found.codes).toEqual([]);
  });

  test.each(['fact', 'analysis', 'note', 'assessedLevel', 'assessedReason'])(
    'words under %s in a row of no indicator are told',
    (key) => {
      const row = answerKeys.map((one) => (one === key ? 'Lanjutan' : ''));
      const found = answersWith(...answers, row);
      expect(ids(found)).toHaveLength(1);
      const column = 'ABCDEFGH'[answerKeys.indexOf(key)];
      expect(found.codes).toEqual([`row-unread Penilaian!${column}3`]);
      expect(found.problems[0]?.details).toEqual({ found: 'Lanjutan' });
    },
  );

  test.each([0, 1, 2])('beside an id, a number or a level they are told by nobody: column %i', (column) => {
    const row = answerKeys.map((key, index) => (index === column ? '2' : key === 'fact' ? 'Fakta.' : ''));
    expect(answersWith(row).codes).toEqual([]);
  });

  test('a row with nothing that is ours is passed over', () => {
    const found = answersWith(['', '', '', '', '', '', '', '', '10', '20']);
    expect([ids(found), found.codes]).toEqual([[], []]);
  });

  test('the first of such words is told', () => {
    const found = answersWith(['', '', '', '', 'Baris dua.', 'periksa']);
    expect(found.problems.map(({ details }) => details)).toEqual([{ found: 'Baris dua.' }]);
  });
});

describe('rows of Bukti', () => {
  const change = (address: string, changed: Partial<Cell>): Book => {
    const book = bookOf(sheets);
    const cellsOf = (cells: readonly Cell[]) =>
      cells.map((cell) => (cell.address === address ? { ...cell, ...changed } : cell));
    return {
      ...book,
      sheets: book.sheets.map((sheet) =>
        sheet.name === 'Bukti'
          ? { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: cellsOf(row.cells) })) }
          : sheet,
      ),
    };
  };
  const documentOf = (book: Book) => readBook(book).submission?.documents[0];

  test.each([
    ['45521', '2024-08-17'],
    ['10000', '1927-05-18'],
    ['9999', '9999'],
    ['2024', '2024'],
    ['-45521', '-45521'],
    ['99999999', '99999999'],
  ])('a date that is but the number %s is %s', (text, date) => {
    expect(documentOf(change('F2', { text, kind: 'number' }))?.date).toEqual({
      text: date,
      at: { file: 'dinas.xlsx', sheet: 'Bukti', address: 'F2' },
    });
    expect(documentOf(change('F2', { text }))?.date.text).toBe(text);
  });

  test('a document without a date has none, at the place where it would stand', () => {
    const rows = [...documents, ['3', '2', '', 'SK lain']];
    const found = read({ Bukti: marked(documentsTable, documentKeys, rows) });
    expect(found.submission?.documents[1]?.date).toEqual({
      text: '',
      at: { file: 'dinas.xlsx', sheet: 'Bukti', address: 'F3' },
    });
  });

  test('such a number is counted from the year that the book counts from', () => {
    const book = change('F2', { text: '44059', kind: 'number' });
    expect(documentOf({ ...book, date1904: true })?.date.text).toBe('2024-08-17');
  });

  test('a link goes before the words that show it', () => {
    const link = ' https://contoh.go.id/sk ';
    expect(documentOf(change('G2', { link }))?.location).toEqual({
      text: 'https://contoh.go.id/sk',
      at: { file: 'dinas.xlsx', sheet: 'Bukti', address: 'G2' },
    });
    expect(documentOf(change('G2', { link: ' ' }))?.location.text).toBe('sk.pdf');
  });
});
