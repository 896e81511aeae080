import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../src/contract/report.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { forLeaders } from '../../src/reporters/full-report/narrow.ts';
import type { Book, Cell } from '../../src/workbook/book.ts';
import { openBook } from '../../src/workbook/open.ts';
import { readSealFromWorkbook } from '../../src/workbook/report/read-seal.ts';
import { writeReport } from '../../src/workbook/write-report.ts';
import { setup } from '../cli/build.ts';
import { spbe } from '../cli/spbe.ts';
import { bandarLampung, reportOf } from '../report-document.ts';
import { load, save } from '../workbook/make-workbook.ts';
import { openLibreOffice } from './libre-office.ts';

/* Reports as a real spreadsheet program takes them: it computes what we computed, prints them, and keeps their seal. */

const office = openLibreOffice();
afterAll(() => office.close());

const reports: Record<string, ReportDocument> = {};
const paths: Record<string, string> = {};
const computed: Record<string, string> = {};

beforeAll(async () => {
  setup();
  const { indicators } = await loadInstrument('permenpanrb-8-2026');
  const rows = indicators.map(
    ({ id }, index) => `${id},${index % 7 === 0 ? '' : [1, 2.45, 3.33, 4.5][index % 4]}`,
  );
  writeFileSync(join(office.folder, 'pemdi.csv'), ['indikator,tingkat', ...rows].join('\n'));
  reports['lampung'] = await reportOf(bandarLampung);
  reports['pemdi'] = await reportOf(['pemdi.csv', '--instrument', 'permenpanrb-8-2026'], {
    cwd: office.folder,
  });
  reports['pimpinan'] = forLeaders(reports['lampung']);
  for (const [name, report] of Object.entries(reports)) {
    paths[name] = join(office.folder, `${name}.xlsx`);
    writeFileSync(paths[name], await writeReport(report));
  }
  const made = await office.convert(Object.values(paths), 'xlsx');
  for (const path of made) computed[basename(path, '.xlsx')] = path;
});

describe.each(['lampung', 'pemdi'])('%s, computed anew', (name) => {
  test('gives in every formula what we stored', () => {
    const ours = formulasOf(open(paths[name]));
    const theirs = formulasOf(open(computed[name]));
    expect(ours.size).toBeGreaterThan(100);
    for (const [at, { text, kind }] of ours) {
      const found = theirs.get(at);
      if (kind === 'number') expect(Number(found?.text), at).toBeCloseTo(Number(text), 4);
      else expect(found?.text, at).toBe(text);
    }
    expect(theirs.get('Ringkasan!B5')?.text).toBe(String(reports[name]?.score.index));
  });
});

test('a level that somebody tries changes points, aspects, and the index as spbe simulate has it', async () => {
  const book = await load(readFileSync(paths['lampung'] ?? ''));
  const sheet = book.getWorksheet('Indikator');
  const changes = { 12: 5, 30: 1, 44: 4 };
  for (const [id, level] of Object.entries(changes)) {
    const cell = sheet?.getCell(`F${4 + Number(id)}`);
    if (cell) cell.value = level;
  }
  const path = join(office.folder, 'coba.xlsx');
  writeFileSync(path, await save(book));
  const [made = ''] = await office.convert([path], 'xlsx');
  const sets = Object.entries(changes).flatMap(([id, level]) => ['--set', `${id}=${level}`]);
  const { stdout } = await spbe(['simulate', bandarLampung[0], ...sets, '--format', 'json']);
  const { to, groups } = JSON.parse(stdout);
  const live = formulasOf(open(made));
  expect(live.get('Ringkasan!B5')?.text).toBe(String(to.index));
  const values = [...live].flatMap(([at, { text, kind }]) =>
    at.startsWith('Domain dan Aspek!') && kind === 'number' ? [Number(text)] : [],
  );
  for (const one of groups) expect(values).toContain(one.to);
});

test('the seal outlives LibreOffice and openpyxl, twice', async () => {
  const ours = readSealFromWorkbook(readFileSync(paths['lampung'] ?? ''), 'a.xlsx');
  const [twice = ''] = await office.convert([computed['lampung'] ?? ''], 'xlsx');
  const python = join(office.folder, 'openpyxl.xlsx');
  copyFileSync(twice, python);
  const script = 'import sys, openpyxl; b = openpyxl.load_workbook(sys.argv[1]); b.save(sys.argv[1])';
  execFileSync('/usr/bin/python3', ['-c', script, python]);
  for (const path of [computed['lampung'] ?? '', twice, python]) {
    const theirs = readSealFromWorkbook(readFileSync(path), 'a.xlsx');
    expect(JSON.parse(theirs?.json ?? '')).toEqual(JSON.parse(ours?.json ?? 'null'));
    expect(JSON.parse(theirs?.json ?? '')).toEqual(reports['lampung']?.seal);
  }
});

test('prints: leaders one page across, every sheet with its page of so many, tables with their header on every page', async () => {
  const [leaders = '', whole = ''] = await office.convert(
    [paths['pimpinan'] ?? '', paths['lampung'] ?? ''],
    'pdf',
  );
  const info = execFileSync('pdfinfo', [leaders], { encoding: 'utf8' });
  expect(info).toMatch(/Pages:\s+1\n/);
  expect(info).toMatch(/Page size:\s+84[12]\S* x 59[56]\S* pts \(A4\)/);
  const pages = execFileSync('pdftotext', ['-layout', whole, '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, -1);
  expect(pages.length).toBeGreaterThan(5);
  for (const [index, page] of pages.entries())
    expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`);
  const listing = pages.filter(
    (page) => page.includes('Poin hilang') && page.includes('Gambaran') && page.includes('Keadaan'),
  );
  expect(listing.length).toBeGreaterThan(1);
  const text = pages.join('\n');
  for (const title of ['Nilai per aspek', 'Nilai per domain']) expect(text).toContain(title);
});

function open(path = ''): Book {
  const opened = openBook(readFileSync(path), path);
  if ('unreadable' in opened) throw new Error(opened.unreadable.message);
  return opened.book;
}

/** Cells with a formula, by `sheet!address`. */
function formulasOf({ sheets }: Book): Map<string, Cell> {
  return new Map(
    sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ cells }) =>
        cells.flatMap((one): [string, Cell][] => (one.formula ? [[`${name}!${one.address}`, one]] : [])),
      ),
    ),
  );
}
