import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { findDifferences } from '../../src/assessment/duplicates.ts';
import type { Submission } from '../../src/assessment/submission.ts';
import { answersTable, identityTable } from '../../src/workbook/layout.ts';
import { openBook } from '../../src/workbook/open.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { fillIn, headings, load, makeWorkbook, save, sheetOf } from '../workbook/make-workbook.ts';
import { makeFolder, spbe } from './spbe.ts';

const yaml = `formatVersion: 1
region: Kabupaten Contoh
kind: kabupaten
year: 2025
instrument: permenpanrb-59-2020
opd:
  - {code: diskominfo, name: Dinas Komunikasi & Informatika, indicators: [1, 13]}
  - {code: inspektorat, name: Inspektorat, indicators: [29]}
`;

/** Filled in every way: numbers, texts, dates, links, blanks around a text, an OPD's own column and sheet. */
async function filled(): Promise<Uint8Array> {
  const book = await load(await makeWorkbook(['1', '12']));
  fillIn(book, {
    answers: {
      1: [3, '  Fakta dengan\nbaris baru  ', '=1+1', 'Analisis 1', 2, 'Draf belum sah'],
      12: ['tiga', 'Fakta 12', 'catatan 12', 'Analisis 12'],
    },
    documents: [
      [
        1,
        3,
        'Perbup 12',
        '12/2023',
        new Date('2023-08-17'),
        'bukti\\12.pdf',
        '5–9',
        null,
        'Ya',
        'Perbaiki',
        'Hal. 7',
      ],
      [12, 2, 'SOP', '0012', 'Agustus 2023', { text: 'SOP.pdf', hyperlink: 'https://contoh.go.id/sop.pdf' }],
    ],
    checklist: { '1-L2-a': 'Ya', '12-L2-a': 'Belum' },
  });
  const identity = headings(book, identityTable);
  identity.sheet.eachRow((row) => {
    if (row.getCell(identity.column('Isian')).text === 'NIP pengisi') {
      row.getCell(identity.column('Jawaban')).value = '001987';
    }
  });
  const answers = headings(book, answersTable);
  answers.sheet.getCell(answers.row + 1, 30).value = 'kolom OPD sendiri';
  book.addWorksheet('Coretan').getCell('B2').value = 'jangan hilang';
  return save(book);
}

async function read(folder: string, name: string): Promise<Submission> {
  const opened = openBook(await readFile(join(folder, name)), name);
  if ('unreadable' in opened) throw new Error(opened.unreadable.message);
  const { submission } = readWorkbook(opened.book, name);
  if (submission === null) throw new Error('Not read');
  return submission;
}

test('every filled cell is carried over; what has no place is kept on a sheet; a new OPD gets its workbook', async () => {
  const cwd = await makeFolder({ 'spbe.yaml': yaml, 'kertas-kerja/kominfo.xlsx': await filled() });
  const original = await readFile(join(cwd, 'kertas-kerja/kominfo.xlsx'));
  const { stdout, stderr, code } = await spbe(['update', '--format', 'json'], { cwd });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  expect(JSON.parse(stdout)).toEqual({
    schemaVersion: 1,
    folder: 'kertas-kerja-baru',
    files: [
      {
        from: 'kertas-kerja/kominfo.xlsx',
        to: 'kertas-kerja-baru/kominfo.xlsx',
        opd: 'diskominfo',
        carried: { answers: 6, documents: 16, ticks: 1, identity: 1 },
        // Indicator 12 went to nobody: level, fact, analysis, note, one tick; the own column and sheet.
        leftovers: 7,
        reason: null,
      },
      {
        from: null,
        to: 'kertas-kerja-baru/inspektorat-inspektorat.xlsx',
        opd: 'inspektorat',
        carried: { answers: 0, documents: 0, ticks: 0, identity: 0 },
        leftovers: 0,
        reason: null,
      },
    ],
  });
  expect(await readFile(join(cwd, 'kertas-kerja/kominfo.xlsx'))).toEqual(original);

  const before = await read(cwd, 'kertas-kerja/kominfo.xlsx');
  const after = await read(cwd, 'kertas-kerja-baru/kominfo.xlsx');
  const lost = findDifferences(after, before).map(({ field }) => field.text);
  expect(lost.toSorted()).toEqual(['Analisis 12', 'Belum', 'Fakta 12', 'catatan 12', 'tiga']);
  expect(after.meta).toMatchObject({ workbookId: before.meta?.workbookId, indicators: ['1', '13'] });
  expect(after.identity.get('nip')).toBe('001987');

  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(cwd, 'kertas-kerja-baru/kominfo.xlsx'));
  const left = sheetOf(book, 'Tidak terpindah');
  const texts: string[] = [];
  left.eachRow((row, number) => {
    if (number > 5) texts.push(row.getCell(3).text);
  });
  expect(texts.toSorted()).toEqual([...lost, 'jangan hilang', 'kolom OPD sendiri'].toSorted());
  // As typed: blanks, line breaks and leading zeros; a text that begins like a formula is none.
  const own = headings(book, answersTable);
  const cell = (heading: string) => own.sheet.getCell(own.row + 1, own.column(heading));
  expect(cell('Fakta').value).toBe('  Fakta dengan\nbaris baru  ');
  expect(cell('Catatan').value).toBe('=1+1');
  expect(sheetOf(book, 'Bukti').getCell('G7').value).toEqual({
    text: 'SOP.pdf',
    hyperlink: 'https://contoh.go.id/sop.pdf',
  });
});

test('updated again, nothing changes, not even what was left over', async () => {
  const cwd = await makeFolder({ 'spbe.yaml': yaml, 'kertas-kerja/kominfo.xlsx': await filled() });
  await spbe(['update'], { cwd });
  const { stdout, code } = await spbe(['update', 'kertas-kerja-baru', '-o', 'lagi', '--format', 'csv'], {
    cwd,
  });
  expect(code).toBe(0);
  expect(stdout).toContain('kertas-kerja-baru/kominfo.xlsx,lagi/kominfo.xlsx,diskominfo,6,16,1,1,7');
  const [first, second] = [
    await read(cwd, 'kertas-kerja-baru/kominfo.xlsx'),
    await read(cwd, 'lagi/kominfo.xlsx'),
  ];
  expect(findDifferences(second, first)).toEqual([]);
});

test('a folder with files in it is left alone', async () => {
  const cwd = await makeFolder({ 'a.xlsx': await makeWorkbook(['1']), 'baru/x.txt': 'x' });
  const { stderr, code } = await spbe(['update', 'a.xlsx', '-o', 'baru'], { cwd });
  expect(stderr).toContain('Folder baru sudah berisi 1 berkas.');
  expect(code).toBe(2);
});

test('what is no workbook of ours is named, and the exit code says so', async () => {
  const cwd = await makeFolder({ 'a.xlsx': 'x', 'b.xlsx': await makeWorkbook(['1']) });
  const { stdout, code } = await spbe(['update', 'a.xlsx', 'b.xlsx'], { cwd });
  expect(stdout).toMatch(/Tidak diperbarui[\s\S]*a\.xlsx: /);
  expect(code).toBe(1);
});
