import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftDocument } from '../../src/contract/draft.ts';
import { load, sheetOf } from '../workbook/make-workbook.ts';
import { makeProject, roadmap, roadmapFile } from './evidence-project.ts';
import { spbe, transcript } from './spbe.ts';

const day = ['--date', '2025-12-31'];

/** Indicator 12 without an explanation, with a plan; indicator 1 explained, with nothing listed. */
async function project() {
  return makeProject(
    {
      answers: { 1: [2, 'Sudah ada Perbup.'], 12: [3] },
      documents: [roadmap],
    },
    await roadmapFile(),
  );
}

describe('spbe draft', () => {
  test('says what the lists say, marked as a draft, in the official form', async () => {
    const { cwd } = await project();
    await expect(await transcript([['draft', ...day, '-f', 'md']], { cwd })).toMatchFileSnapshot(
      'transcripts/draft-md.md',
    );
    const { stdout } = await spbe(['draft', ...day, '-f', 'json'], { cwd });
    const { drafts, without } = draftDocument.parse(JSON.parse(stdout));
    expect(drafts.map(({ indicator }) => indicator)).toEqual(['12']);
    expect(without).toEqual(['1']);
    for (const text of [drafts[0]?.fact, drafts[0]?.analysis, drafts[0]?.justification]) {
      expect(text).toMatch(/^\[DRAF/);
    }
    expect(drafts[0]?.fact).toContain(
      'Nomor 5 Tahun 2024, tanggal 4 Maret 2024, halaman 3 (Peta Rencana.pdf)',
    );
  });

  test('--into fills blank cells of a copy, and never an answer that stands there', async () => {
    const { cwd, workbook } = await project();
    const before = await readFile(join(cwd, workbook));
    const { stdout, code } = await spbe(['draft', ...day, '--into', 'draf'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Draf: draf.+-draf\.xlsx \(2 sel\)\n$/);
    expect((await readFile(join(cwd, workbook))).equals(before)).toBe(true);
    const name = /draf\S+\.xlsx/.exec(stdout)?.[0] ?? '';
    const sheet = sheetOf(await load(await readFile(join(cwd, name))), 'Penilaian');
    const texts: string[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
    expect(texts).toContain('Sudah ada Perbup.');
    expect(texts.filter((text) => text.startsWith('[DRAF'))).toHaveLength(2);
    const again = await spbe(['score', name, ...day, '-f', 'json'], { cwd });
    expect(again.code).toBeLessThan(2);
  });
});
