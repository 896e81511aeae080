import { describe, expect, test } from 'vitest';
import { loadInstrument } from '../../src/instrument/load.ts';
import {
  answersTable,
  criteriaTable,
  documentsTable,
  markOf,
  type Table,
} from '../../src/workbook/layout.ts';
import { findUnmarked, readUnmarked } from '../../src/workbook/read-unmarked.ts';
import { bookOf } from './book-of.ts';
import { codesOf } from './read-back.ts';

type Rows = readonly (readonly string[])[];

const instrument = await loadInstrument('permenpanrb-59-2020');
const older = await loadInstrument('permenpanrb-5-2018');
const nameOf = (id: string) => instrument.indicators.find((one) => one.id === id)?.name ?? '';

const answersHeader = ['No', 'Indikator', 'Tingkat', 'Fakta', 'Analisis'];
const answers: Rows = [
  answersHeader,
  ['3', `${nameOf('3')}\nApakah ada?`, '2', 'Fakta.', 'Analisis.'],
  ['12', nameOf('12'), '4', 'Fakta dua.', ''],
];
const documents: Rows = [
  ['Indikator', 'Judul dokumen', 'Berkas atau tautan'],
  ['3', 'SK Tim', 'sk.pdf'],
];
const identity: Rows = [
  ['Instansi', 'Kabupaten Contoh'],
  ['OPD / unit kerja', 'Dinas Kominfo'],
  ['Tahun penilaian', '2025'],
];

function read(sheets: Readonly<Record<string, Rows>>, instruments = [older, instrument]) {
  const book = bookOf(sheets);
  const found = findUnmarked(book);
  if (found === null) return null;
  const { submission, problems } = readUnmarked(book, found, 'a.xlsx', instruments);
  return { submission, problems, codes: codesOf({ problems }), note: problems[0]?.details['read'] };
}

describe('tables of ours in a book of somebody’s own', () => {
  test('are read, with what Identitas shows', () => {
    const found = read({ Penilaian: answers, Bukti: documents, Identitas: identity });
    expect(found?.submission).toMatchObject({
      ...{ file: 'a.xlsx', meta: null },
      about: {
        ...{ instrument: instrument.id, region: 'Kabupaten Contoh', year: 2025 },
        opd: { code: 'Dinas Kominfo', name: 'Dinas Kominfo' },
      },
      answers: [{ indicator: { text: '3' } }, { indicator: { text: '12' } }],
      documents: [{ title: { text: 'SK Tim' } }],
      checklist: new Map(),
    });
    expect(found?.problems[0]).toMatchObject({
      ...{ code: 'marks-lost', at: { file: 'a.xlsx' } },
      details: {
        read: 'lembar "Penilaian" sebagai Penilaian; lembar "Bukti" sebagai Bukti; Dinas Kominfo, Kabupaten Contoh, 2025 dari Identitas',
        checklist: 'tidak terbaca',
      },
    });
  });

  test('without Identitas say nothing of region, year and OPD', () => {
    const found = read({ Penilaian: answers, Bukti: documents });
    expect(found?.submission?.about).toMatchObject({ region: null, year: null, opd: null });
    expect(found?.note).toContain('OPD, daerah dan tahun tidak diketahui');
  });

  test.each(['nanti', '0', '-2025', '2025.5'])('the year %j is none', (year) => {
    const found = read({ Penilaian: answers, Identitas: identity.with(2, ['Tahun penilaian', year]) });
    expect(found?.submission?.about?.year).toBeNull();
  });

  test('a particular is no longer than spbe writes it', () => {
    const long = identity.with(0, ['Instansi', 'a'.repeat(201)]);
    expect(read({ Penilaian: answers, Identitas: long })?.submission?.about?.region).toBe('a'.repeat(200));
  });

  test('the one that is missing is named; of a csv, which holds but one, it is not', () => {
    expect(read({ Isian: answers })?.problems[1]).toMatchObject({
      ...{ code: 'sheet-missing', at: { file: 'a.xlsx' }, details: { sheet: 'Bukti' } },
    });
    expect(read({ Isian: documents })?.problems[1]?.details).toEqual({ sheet: 'Penilaian' });
    expect(read({ Isian: documents })?.submission).toMatchObject({
      about: { instrument: null },
      answers: [],
    });
    expect(read({ '': answers })?.codes).not.toContain('sheet-missing ');
    expect(read({ '': answers })?.note).toContain('berkas ini sebagai Penilaian');
    expect(read({ '': answers, Lain: [['x']] })?.codes).toContain('sheet-missing ');
    expect(read({ Penilaian: answers, Bukti: documents })?.codes).not.toContain('sheet-missing ');
  });

  test('the checklist is read where its keys are left', () => {
    const marks = ['id', 'have'].map((key) => markOf(criteriaTable, key));
    const found = read({ Penilaian: answers, Kriteria: [marks, ['3-L2-a', 'Ya']] });
    expect([...(found?.submission?.checklist.keys() ?? [])]).toEqual(['3-L2-a']);
    expect(found?.problems[0]?.details['checklist']).toBe('terbaca');
  });

  test('rows that contradict themselves or belong to nothing are told', () => {
    const keyed = [
      ['Kunci', ...answersHeader],
      ['3', '12', nameOf('12'), '2', 'x', 'y'],
      ['', '', '', '', 'z', ''],
    ];
    expect(read({ Penilaian: keyed })?.codes).toEqual([
      ...['marks-lost ', 'sheet-missing ', 'column-missing Penilaian', 'column-missing Penilaian'],
      ...['column-missing Penilaian', 'indicator-mismatch Penilaian!B2', 'row-unread Penilaian!E3'],
    ]);
  });

  test.each<[string, Rows]>([
    ['Penilaian', answers],
    ['Bukti', documents],
  ])('a table %s without end is refused', (name, rows) => {
    const found = read({ [name]: [...rows, ...Array.from({ length: 10_001 }, () => ['3', 'x'])] });
    expect(found?.submission).toBeNull();
    expect(found?.codes).toEqual(['file-unreadable ']);
  });
});

describe('the instrument', () => {
  const of = (rows: Rows, instruments = [older, instrument]) =>
    read({ Penilaian: [answersHeader, ...rows] }, instruments)?.submission?.about?.instrument;

  test('is the one with most of the names beside their numbers', () => {
    expect(of(answers.slice(1))).toBe(instrument.id);
    expect(of(answers.slice(1), [instrument, older])).toBe(instrument.id);
    expect(of([['3', nameOf('12'), '2', '', '']])).toBeNull();
    expect(of([['3', '', '2', '', '']])).toBeNull();
  });

  test('is unknown where two have as many, or there is none', () => {
    expect(of(answers.slice(1), [instrument, { ...instrument, id: 'other' }])).toBeNull();
    expect(of(answers.slice(1), [])).toBeNull();
  });
});

describe('tables whose rows cannot be told apart are none', () => {
  const marked = (table: Table, keys: readonly string[]): Rows => [
    keys.map((key) => markOf(table, key)),
    keys.map(() => '3'),
  ];

  test.each([
    [answersTable, ['level', 'fact'], false],
    [answersTable, ['number', 'level'], true],
    [answersTable, ['id', 'level'], true],
    [documentsTable, ['title', 'location'], false],
    [documentsTable, ['indicator', 'title'], true],
  ] as const)('%# %j', (table, keys, isFound) => {
    expect(findUnmarked(bookOf({ X: marked(table, keys) })) !== null).toBe(isFound);
  });

  test('a book without any', () => {
    expect(findUnmarked(bookOf({ X: [['No', 'Tingkat']] }))).toBeNull();
  });
});
