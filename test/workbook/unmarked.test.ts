import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { evidenceMissing } from '../../src/assessment/evidence-rules/evidence-missing.ts';
import { mergeSubmissions } from '../../src/assessment/merge.ts';
import { readKnownBook } from '../../src/commands/read-book.ts';
import type { Read } from '../../src/workbook/read.ts';
import { makeContext } from '../assessment/make-context.ts';
import { removeSheet } from './edit-sheet.ts';
import { instrument, load, save, sheetOf } from './make-workbook.ts';
import { opened } from './opened.ts';
import { codesOf, completeWorkbook, contentsOf, fullContents } from './read-back.ts';

/* All hidden parts lost at once: what officers see is all that is left. */

const original = await completeWorkbook();
const ours = ['Petunjuk', 'Identitas', 'Penilaian', 'Bukti', 'Kriteria', 'Dasbor'];

describe('sheets copied as values into a new workbook', () => {
  test('are read by their headings and numbers, and that is said in one note', async () => {
    const read = await readBytes(await copyVisible(ours));
    expect(contentsOf(read)).toEqual({ ...fullContents, checklist: {} });
    expect(codesOf(read)).toEqual(['marks-lost ']);
    expect(read.problems[0]).toMatchObject({
      severity: 'info',
      message:
        'Bagian tersembunyi kertas kerja hilang; dibaca menurut judul kolom dan nomor indikator – lembar "Penilaian" sebagai Penilaian; lembar "Bukti" sebagai Bukti; Dinas Komunikasi & Informatika, Kabupaten Contoh, 2025 dari Identitas; daftar periksa tidak terbaca – periksa bahwa semuanya benar, atau salin isiannya ke kertas kerja asli.',
    });
    expect(read.submission).toMatchObject({ meta: null, about: { instrument: instrument.id } });
    expect(read.submission?.answers[1]?.level.at).toEqual({ file: 'a', sheet: 'Penilaian', address: 'E6' });
  });

  test('are judged like the workbook: region, year and OPD known, evidence and analysis asked for', async () => {
    const { submission } = await readBytes(await copyVisible(ours));
    if (submission === null) expect.fail('not read');
    const other = {
      ...submission,
      file: 'b',
      about: { instrument: null, region: 'Kota Lain', year: 2024, opd: null },
    };
    const project = { region: 'Kabupaten Contoh', year: 2025 };
    const merged = mergeSubmissions([submission, other], instrument, project, null);
    expect(merged.files).toEqual(['a']);
    expect(merged.problems.map(({ code }) => code)).toEqual(['region-mismatch', 'year-mismatch']);
    expect(merged.answers.get('12')).toMatchObject({ level: 4, opd: 'Dinas Komunikasi & Informatika' });
    const [first, ...others] = submission.documents;
    const less = { ...submission, documents: first ? [first] : others };
    const assessment = mergeSubmissions([less], instrument, project, null);
    const missing = evidenceMissing.find({ ...(await makeContext({})), assessment });
    expect(
      missing.map(({ problem }) => problem).map(({ code, details }) => `${code} ${details['indicator']}`),
    ).toEqual(['evidence-missing 3', 'evidence-missing 47']);
  });

  test('under other names', async () => {
    const read = await readBytes(await copyVisible(ours, (name) => `${name} Kominfo`));
    expect(contentsOf(read)).toEqual({ ...fullContents, checklist: {} });
    expect(codesOf(read)).toEqual(['marks-lost ']);
  });

  test('Penilaian alone: Bukti is said to be missing, the rest unknown', async () => {
    const read = await readBytes(await copyVisible(['Penilaian'], () => 'Sheet1'));
    expect(contentsOf(read)).toEqual({ ...fullContents, documents: [], checklist: {}, identity: {} });
    expect(codesOf(read)).toEqual(['marks-lost ', 'sheet-missing ']);
    expect(read.problems[0]?.message).toContain('OPD, daerah dan tahun tidak diketahui');
    expect(read.submission?.about).toMatchObject({ region: null, year: null, opd: null });
  });

  test('a lost column is said', async () => {
    const workbook = await load(await copyVisible(ours));
    sheetOf(workbook, 'Bukti').spliceColumns(6, 1);
    const read = await readBytes(await save(workbook));
    expect(codesOf(read)).toEqual(['marks-lost ', 'column-missing Bukti']);
  });

  test('two of them, as when somebody gathers OPD in one book: the second is named', async () => {
    const workbook = await load(await copyVisible(ours));
    const sheet = workbook.addWorksheet('Penilaian Dinkes');
    sheetOf(workbook, 'Penilaian').eachRow((row, number) => {
      sheet.getRow(number).values = row.values;
    });
    expect(codesOf(await readBytes(await save(workbook)))).toEqual([
      'marks-lost ',
      'sheet-copied Penilaian Dinkes',
    ]);
  });
});

test('_spbe and Identitas deleted: hidden keys still name the rows, and the checklist is read', async () => {
  const workbook = await load(original);
  for (const name of ['_spbe', 'Identitas']) removeSheet(workbook, name);
  const read = await readBytes(await save(workbook));
  expect(contentsOf(read)).toEqual({ ...fullContents, identity: {} });
  expect(codesOf(read)).toEqual(['marks-lost ']);
});

test('everything copied as values, hidden rows and columns too: nothing is lost', async () => {
  const workbook = await load(original);
  for (const { name } of workbook.worksheets) {
    if (name === '_spbe') removeSheet(workbook, name);
    else if (ours.slice(1, 5).includes(name)) sheetOf(workbook, name).spliceRows(4, 1);
  }
  const read = await readBytes(await save(workbook));
  expect(contentsOf(read)).toEqual(fullContents);
  expect(read.submission?.meta).toMatchObject({ workbookId: 'uji', opd: { code: 'diskominfo' } });
  expect(codesOf(read)).toEqual([
    'column-guessed Penilaian',
    'column-guessed Bukti',
    'column-guessed Kriteria',
  ]);
});

describe.each([',', ';'])('saved as csv with %j', (FS) => {
  const csvOf = (name: string, bytes = original) => {
    const sheet = XLSX.read(bytes, { type: 'array' }).Sheets[name] ?? expect.fail(name);
    return Buffer.from(`\ufeff${XLSX.utils.sheet_to_csv(sheet, { FS, dateNF: 'd/m/yyyy' })}`);
  };

  test('Penilaian, its hidden parts still in it', async () => {
    const read = await readBytes(csvOf('Penilaian'), 'penilaian.csv');
    expect(contentsOf(read)).toEqual({ ...fullContents, documents: [], identity: {}, checklist: {} });
    expect(codesOf(read)).toEqual(['marks-lost ']);
    expect(read.submission?.answers[0]?.level.at).toEqual({ file: 'penilaian.csv', address: 'F6' });
  });

  test('Bukti: dates as Excel showed them are understood', async () => {
    const read = await readBytes(csvOf('Bukti'), 'bukti.csv');
    expect(read.submission?.answers).toEqual([]);
    expect(codesOf(read)).toEqual(['marks-lost ']);
    const { evidence, problems } = mergeSubmissions(
      read.submission ? [read.submission] : [],
      instrument,
      { region: null, year: null },
      null,
    );
    expect(problems).toEqual([]);
    expect(evidence.map(({ indicator, title, dated }) => [indicator, title, dated])).toEqual([
      ['12', 'Perbup Peta Rencana', { kind: 'day', iso: '2023-08-17' }],
      ['47', 'SOP; Layanan', { kind: 'day', iso: '2024-02-29' }],
      ['3', 'SK Tim', { kind: 'blank' }],
    ]);
  });

  test('both, as they are seen', async () => {
    const visible = await copyVisible(ours);
    const reads = await Promise.all(
      ['Penilaian', 'Bukti'].map((name) => readBytes(csvOf(name, visible), `${name}.csv`)),
    );
    const [answers, documents] = reads.map(contentsOf);
    expect(answers?.answers).toEqual(fullContents.answers);
    const withoutDates = (rows: readonly string[][] = []) => rows.map((row) => row.toSpliced(4, 1));
    expect(withoutDates(documents?.documents)).toEqual(withoutDates(fullContents.documents));
    expect(reads.flatMap(codesOf)).toEqual(['marks-lost ', 'marks-lost ']);
  });
});

test.each([
  [['No', 'Indikator', 'Tingkat', 'Keterangan', 'Analisis']],
  [['No', 'Indikator', 'Nilai', 'Fakta', 'Analisis']],
  [['Indikator', 'Tingkat', 'Dokumen', 'Tautan']],
])('a sheet of somebody’s own making, %j, is never taken for ours', async (header) => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Penilaian').addRows([header, [1, 'A', 3, 'x', 'y']]);
  const read = await readKnownBook(opened(await save(workbook)), 'a', false);
  expect(read).toBeNull();
});

async function readBytes(bytes: Uint8Array, file = 'a'): Promise<Read> {
  return (await readKnownBook(opened(bytes, file), file, false)) ?? expect.fail('taken for a foreign sheet');
}

/** Visible cells alone, their values and the format of numbers, as "paste values" leaves them. */
async function copyVisible(names: readonly string[], rename = (name: string) => name): Promise<Uint8Array> {
  const [from, to] = [await load(original), new ExcelJS.Workbook()];
  for (const name of names) {
    const [source, target] = [sheetOf(from, name), to.addWorksheet(rename(name))];
    let row = 0;
    source.eachRow({ includeEmpty: true }, (cells) => {
      if (cells.hidden) return;
      row++;
      let column = 0;
      for (let at = 1; at <= source.columnCount; at++) {
        if (source.getColumn(at).hidden) continue;
        const copy = target.getCell(row, ++column);
        copy.value = cells.getCell(at).result ?? cells.getCell(at).value;
        copy.numFmt = cells.getCell(at).numFmt;
      }
    });
  }
  return save(to);
}
