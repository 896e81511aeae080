import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fraction } from 'fraction.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ProgressDocument, progressDocument } from '../../src/contract/progress.ts';
import { actionTable } from '../../src/workbook/action-plan-layout.ts';
import { columnName } from '../../src/workbook/address.ts';
import { columnOf } from '../../src/workbook/layout.ts';
import { openBook } from '../../src/workbook/open.ts';
import { setup } from '../cli/build.ts';
import { fixtures, spbe } from '../cli/spbe.ts';
import { openLibreOffice } from './libre-office.ts';

/* Action plans that a Python script filled and LibreOffice computed anew, held against spbe gap --progress. */

const folder = mkdtempSync(join(tmpdir(), 'spbe-action-plan-'));
const office = openLibreOffice();
const script = fileURLToPath(new URL('edit-action-plan.py', import.meta.url));
const plans = { lampung: join(folder, 'lampung.xlsx'), mojokerto: join(folder, 'mojokerto.xlsx') };
const words = ['Belum', 'Berjalan', 'Selesai', 'Batal', 'Selesai', 'Selesai'];

beforeAll(async () => {
  setup();
  const lampung = join(fixtures, 'kota-bandar-lampung-2024');
  const mojokerto = join(fixtures, 'kabupaten-mojokerto-2018');
  const dates = ['--start', '2025-01-01'];
  await spbe(['gap', 'levels.csv', '-t', '4.2', ...dates, '--plan', plans.lampung], { cwd: lampung });
  await spbe(['gap', 'levels.csv', '--plan', plans.mojokerto], { cwd: mojokerto });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  office.close();
});

test('three statuses put in by openpyxl come back, wherever rows and columns moved', async () => {
  const finished = { '11-L2': '2025-04-15' };
  const statuses = { '11-L2': 'Selesai', '12-L2': 'berjalan', '38-L4': 'Batal' };
  const documents = [];
  for (const more of [{}, { sort: true }, { insert: true }, { sort: true, insert: true }]) {
    documents.push(await follow(edit(plans.lampung, statuses, { finished, ...more })));
  }
  const [plain] = documents;
  expect(plain?.problems).toEqual([]);
  expect(plain?.counts).toMatchObject({ done: 1, running: 1, cancelled: 1 });
  expect(plain?.steps.find(({ id }) => id === '11-L2')).toMatchObject({
    status: 'done',
    finished: '2025-04-15',
    counted: true,
  });
  for (const other of documents) expect({ ...other, file: '' }).toEqual({ ...plain, file: '' });
});

test('a wrong status is named at the cell where it stands', async () => {
  const { problems } = await follow(edit(plans.lampung, { '11-L2': 'hampir' }, { insert: true }));
  const column = columnName(columnOf(actionTable, 'status') + 1);
  const at = { sheet: 'Langkah', address: expect.stringMatching(new RegExp(`^${column}\\d+$`)) };
  expect(problems).toMatchObject([{ code: 'plan-status-unknown', at }]);
});

test('Ringkasan, computed by LibreOffice, says what spbe gap --progress says', async () => {
  const made: { path: string; document: ProgressDocument }[] = [];
  for (const plan of Object.values(plans)) {
    const { steps } = await follow(plan);
    for (const seed of [0, 1, 2, 3, 4]) {
      const pick = (at: number) => words[(at * 7 + seed * 5 + Math.floor(at / 3) * seed) % words.length];
      const word = (at: number) => (seed === 0 ? 'Selesai' : pick(at));
      const statuses = Object.fromEntries(steps.map(({ id }, at) => [id, word(at)]));
      const path = edit(plan, statuses);
      made.push({ path, document: await follow(path) });
    }
  }
  const computed = await office.convert(
    made.map(({ path }) => path),
    'xlsx',
  );
  for (const [at, { document }] of made.entries()) {
    const { counts, reached, missingExact } = document;
    const cell = cellsOf(computed[at] ?? '');
    expect(Number(cell('B21'))).toBe(reached.index);
    expect(cell('C21')).toBe(reached.predicate);
    const shown = ['B15', 'B16', 'B17', 'B18', 'B20'].map((address) => Number(cell(address)));
    expect(shown).toEqual([counts.done, counts.running, counts.open, counts.cancelled, counts.uncounted]);
    expect(Number(cell('B22'))).toBeCloseTo(new Fraction(missingExact ?? '').valueOf(), 9);
  }
  expect(new Set(made.map(({ document }) => document.reached.indexExact)).size).toBeGreaterThan(6);
  const late = cellsOf(computed[1] ?? '')('B19');
  const now = await follow(made[1]?.path ?? '', today());
  expect(Number(late)).toBe(now.counts.late);
});

let copies = 0;

function edit(
  from: string,
  statuses: Readonly<Record<string, string | undefined>>,
  more: object = {},
): string {
  const to = join(folder, `${++copies}.xlsx`);
  // Debian's own Python: its packages are not seen by another one that may come first in PATH.
  execFileSync('/usr/bin/python3', [script], { input: JSON.stringify({ from, to, statuses, ...more }) });
  return to;
}

async function follow(path: string, date = '2025-06-15'): Promise<ProgressDocument> {
  const { stdout } = await spbe(['gap', '--progress', path, '--date', date, '--format', 'json']);
  return progressDocument.parse(JSON.parse(stdout));
}

function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function cellsOf(path: string): (address: string) => string {
  const opened = openBook(readFileSync(path), path);
  const sheet = 'book' in opened ? opened.book.sheets.find(({ name }) => name === 'Ringkasan') : undefined;
  const cells = new Map(sheet?.rows.flatMap((row) => row.cells.map((cell) => [cell.address, cell.text])));
  return (address) => cells.get(address) ?? '';
}
