import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillWorkbook } from '../../fixtures/fill-workbook.js';
import { claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import { answersTable, columnOf, criteriaTable, documentsTable } from '../../src/workbook/layout.ts';
import { readCsvAnswers } from '../../src/workbook/read-csv.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { opened } from '../workbook/opened.ts';
import { openLibreOffice } from './libre-office.ts';
import { isUnlocked, partOfSheet, partsOf } from './parts.ts';
import { instrument, lettersOf, levelsOf, readAs, sizes } from './sample.ts';

/* An officer opens the workbook in LibreOffice and saves it as xlsx: nothing that the tool reads may change. */

const words = {
  fact: 'Fakta: Perbup 12/2023 – "Arsitektur" & peta rencana.\nAnalisis: <berlaku> di semua OPD; 100 % tercakup.',
  analysis: 'Analisis: berlaku.',
  title: 'Peraturan Bupati Nomor 12 Tahun 2023',
  location: 'bukti/12-Perbup-Peta-Rencana.pdf',
};
const identity = {
  9: "H. Mas'ud, S.Kom.",
  10: 'Siti Nurhaliza',
  11: '198001012005011001',
  12: '081234567890',
};

const office = openLibreOffice();
afterAll(() => office.close());

const names = Object.keys(sizes) as (keyof typeof sizes)[];
const before = new Map<string, string>();
const after = new Map<string, string>();

beforeAll(async () => {
  for (const name of names) {
    const path = join(office.folder, `${name}.xlsx`);
    writeFileSync(path, await writeWorkbook(sizes[name]));
    await fillWorkbook(path, typedLevels(name), words);
    await addDetails(path);
    before.set(name, path);
  }
  const saved = await office.convert([...before.values()], 'xlsx');
  for (const [index, name] of names.entries()) after.set(name, saved[index] ?? '');
});

describe.each(names)('%s, saved by LibreOffice', (name) => {
  const read = () => readAs(after.get(name) ?? '', 'diskominfo.xlsx');

  it('reads the same: meta, identity, answers, documents, every address', () => {
    const written = readAs(before.get(name) ?? '', 'diskominfo.xlsx');
    expect(written.problems).toEqual([]);
    expect(read()).toEqual(written);
  });

  it('reads what was typed', () => {
    const { submission } = read();
    expect(levelsOf(submission)).toEqual(
      new Map([...typedLevels(name)].map(([id, level]) => [id, Number(level)])),
    );
    expect(submission?.meta?.indicators).toEqual(sizes[name].indicators);
    expect(submission?.meta?.opd.name).toBe(sizes[name].opd.name);
    const raised = [...typedLevels(name)].filter(([, level]) => Number(level) > 1);
    const documents = submission?.documents ?? [];
    expect(documents.map(({ indicator }) => indicator.text)).toEqual([...raised.map(([id]) => id), '1']);
    expect(documents[0]?.title).toEqual({
      text: words.title,
      at: { file: 'diskominfo.xlsx', sheet: 'Bukti', address: `${lettersOf(documentsTable, 'title')}6` },
    });
    const last = documents.at(-1);
    expect([last?.number.text, last?.date.text, last?.page.text]).toEqual(['12/2023', '2023-08-17', '5-9']);
    expect(JSON.stringify(submission?.answers)).toContain(JSON.stringify(words.fact));
    expect(submission?.identity.get('nip')).toBe('198001012005011001');
    expect(submission?.identity.get('phone')).toBe('081234567890');
    const have = {
      file: 'diskominfo.xlsx',
      sheet: 'Kriteria',
      address: `${lettersOf(criteriaTable, 'have')}7`,
    };
    expect([...(submission?.checklist ?? [])]).toEqual([['1-L1-a', { text: 'Ya', at: have }]]);
    expect([last?.kind, last?.signed, last?.verdict, last?.remark].map((field) => field?.text)).toEqual([
      ...['Kebijakan', 'Ya', 'Perbaiki', 'Halaman 6 belum ditandatangani.'],
    ]);
    const [first] = submission?.answers ?? [];
    expect([first?.assessedLevel?.text, first?.assessedReason?.text]).toEqual(['2', 'Reviu belum ada.']);
  });

  it('keeps what is hidden, locked and offered', async () => {
    const workbook = await load(after.get(name) ?? '');
    const parts = partsOf(readFileSync(after.get(name) ?? ''));
    expect(workbook.getWorksheet('_spbe')?.state).toMatch(/^(hidden|veryHidden)$/);
    const visible = workbook.worksheets.filter(({ state }) => state === 'visible').map((sheet) => sheet.name);
    expect(visible).toEqual(
      expect.arrayContaining(['Petunjuk', 'Identitas', 'Penilaian', 'Bukti', 'Kriteria', 'Dasbor']),
    );
    const last = 5 + sizes[name].indicators.length;
    const answers = sheetOf(workbook, 'Penilaian');
    expect(answers.getRow(4).hidden).toBe(true);
    const hidden = answersTable.columns.filter((column) => 'hidden' in column);
    for (const { key } of hidden) expect(answers.getColumn(lettersOf(answersTable, key)).hidden).toBe(true);
    const level = lettersOf(answersTable, 'level');
    for (const address of [`${level}6`, `${level}${last}`]) {
      expect(isUnlocked(parts, 'Penilaian', address)).toBe(true);
      expect(answers.getCell(address).dataValidation).toMatchObject({
        type: 'list',
        errorTitle: 'Tingkat tidak dikenal',
        promptTitle: 'Tingkat kematangan',
      });
      expect(answers.getCell(address).dataValidation?.formulae[0]).toBe('"1,2,3,4,5"');
    }
    expect(isUnlocked(parts, 'Penilaian', 'B6')).toBe(false);
    const documents = sheetOf(workbook, 'Bukti');
    expect(documents.getRow(4).hidden).toBe(true);
    expect(documents.getCell('A6').dataValidation?.formulae[0]).toBe(`"${sizes[name].indicators.join(',')}"`);
    expect(documents.getCell(`${lettersOf(documentsTable, 'date')}65`).dataValidation?.type).toBe('date');
    expect(isUnlocked(parts, 'Bukti', `${lettersOf(documentsTable, 'title')}65`)).toBe(true);
    const criteria = sheetOf(workbook, 'Kriteria');
    expect(criteria.getRow(4).hidden).toBe(true);
    for (const key of ['id', 'levelKey', 'missing', 'criterion'] as const) {
      expect(criteria.getColumn(lettersOf(criteriaTable, key)).hidden).toBe(true);
    }
    const have = lettersOf(criteriaTable, 'have');
    expect(criteria.getCell(`${have}7`).dataValidation?.formulae[0]).toBe('"Ya,Belum"');
    expect([6, 7].map((row) => isUnlocked(parts, 'Kriteria', `${have}${row}`))).toEqual([false, true]);
    for (const sheet of visible) {
      expect(parts.get(partOfSheet(parts, sheet)), sheet).toMatch(/<sheetProtection [^>]*sheet="(1|true)"/);
    }
  });
});

it('reads levels, notes and addresses from Penilaian that LibreOffice saved as csv', async () => {
  const [path] = await office.convert([before.get('diskominfo') ?? ''], 'csv');
  const book = opened(readFileSync(path ?? ''), 'penilaian.csv');
  const { submission, problems } = readCsvAnswers(book, 'penilaian.csv');
  expect(problems).toEqual([]);
  expect(submission?.answers).toHaveLength(sizes.diskominfo.indicators.length);
  const { answers } = mergeSubmissions(
    submission ? [submission] : [],
    instrument,
    { region: null, year: null },
    null,
  );
  expect(claimedLevels(answers)).toEqual(
    new Map([...typedLevels('diskominfo')].map(([id, level]) => [id, Number(level)])),
  );
  expect(submission?.answers[0]?.level.at).toEqual({
    file: 'penilaian.csv',
    address: `${lettersOf(answersTable, 'level')}6`,
  });
});

/** Levels 1 to 5 in turn, some of them typed as text, every eighth blank. */
function typedLevels(name: keyof typeof sizes): Map<string, number | string> {
  return new Map(
    sizes[name].indicators.flatMap((id, index) => {
      const level = 1 + ((index * 2) % 5);
      return index % 8 === 7 ? [] : [[id, index % 6 === 5 ? String(level) : level]];
    }),
  );
}

/** A document with every field, in the row after the last, and who filled the workbook. */
async function addDetails(path: string): Promise<void> {
  const workbook = await load(path);
  for (const [row, text] of Object.entries(identity)) {
    sheetOf(workbook, 'Identitas').getCell(Number(row), 3).value = text;
  }
  // The first item of evidence of indicator 1, beneath the criterion it belongs to.
  sheetOf(workbook, 'Kriteria').getCell(7, columnOf(criteriaTable, 'have')).value = 'Ya';
  const answers = sheetOf(workbook, 'Penilaian');
  answers.getCell(6, columnOf(answersTable, 'assessedLevel')).value = 2;
  answers.getCell(6, columnOf(answersTable, 'assessedReason')).value = 'Reviu belum ada.';
  const documents = sheetOf(workbook, 'Bukti');
  let row = 6;
  while (documents.getCell(row, 1).value !== null) row++;
  const values = {
    indicator: 1,
    level: 2,
    title: words.title,
    number: '12/2023',
    date: new Date('2023-08-17T00:00:00Z'),
    location: words.location,
    page: '5-9',
    kind: 'Kebijakan',
    signed: 'Ya',
    verdict: 'Perbaiki',
    remark: 'Halaman 6 belum ditandatangani.',
  };
  for (const [key, value] of Object.entries(values)) {
    documents.getCell(row, columnOf(documentsTable, key as keyof typeof values)).value = value;
  }
  await workbook.xlsx.writeFile(path);
}

async function load(path: string): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

function sheetOf(workbook: exceljs.Workbook, name: string): exceljs.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return sheet;
}
