import { describe, expect, test } from 'vitest';
import { regionalOpd } from '../../src/assessment/regional.ts';
import type { Submission } from '../../src/assessment/submission.ts';
import { documentsTable, markOf, type Table } from '../../src/workbook/layout.ts';
import { withRegional } from '../../src/workbook/read-regional.ts';
import { recapTable, sourceKey, statedTable } from '../../src/workbook/regional-layout.ts';
import { findTable } from '../../src/workbook/tables.ts';
import { makeSubmission } from '../assessment/make-submission.ts';
import { bookOf } from './book-of.ts';

type Rows = readonly (readonly string[])[];

const recapKeys = ['id', 'settled', 'basis', 'lead', 'reason', 'by', 'date', 'opd'];
const recap = [
  ['5', '2', 'decision', 'bappeda', 'Rapat tim.', 'Sekda', '2025-04-17', 'kominfo'],
  ['012', '3', 'lowest', '', '', '', '', 'bappeda'],
];
const statedKeys = [
  ...['id', 'level', 'fact', 'analysis', 'note', 'assessedLevel', 'assessedReason', 'opd', 'opdName'],
];
const stated = [['5', '4', 'Fakta.', 'Analisis.', 'c', '3', 'SK lama.', 'kominfo', 'Dinas Kominfo']];

function rowsOf(table: Table, keys: readonly string[], rows: Rows): Rows {
  return [keys.map((key) => markOf(table, key)), ...rows];
}

interface Parts {
  readonly opd?: { readonly code: string; readonly name: string };
  readonly workings?: Rows;
}

function read({ opd = regionalOpd, workings = recap }: Parts) {
  const submission = makeSubmission({
    file: 'rekap.xlsx',
    meta: { opd },
    answers: [
      ['5', '2'],
      ['12', '3'],
      ['13', '1'],
    ],
    documents: [
      ['5', '2', 'SK'],
      ['12', '3', 'Perbup'],
      ['13', '1', 'Surat'],
    ],
  });
  const book = bookOf({
    Bukti: rowsOf(
      documentsTable,
      ['title', sourceKey],
      [
        ['x', 'kominfo'],
        ['y', 'bappeda'],
      ],
    ),
    Rekapitulasi: rowsOf(recapTable, recapKeys, workings),
    Jawaban: rowsOf(statedTable, statedKeys, stated),
  });
  const found = findTable(book, documentsTable);
  return { submission, book, found, whole: withRegional(submission, book, found) };
}

/** The texts of a row by their keys. */
function textsOf(row: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([key, field]: [string, { text: string }]) => [key, field.text]),
  );
}

const opdsOf = ({ answers, documents }: Submission) => [
  answers.map(({ opd }) => opd?.text),
  documents.map(({ opd }) => opd?.text),
];

describe('a regional workbook', () => {
  test('keeps how every level came about, and every answer it was made from', () => {
    const { whole } = read({});
    expect(whole.regional?.settled.map(textsOf)).toEqual([
      {
        ...{ indicator: '5', level: '2', basis: 'decision', lead: 'bappeda', reason: 'Rapat tim.' },
        ...{ by: 'Sekda', date: '2025-04-17' },
      },
      { indicator: '012', level: '3', basis: 'lowest', lead: '', reason: '', by: '', date: '' },
    ]);
    expect(whole.regional?.stated.map(textsOf)).toEqual([
      {
        ...{ indicator: '5', level: '4', explanation: 'Fakta.', analysis: 'Analisis.', note: 'c' },
        ...{ assessedLevel: '3', assessedReason: 'SK lama.', opd: 'kominfo', opdName: 'Dinas Kominfo' },
      },
    ]);
    expect(whole.regional?.settled[0]?.reason.at).toEqual({
      ...{ file: 'rekap.xlsx', sheet: 'Rekapitulasi', address: 'E2' },
    });
  });

  test('its answers and documents carry their OPD; where none is named, none', () => {
    const { whole, submission, book } = read({});
    expect(opdsOf(whole)).toEqual([
      ['kominfo', 'bappeda', undefined],
      ['kominfo', 'bappeda', undefined],
    ]);
    expect(whole.documents[1]?.opd?.at.address).toBe('B3');
    expect(opdsOf(withRegional(submission, book, null))[1]).toEqual([undefined, undefined, undefined]);
  });

  test('without its workings it is an answer of its own', () => {
    const { submission } = read({});
    const bare = withRegional(submission, { sheets: [] }, null);
    expect(bare.regional).toEqual({ settled: [], stated: [] });
    expect(opdsOf(bare)[0]).toEqual([undefined, undefined, undefined]);
  });

  test('workings without end are not read', () => {
    const long = Array.from({ length: 10_001 }, () => recap[0] ?? []);
    const { regional, answers } = read({ workings: long }).whole;
    expect(regional?.settled).toEqual([]);
    expect(regional?.stated).toHaveLength(1);
    expect(answers[0]?.opd).toBeUndefined();
  });
});

test('the file of one OPD is handed back as it is, whatever sheets it holds', () => {
  const { whole, submission } = read({ opd: { code: 'kominfo', name: 'Dinas Kominfo' } });
  expect(whole).toBe(submission);
  const plain = makeSubmission({ meta: null });
  expect(withRegional(plain, { sheets: [] }, null)).toBe(plain);
});
