import type ExcelJS from 'exceljs';
import { expect } from 'vitest';
import { mergeSubmissions } from '../../src/assessment/merge.ts';
import type { Submission } from '../../src/assessment/submission.ts';
import { type Read, readWorkbook } from '../../src/workbook/read.ts';
import { setIdentity } from './edit-sheet.ts';
import { type Filling, fillIn, instrument, load, makeWorkbook, save, sheetOf } from './make-workbook.ts';
import { opened } from './opened.ts';

/* What the tests of reading back share: a filled workbook, and what must come of it. */

export const three = ['3', '12', '47'];
export const empty = await makeWorkbook(three);
export const filling: Filling = {
  answers: {
    3: [2, 'Fakta tiga.', 'c3'],
    12: [4, 'Fakta dua belas.', 'c12'],
    47: [3, 'Fakta empat puluh tujuh.', 'c47'],
  },
  documents: [
    [12, 4, 'Perbup Peta Rencana', '12/2023', new Date('2023-08-17'), 'perbup-12.pdf', '5–9'],
    [47, 3, 'SOP Layanan', '5-9', new Date('2024-02-29'), 'https://contoh.go.id/sop', 'hal. 3'],
  ],
};
export const filled = {
  answers: [
    '3: 2 | Fakta tiga. | c3',
    '12: 4 | Fakta dua belas. | c12',
    '47: 3 | Fakta empat puluh tujuh. | c47',
  ],
  documents: [
    '12 | 4 | Perbup Peta Rencana | 12/2023 | 2023-08-17 | perbup-12.pdf | 5–9',
    '47 | 3 | SOP Layanan | 5-9 | 2024-02-29 | https://contoh.go.id/sop | hal. 3',
  ],
};

/** Written, filled, changed, saved, opened, read: and the workbook as exceljs last had it. */
export async function roundTrip(change: (workbook: ExcelJS.Workbook) => void, what: Filling = filling) {
  const workbook = await load(empty);
  fillIn(workbook, what);
  change(workbook);
  return { read: readWorkbook(opened(await save(workbook)), 'a.xlsx'), workbook };
}

export function expectFilled({ submission, problems }: Read, codes: readonly string[]): void {
  expect(submission && describeAnswers(submission)).toEqual(filled.answers);
  expect(submission && describeDocuments(submission)).toEqual(filled.documents);
  expect(codesOf({ problems })).toEqual(codes);
}

/** The cell at each address holds, by exceljs's own account, the text that was read there. */
export function expectTrueAddresses({ submission }: Read, workbook: ExcelJS.Workbook): void {
  const fields = [...(submission?.answers ?? []), ...(submission?.documents ?? [])]
    .flatMap((row) => Object.values({ ...row }))
    .filter(({ text }) => text !== '');
  expect(fields.length).toBeGreaterThan(20);
  for (const { text, at } of fields) {
    const cell = sheetOf(workbook, at.sheet ?? '').getCell(at.address ?? '');
    const own =
      cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : (cell.hyperlink ?? cell.text);
    expect(own.replaceAll('\u00a0', ' ').trim()).toBe(text);
  }
}

export function describeAnswers({ answers }: Submission): string[] {
  return answers.map(
    ({ indicator, level, explanation, note }) =>
      `${indicator.text}: ${[level, explanation, note].map(({ text }) => text).join(' | ')}`,
  );
}

export function describeDocuments({ documents }: Submission): string[] {
  return documents
    .map((row) =>
      [row.indicator, row.level, row.title, row.number, row.date, row.location, row.page].map(
        ({ text }) => text,
      ),
    )
    .filter((texts) => texts.some((text) => text !== ''))
    .map((texts) => texts.join(' | '));
}

export function placesOf({ submission }: Read): string[] | undefined {
  return submission?.answers.map(({ level: { at } }) => `${at.sheet}!${at.address}`);
}

export function codesOf({ problems }: Pick<Read, 'problems'>): string[] {
  return problems.map(
    ({ code, at }) => `${code} ${[at.sheet, at.address].filter((part) => part !== undefined).join('!')}`,
  );
}

export function merge({ submission }: Read) {
  return mergeSubmissions(submission ? [submission] : [], instrument, { region: null, year: null }, null);
}

/** Every cell that officers and assessors can fill. */
const complete: Filling = {
  answers: {
    3: [
      2,
      'Fakta tiga: "SK", 100 %; lihat 12/2023.',
      'c3; x',
      'Baris satu.\nBaris dua.',
      1,
      'SK belum berlaku.',
    ],
    12: [4, 'Fakta dua belas.', 'c12, y', 'Analisis dua belas.', 4, 'Lengkap.'],
    47: [3, 'Fakta empat puluh tujuh.', '', 'Analisis <empat> & tujuh.'],
  },
  documents: [
    [
      ...[12, 4, 'Perbup Peta Rencana', '12/2023', new Date('2023-08-17'), 'bukti\\perbup-12.pdf', '5–9'],
      ...['Kebijakan', 'Ya', 'Diterima', 'Sesuai.'],
    ],
    [
      47,
      3,
      'SOP; Layanan',
      '5-9',
      new Date('2024-02-29'),
      'https://contoh.go.id/sop?a=1&b=2',
      '3-4',
      'Pedoman atau SOP',
    ],
    [3, 2, 'SK Tim', '', null, 'sk.pdf', '', '', 'Belum', 'Perbaiki', 'Tanpa tanggal.'],
  ],
  checklist: { '3-L5-f': 'Ya', '12-L4-b': 'Belum', '47-L5-l': 'Ya' },
};
const person = { head: "H. Mas'ud, S.Kom.", nip: '198001012005011001', phone: '081234567890' };

/** Fills every kind of cell. */
function fillCompletely(workbook: ExcelJS.Workbook): void {
  fillIn(workbook, complete);
  for (const [key, text] of Object.entries(person)) setIdentity(workbook, key, text);
}

export async function completeWorkbook(): Promise<Uint8Array> {
  const workbook = await load(empty);
  fillCompletely(workbook);
  return save(workbook);
}

/** What a file says, without where it stands: equal for a file and its copies. */
export function contentsOf({ submission }: Read) {
  if (submission === null) throw new Error('No workbook');
  return {
    answers: submission.answers.map((row) =>
      [
        row.indicator,
        row.level,
        row.explanation,
        row.analysis,
        row.note,
        row.assessedLevel,
        row.assessedReason,
      ].map((field) => field?.text),
    ),
    documents: submission.documents
      .map((row) => Object.values(row).map(({ text }) => text))
      .filter((texts) => texts.some((text) => text !== '')),
    identity: Object.fromEntries(submission.identity),
    checklist: Object.fromEntries([...submission.checklist].map(([id, { text }]) => [id, text])),
  };
}

/** `complete`, as it must be read. */
export const fullContents = {
  answers: [
    [
      '3',
      '2',
      'Fakta tiga: "SK", 100 %; lihat 12/2023.',
      'Baris satu.\nBaris dua.',
      'c3; x',
      '1',
      'SK belum berlaku.',
    ],
    ['12', '4', 'Fakta dua belas.', 'Analisis dua belas.', 'c12, y', '4', 'Lengkap.'],
    ['47', '3', 'Fakta empat puluh tujuh.', 'Analisis <empat> & tujuh.', '', '', ''],
  ],
  documents: [
    [
      ...['12', '4', 'Perbup Peta Rencana', '12/2023', '2023-08-17', 'bukti\\perbup-12.pdf', '5–9'],
      ...['Kebijakan', 'Ya', 'Diterima', 'Sesuai.'],
    ],
    [
      ...['47', '3', 'SOP; Layanan', '5-9', '2024-02-29', 'https://contoh.go.id/sop?a=1&b=2', '3-4'],
      ...['Pedoman atau SOP', '', '', ''],
    ],
    ['3', '2', 'SK Tim', '', '', 'sk.pdf', '', '', 'Belum', 'Perbaiki', 'Tanpa tanggal.'],
  ],
  identity: {
    ...{ region: 'Kabupaten Contoh', opd: 'Dinas Komunikasi & Informatika', year: '2025' },
    ...{ ...person, filler: '', reviewer: '', date: '' },
  },
  checklist: { '3-L5-f': 'Ya', '12-L4-b': 'Belum', '47-L5-l': 'Ya' },
};
