import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { makeFolder, spbe, transcript } from './spbe.ts';

let kominfo: Uint8Array;
let bappeda: Uint8Array;
beforeAll(async () => {
  const first = await load(await makeWorkbook(['1', '12']));
  fillIn(first, {
    answers: { 1: [3, 'Fakta.'], 12: [4, 'Fakta.'] },
    documents: [
      [1, 3, 'SK'],
      [12, 4, 'Perbup'],
    ],
  });
  kominfo = await save(first);
  const second = await load(await makeWorkbook(['12', '13'], { opd: { code: 'bappeda', name: 'Bappeda' } }));
  fillIn(second, { answers: { 12: [2, 'Fakta.'], 13: [1] }, documents: [[12, 2, 'SOP']] });
  bappeda = await save(second);
}, 60_000);

test('the regional workbook scores like the files it was made from, and is read by check and merge', async () => {
  const cwd = await makeFolder({ 'kiriman/kominfo.xlsx': kominfo, 'kiriman/bappeda.xlsx': bappeda });
  await expect(await transcript([['merge', 'kiriman']], { cwd })).toMatchFileSnapshot('transcripts/merge.md');
  const score = async (path: string) => {
    const { stdout, code } = await spbe(['score', path, '--format', 'json'], { cwd });
    const { indexExact, conflictRange, indicators } = JSON.parse(stdout);
    const levels = indicators.map((one: { claimed: number | null; opd: string | null }) => [
      one.claimed,
      one.opd,
    ]);
    return { code, indexExact, conflictRange, levels };
  };
  expect(await score('rekapitulasi.xlsx')).toEqual(await score('kiriman'));
  const before = await readFile(join(cwd, 'rekapitulasi.xlsx'));
  // The same again: the same bytes, so nothing stands in the way.
  expect((await spbe(['merge', 'kiriman'], { cwd })).code).toBe(1);
  expect(await readFile(join(cwd, 'rekapitulasi.xlsx'))).toEqual(before);
  const { stdout } = await spbe(['status', 'rekapitulasi.xlsx', '--format', 'csv'], { cwd });
  expect(stdout).toMatch(/^bappeda,Bappeda,ya,2,2,/m);
});

test('what stands in the way, or does not belong together, is refused', async () => {
  const stranger = await makeWorkbook(['1'], { region: 'Kota Lain' });
  const cwd = await makeFolder({
    'kominfo.xlsx': kominfo,
    'bappeda.xlsx': bappeda,
    'lain.xlsx': stranger,
    'tingkat.csv': 'indikator,tingkat\n1,3\n',
    'ada.xlsx': 'isi lain',
  });
  const refused = await transcript(
    [
      ['merge', 'kominfo.xlsx', 'bappeda.xlsx', 'lain.xlsx'],
      ['merge', 'kominfo.xlsx', '-o', 'ada.xlsx'],
      ['merge', 'kominfo.xlsx', '-o', 'rekap.csv'],
      ['merge', 'tingkat.csv'],
    ],
    { cwd },
  );
  await expect(refused).toMatchFileSnapshot('transcripts/merge-refused.md');
  expect(refused.match(/Exit code: 2/g)).toHaveLength(4);
  expect(await readFile(join(cwd, 'ada.xlsx'), 'utf8')).toBe('isi lain');
  expect((await spbe(['merge', 'kominfo.xlsx', '-o', 'ada.xlsx', '--force'], { cwd })).code).toBe(0);
});
