import { describe, expect, test } from 'vitest';
import { evidenceDocument } from '../../src/contract/evidence.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { makeFolder, spbe, transcript } from './spbe.ts';

/** Indicator 12 at level 4 with a plan and a review; indicator 1 with nothing. */
async function workbook(): Promise<Buffer> {
  const book = await load(await makeWorkbook(['1', '12']));
  fillIn(book, {
    answers: { 1: [2, 'Perbup 1/2024 pasal 3.'], 12: [4, 'Peta rencana 2024 halaman 3.'] },
    documents: [
      [12, 4, 'Peta rencana SPBE 2024', '', '', 'peta.pdf', '3', 'Rencana', 'Ya'],
      [12, 4, 'Laporan reviu peta rencana', '', '', 'reviu.pdf', '2', 'Laporan reviu', ''],
    ],
  });
  return Buffer.from(await save(book));
}

describe('spbe evidence', () => {
  test('in every format', async () => {
    const cwd = await makeFolder({ 'a.xlsx': await workbook() });
    for (const format of ['table', 'csv', 'md']) {
      await expect(
        await transcript([['evidence', 'a.xlsx', '--date', '2025-12-31', '-f', format]], { cwd }),
      ).toMatchFileSnapshot(`transcripts/evidence-${format}.md`);
    }
  });

  test('--missing is the list of what to look for, dearest first', async () => {
    const cwd = await makeFolder({ 'a.xlsx': await workbook() });
    await expect(
      await transcript([['evidence', 'a.xlsx', '--missing', '--date', '2025-12-31']], { cwd }),
    ).toMatchFileSnapshot('transcripts/evidence-missing.md');
  });

  test('json keeps its contract and names the cell of each document', async () => {
    const cwd = await makeFolder({ 'a.xlsx': await workbook() });
    const { stdout } = await spbe(['evidence', 'a.xlsx', '--date', '2025-12-31', '-f', 'json'], { cwd });
    const document = evidenceDocument.parse(JSON.parse(stdout));
    const one = document.indicators.find(({ id }) => id === '12');
    expect(one?.documents.map(({ at }) => at.address)).toEqual(['D6', 'D7']);
    expect(one?.items.filter(({ state }) => state === 'present').map(({ id }) => id)).toContain('12-L4-a');
  });

  test('--opd that is not there names those that are', async () => {
    const cwd = await makeFolder({ 'a.xlsx': await workbook() });
    const { code, stderr } = await spbe(['evidence', 'a.xlsx', '--opd', 'dinkes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/OPD "dinkes" tidak ada\. Yang ada: \w+/);
  });

  test('a csv has no list of evidence', async () => {
    const cwd = await makeFolder({ 'a.csv': 'indikator,tingkat\n1,3\n' });
    const { code, stderr } = await spbe(['evidence', 'a.csv'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('tidak memuat daftar bukti');
  });
});
