import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { opened } from '../workbook/opened.ts';
import { makeFolder, spbe, transcript } from './spbe.ts';
import { twoOffices } from './two-offices.ts';

const csv = ['report', 'kota-bandar-lampung-2024/levels.csv', '--target', '3.5', '--date', '2026-11-22'];
const own = ['report', '--date', '2026-11-22'];

describe('spbe report', { timeout: 180_000 }, () => {
  test.each([80, 120])('of levels in a csv, %i columns wide', async (columns) => {
    await expect(await transcript([csv], { columns })).toMatchFileSnapshot(
      `transcripts/report-csv-${columns}.md`,
    );
  });

  test.each(['md', 'csv'])('as %s', async (format) => {
    await expect(await transcript([[...csv, '--format', format]])).toMatchFileSnapshot(
      `transcripts/report-${format}.md`,
    );
  });

  test('for leaders: where we stand, what holds us down, what to decide', async () => {
    await expect(await transcript([[...csv, '--audience', 'pimpinan']])).toMatchFileSnapshot(
      'transcripts/report-pimpinan.md',
    );
  });

  test('of a project with evidence, conflict, blank and plan; and for one of its OPD', async () => {
    const cwd = await twoOffices();
    await expect(await transcript([own], { cwd })).toMatchFileSnapshot('transcripts/report-project.md');
    const shown = await transcript([[...own, '--opd', 'bappeda']], { cwd });
    await expect(shown).toMatchFileSnapshot('transcripts/report-opd.md');
    expect(shown).not.toContain('Menurut Kominfo');
  });

  test('for all OPD: a folder with a report for each', async () => {
    const cwd = await twoOffices();
    for (const format of ['md', 'xlsx']) {
      const args = [...own, '--audience', 'opd', '-f', format, '-o', `untuk-${format}`];
      const { stdout, stderr, code } = await spbe(args, { cwd });
      expect([code, stdout, stderr]).toEqual([1, '', `2 laporan OPD ditulis ke untuk-${format}.\n`]);
      expect((await readdir(join(cwd, `untuk-${format}`))).toSorted()).toEqual([
        `laporan-bappeda.${format}`,
        `laporan-kominfo.${format}`,
      ]);
    }
    expect(await readFile(join(cwd, 'untuk-md/laporan-bappeda.md'), 'utf8')).toContain('Badan Perencanaan');
    const book = opened(await readFile(join(cwd, 'untuk-xlsx/laporan-bappeda.xlsx')));
    expect(book.sheets.map(({ name }) => name)).not.toContain('OPD');
    expect(JSON.stringify(book)).not.toContain('Kominfo');
  });

  test('the same inputs and day give the same bytes', async () => {
    const cwd = await makeFolder();
    for (const name of ['a.xlsx', 'b.xlsx']) await spbe([...csv, '-f', 'xlsx', '-o', join(cwd, name)]);
    expect(await readFile(join(cwd, 'a.xlsx'))).toEqual(await readFile(join(cwd, 'b.xlsx')));
  });

  test('what cannot be done is refused in a sentence', async () => {
    const cwd = await twoOffices();
    const refused = [
      [...own, '--opd', 'dinkes'],
      [...own, '--format', 'xlsx'],
      [...own, '--format', 'xlsx', '--output', '-'],
      [...own, '--audience', 'opd'],
      [...own, '--audience', 'opd', '--format', 'md'],
      [...own, '--target', 'luar biasa'],
      [...own, '--audience', 'bupati'],
      [...own, '--stage', 'final'],
      ['report', 'tidak-ada.xlsx'],
    ];
    const shown = await transcript(refused, { cwd });
    expect(shown.match(/^Exit code: \d$/gm)).toEqual(refused.map(() => 'Exit code: 2'));
    await expect(shown).toMatchFileSnapshot('transcripts/report-refused.md');
  });
});
