import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBook } from '../../src/workbook/open.ts';
import { fixtures, makeFolder, spbe } from './spbe.ts';

const levels = join(fixtures, 'kota-bandar-lampung-2024/levels.csv');
const plan = ['gap', levels, '-t', '3.5', '--start', '2025-01-01', '--date', '2025-01-01'];

describe('spbe gap --plan and --ics', () => {
  test('write the same bytes every time', async () => {
    const cwd = await makeFolder();
    for (const name of ['a', 'b']) {
      const { code, stderr } = await spbe([...plan, '--plan', `${name}.xlsx`, '--ics', `${name}.ics`], {
        cwd,
      });
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: `Rencana aksi ditulis: ${name}.xlsx\nKalender ditulis: ${name}.ics\n`,
      });
    }
    for (const type of ['xlsx', 'ics']) {
      expect(await readFile(join(cwd, `a.${type}`))).toEqual(await readFile(join(cwd, `b.${type}`)));
    }
  });

  test('never write over a plan that somebody may have filled in', async () => {
    const cwd = await makeFolder({ 'rencana.xlsx': 'isian' });
    const { code, stderr } = await spbe([...plan, '--plan', 'rencana.xlsx'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('sudah ada')]);
    expect(await readFile(join(cwd, 'rencana.xlsx'), 'utf8')).toBe('isian');
  });

  test('say so where there is nothing to plan', async () => {
    const cwd = await makeFolder();
    const { code, stderr } = await spbe(['gap', levels, '-t', '2', '--plan', 'a.xlsx'], { cwd });
    expect([code, stderr]).toEqual([0, expect.stringContaining('Tidak ada langkah')]);
    await expect(readFile(join(cwd, 'a.xlsx'))).rejects.toThrow('ENOENT');
  });

  test('hold OPD whose names would be formulas or no sheet names', { timeout: 120_000 }, async () => {
    const names = [
      '=HYPERLINK("http://jahat","x")',
      '+1+1',
      '@SUM(A1)',
      '[Dinas]: "A/B\\C*?"',
      "'Dinas'",
      'History',
      'LANGKAH',
      'Dinas Pemberdayaan Masyarakat dan Desa serta Perlindungan Anak',
      'Dinas Pemberdayaan Masyarakat dan Desa serta Perlindungan Perempuan',
    ];
    const opd = names.map(
      (name, at) =>
        `  - {code: o${at}, name: ${JSON.stringify(name)}, indicators: [${at < 2 ? 38 + at : 39 + at}]}`,
    );
    const yaml = `formatVersion: 1\nregion: Kota Bandar Lampung\nkind: kota\nyear: 2024\ninstrument: permenpanrb-59-2020\nopd:\n${opd.join('\n')}\n`;
    const cwd = await makeFolder({ 'spbe.yaml': yaml, 'levels.csv': await readFile(levels) });
    const { code, stderr } = await spbe(['gap', 'levels.csv', '-t', '4.2', '--plan', 'a.xlsx'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Rencana aksi ditulis: a.xlsx\n' });
    const opened = openBook(await readFile(join(cwd, 'a.xlsx')), 'a.xlsx');
    const sheets = 'book' in opened ? opened.book.sheets : [];
    const titles = sheets.map(({ name }) => name);
    expect(new Set(titles.map((name) => name.toLowerCase())).size).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^(?!')(?!history$)[^[\]:*?/\\]{1,31}(?<!')$/i);
    const formulas = sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.filter((cell) => cell.formula)),
    );
    expect(formulas.filter(({ text }) => names.includes(text))).toEqual([]);
    const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
    expect(texts).toEqual(expect.arrayContaining(names));
  });
});

test('the calendar keeps RFC 5545', async () => {
  const cwd = await makeFolder();
  await spbe([...plan, '--ics', 'a.ics'], { cwd });
  const text = await readFile(join(cwd, 'a.ics'), 'utf8');
  const lines = text.split('\r\n');
  expect(text).not.toMatch(/[^\r]\n/);
  expect(lines.at(-1)).toBe('');
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const events = text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
  expect(events).toHaveLength(18);
  const uids = events.map((event) => /^UID:(.+)$/m.exec(event)?.[1]);
  expect(new Set(uids).size).toBe(18);
  for (const event of events) {
    expect(event).toContain('\r\nDTSTAMP:20250101T000000Z\r\n');
    expect(event).toMatch(/\r\nDTSTART;VALUE=DATE:\d{8}\r\nDTEND;VALUE=DATE:\d{6}01\r\n/);
    expect(event).toMatch(/\r\nEND:VEVENT\r\n/);
    expect(event.replaceAll(/\\[\\;,n]/g, '')).not.toMatch(/(SUMMARY|DESCRIPTION):[^\r]*[\\;,]/);
  }
});
