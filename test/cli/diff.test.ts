import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DiffDocument } from '../../src/contract/diff.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { csv, threeRecords } from './recorded-project.ts';
import { makeFolder, spbe, transcript, transcripts } from './spbe.ts';

describe('diff', () => {
  test('of two records, in every format: the index, and what moved it', async () => {
    const cwd = await threeRecords();
    for (const [format, text] of await transcripts(['diff', 'terakhir-1', 'terakhir'], { cwd })) {
      await expect(text).toMatchFileSnapshot(`transcripts/diff-records-${format}.md`);
    }
  });

  test('of two workbooks: every cell, with its place on both sides', async () => {
    const make = async (filling: Parameters<typeof fillIn>[1]) => {
      const book = await load(await makeWorkbook(['1', '2', '11']));
      fillIn(book, filling);
      return save(book);
    };
    const cwd = await makeFolder({
      'lama.xlsx': await make({
        answers: { 1: [3, 'Fakta lama.'], 2: [2, 'Tetap.'] },
        documents: [
          [1, 3, 'SK Tim', '12/2024', '2024-01-02', 'sk.pdf'],
          [2, 2, 'Peta Rencana', '', '', 'peta.pdf'],
          [1, 3, 'Undangan', '', '', 'undangan.pdf'],
        ],
        checklist: { '1-L2-a': 'Ya' },
      }),
      'baru.xlsx': await make({
        answers: { 1: [4, 'Fakta baru.', 'cek lagi'], 2: [2, 'Tetap.'], 11: [2, 'Ada.'] },
        documents: [
          [2, 2, 'Peta Rencana', '', '', 'peta.pdf'],
          [1, 4, 'SK Tim Koordinasi', '12/2024', '2024-01-02', 'sk.pdf'],
          [11, 2, 'Dokumen Arsitektur', '', '', 'arsitektur.pdf'],
        ],
      }),
    });
    for (const [format, text] of await transcripts(['diff', 'lama.xlsx', 'baru.xlsx'], { cwd })) {
      await expect(text).toMatchFileSnapshot(`transcripts/diff-workbooks-${format}.md`);
    }
    const same = await spbe(['diff', 'lama.xlsx', 'lama.xlsx'], { cwd });
    expect(same.stdout).toContain('Tidak ada yang berubah.');
  });

  test('the points add up to the difference, whatever the levels', async () => {
    const cwd = await makeFolder({
      'a.csv': csv({ 1: 5, 31: 1, 47: 4 }),
      'b.csv': csv({ 2: 3, 30: 4, 46: 1 }),
    });
    const { stdout } = await spbe(['diff', 'a.csv', 'b.csv', '--format', 'json'], { cwd });
    const { before, after, differenceExact, indicators }: DiffDocument = JSON.parse(stdout);
    const sum = indicators.reduce(
      (total, { pointsExact }) => total + Math.round(Number(pointsExact) * 1e6),
      0,
    );
    expect(sum).toBe(Math.round(Number(differenceExact) * 1e6));
    expect(Math.round((Number(after.indexExact) - Number(before.indexExact)) * 1e6)).toBe(sum);
  });

  test('sides that cannot be compared', async () => {
    const cwd = await threeRecords();
    await writeFile(join(cwd, 'lain.csv'), 'indikator,tingkat\n1,2\n');
    const text = await transcript(
      [
        ['diff', 'terakhir'],
        ['diff', 'terakhir', 'tak-ada'],
        ['diff', 'terakhir', 'lain.csv', '--instrument', 'permenpanrb-5-2018'],
        ['diff', 'terakhir', '2025-11'],
      ],
      { cwd },
    );
    await expect(text).toMatchFileSnapshot('transcripts/diff-faults.md');
  });
});
