import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { compare } from './compare-json.ts';
import { fixtures, makeFolder, spbe, transcript, transcripts } from './spbe.ts';

const levels = readFileSync(join(fixtures, 'kota-bandar-lampung-2024/levels.csv'), 'utf8');

describe('several regions by their own workbooks', () => {
  const workbook = async (region: string, level: number, code = 'diskominfo', ids = ['1', '12']) => {
    const book = await load(await makeWorkbook(ids, { region, opd: { code, name: code } }));
    fillIn(book, { answers: Object.fromEntries(ids.map((id) => [id, [level, 'Fakta.']])) });
    return save(book);
  };

  test('stand side by side, never as one index, in every format', async () => {
    const cwd = await makeFolder({
      'kiriman/a/kominfo.xlsx': await workbook('Kabupaten Gresik', 3),
      'kiriman/a/bappeda.xlsx': await workbook('Kabupaten Gresik', 2, 'bappeda', ['13']),
      'kiriman/b/kominfo.xlsx': await workbook('Kabupaten Tuban', 4),
      'levels.csv': levels,
    });
    for (const [format, text] of await transcripts(['compare', 'kiriman', 'levels.csv'], { cwd })) {
      await expect(text).toMatchFileSnapshot(`transcripts/compare-regions-${format}.md`);
    }
    const { own, published, regions } = await compare(['kiriman', 'levels.csv'], cwd);
    expect([own, published]).toEqual([null, null]);
    expect(regions.map(({ label }) => label)).toEqual(['Kabupaten Gresik', 'Kabupaten Tuban', 'levels.csv']);
    // Each is what `spbe score` makes of its own files.
    const alone = JSON.parse((await spbe(['score', 'kiriman/a', '--format', 'json'], { cwd })).stdout);
    expect(regions[0]?.indexExact).toBe(alone.indexExact);
  });

  test('may be regional workbooks of spbe merge; score, merge and check point to compare', async () => {
    const cwd = await makeFolder({
      'a/kominfo.xlsx': await workbook('Kabupaten Gresik', 3),
      'b/kominfo.xlsx': await workbook('Kabupaten Tuban', 4),
    });
    for (const name of ['a', 'b']) await spbe(['merge', name, '-o', `${name}.xlsx`], { cwd });
    const { regions } = await compare(['a.xlsx', 'b.xlsx'], cwd);
    expect(regions.map(({ label }) => label)).toEqual(['Kabupaten Gresik', 'Kabupaten Tuban']);
    expect((regions[0]?.index ?? 9) < (regions[1]?.index ?? 0)).toBe(true);
    const { stdout } = await spbe(['score', 'a.xlsx', 'b.xlsx', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).problems).toContainEqual(
      expect.objectContaining({
        code: 'region-mismatch',
        message: expect.stringContaining('untuk membandingkan daerah, pakai "spbe compare"'),
      }),
    );
  });

  test('take no option that is for one region, and no two instruments', async () => {
    const cwd = await makeFolder({ 'a.csv': levels, 'b.csv': levels });
    const refused = await transcript(
      [
        ['compare', 'a.csv', 'b.csv', '--with', 'Kota Malang'],
        ['compare', 'a.csv', 'b.csv', '--export', 'tukar.json'],
      ],
      { cwd },
    );
    await expect(refused).toMatchFileSnapshot('transcripts/compare-regions-refused.md');
  });

  test('many are shown by how they spread', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, position) => [
        `${position}.csv`,
        levels.replace(/^12,.*$/m, `12,${(position % 5) + 1}`),
      ]),
    );
    const cwd = await makeFolder(files);
    const shown = await transcript([['compare', ...Object.keys(files)]], { cwd });
    await expect(shown).toMatchFileSnapshot('transcripts/compare-many.md');
  });
});
