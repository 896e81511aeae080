import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { progressDocument } from '../../src/contract/progress.ts';
import { actionTable } from '../../src/workbook/action-plan-layout.ts';
import { columnOf } from '../../src/workbook/layout.ts';
import { fixtures, makeFolder, spbe, transcript, transcripts } from './spbe.ts';

const fixture = join(fixtures, 'kabupaten-mojokerto-2018');
const file = 'rencana-aksi.xlsx';

/** A folder with the plan of Kabupaten Mojokerto, and these statuses in its first steps. */
async function mojokerto(statuses: readonly string[] = [], others: readonly string[] = []): Promise<string> {
  const cwd = await makeFolder({
    'levels.csv': await readFile(join(fixture, 'levels.csv')),
    'spbe.yaml': await readFile(join(fixture, 'spbe.yaml')),
  });
  const made = await spbe(['gap', 'levels.csv', '--plan', file, '--ics', 'rencana.ics'], { cwd });
  expect({ code: made.code, stderr: made.stderr }).toMatchObject({ code: 0 });
  await edit(join(cwd, file), (sheet) => {
    statuses.forEach((word, at) => {
      sheet.getCell(6 + at, columnOf(actionTable, 'status')).value = word;
    });
    others.forEach((word, at) => {
      sheet.getCell(6 + at, columnOf(actionTable, 'finished')).value = word;
    });
  });
  return cwd;
}

async function edit(path: string, change: (sheet: exceljs.Worksheet) => void): Promise<void> {
  const book = new exceljs.Workbook();
  await book.xlsx.load((await readFile(path)).buffer as ArrayBuffer);
  const sheet = book.getWorksheet(actionTable.sheet);
  if (!sheet) throw new Error('No Langkah');
  change(sheet);
  await writeFile(path, new Uint8Array(await book.xlsx.writeBuffer()));
}

const follow = ['gap', '--progress', file, '--date', '2021-09-15'];

describe('spbe gap --progress', { timeout: 120_000 }, () => {
  test('Kabupaten Mojokerto half a year on, in every format', async () => {
    const words = ['Selesai', 'selesai', 'Selesai', 'Berjalan', 'Batal', 'entah', 'Selesai', 'Selesai'];
    const cwd = await mojokerto(words, ['1/4/2021', '30 Maret 2021', 'sudah']);
    for (const [format, text] of await transcripts(follow, { cwd })) {
      await expect(text).toMatchFileSnapshot(`transcripts/gap-progress-${format}.md`);
    }
    const calendar = await readFile(join(cwd, 'rencana.ics'), 'utf8');
    expect(calendar).toContain('UID:permenpanrb-5-2018.kabupaten-mojokerto.2020.');
  });

  test('a plan that is carried out in full reaches what was promised', async () => {
    const cwd = await mojokerto(Array.from({ length: 59 }, () => 'Selesai'));
    const { stdout } = await spbe([...follow, '--format', 'json'], { cwd });
    const { counts, reached, within, missingExact, problems } = progressDocument.parse(JSON.parse(stdout));
    expect(counts).toMatchObject({ done: 59, open: 0, late: 0, uncounted: 0 });
    expect(problems).toEqual([]);
    expect(reached).toEqual(within);
    expect([reached.index >= 4, missingExact]).toEqual([true, '0']);
  });

  test('what it cannot read is refused in one line', async () => {
    const cwd = await mojokerto();
    const lines = [
      ['gap', '--progress', 'tidak-ada.xlsx'],
      ['gap', '--progress', 'levels.csv'],
      ['gap', 'levels.csv', '--progress', file],
      ['gap', '-t', '3', '--progress', file],
      ['gap', '--progress', file, '--format', 'xlsx', '-o', file],
      ['gap', 'levels.csv', '--plan', file],
    ];
    const before = await readFile(join(cwd, file));
    const text = await transcript(lines, { cwd });
    expect(text.match(/Exit code: 2/g)).toHaveLength(lines.length);
    await expect(text).toMatchFileSnapshot('transcripts/gap-progress-refused.md');
    expect(await readFile(join(cwd, file))).toEqual(before);
  });

  test('hidden particulars that contradict themselves are no plan', async () => {
    const cwd = await mojokerto();
    const path = join(cwd, file);
    const book = new exceljs.Workbook();
    await book.xlsx.load((await readFile(path)).buffer as ArrayBuffer);
    const sheet = book.getWorksheet('_spbe');
    sheet?.eachRow((row) => {
      if (row.getCell(1).text === 'levels') row.getCell(2).value = '1=9';
    });
    await writeFile(path, new Uint8Array(await book.xlsx.writeBuffer()));
    const { code, stderr } = await spbe(follow, { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('keterangan tersembunyi rencana aksi rusak')]);
  });

  test('the plan is read where the hidden sheet is lost', async () => {
    const cwd = await mojokerto(['Selesai']);
    const path = join(cwd, file);
    const { stdout } = await spbe([...follow, '--format', 'json'], { cwd });
    const book = new exceljs.Workbook();
    await book.xlsx.load((await readFile(path)).buffer as ArrayBuffer);
    book.removeWorksheet('_spbe');
    await writeFile(path, new Uint8Array(await book.xlsx.writeBuffer()));
    expect((await spbe([...follow, '--format', 'json'], { cwd })).stdout).toBe(stdout);
  });
});
