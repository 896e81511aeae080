import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readInputs } from '../../src/commands/inputs.ts';
import { fillIn, load, makeWorkbook, save, sheetOf } from '../workbook/make-workbook.ts';
import { makeFolder, spbe, transcript, transcripts } from './spbe.ts';

const complete = {
  answers: { 1: [3, 'Fakta: Perbup 12/2023. Analisis: berlaku di semua OPD.'], 2: [1] },
  documents: [
    [1, 3, 'Perbup 12/2023', '12/2023', new Date('2023-08-17'), 'perbup-12.pdf', '5–9', 'Kebijakan', 'Ya'],
  ],
} as const;

/** What a coordinator may find in the mail, one fault or more each. */
let mail: Record<string, Uint8Array | string>;
beforeAll(async () => {
  const bappeda = await load(await makeWorkbook(['1', '2'], { opd: { code: 'bappeda', name: 'Bappeda' } }));
  fillIn(bappeda, complete);

  const kominfo = await load(await makeWorkbook(['11', '12', '13', '14', '15', '16']));
  fillIn(kominfo, {
    answers: {
      11: ['tiga', 'Fakta.'],
      12: ['3 - Optimum', 'Fakta.'],
      13: [null],
      14: ['n/a'],
      15: [4],
      16: ['2,0', 'Fakta.'],
    },
    documents: [
      [16, 2, 'Foto ruang server'],
      [61, 3, 'SK tanpa indikator'],
      [16, 'dua', 'SOP'],
      [15, 4],
    ],
  });

  const health = await load(
    await makeWorkbook(['2', '42'], { opd: { code: 'dinkes', name: 'Dinas Kesehatan' } }),
  );
  fillIn(health, { answers: { 2: [2, 'Fakta.'], 42: [1] }, documents: [[2, 2, 'SK']] });
  const copy = health.addWorksheet('Penilaian (2)');
  sheetOf(health, 'Penilaian').eachRow((row) => {
    row.eachCell(({ address, value }) => {
      copy.getCell(address).value = value;
    });
  });
  sheetOf(health, 'Bukti').spliceRows(4, 1);

  const foreign = new ExcelJS.Workbook();
  foreign.addWorksheet('Daftar Hadir').getCell('A1').value = 'Nama';
  const old = await load(await makeWorkbook(['30'], { year: 2023 }));

  mail = {
    'kiriman/bappeda.xlsx': await save(bappeda),
    'kiriman/diskominfo.xlsx': await save(kominfo),
    'kiriman/dinkes.xlsx': await save(health),
    'kiriman/daftar-hadir.xlsx': await save(foreign),
    'kiriman/tahun-lalu.xlsx': await save(old),
    'kiriman/terpotong.xlsx': (await save(bappeda)).subarray(0, 4000),
    'kiriman/~$bappeda.xlsx': 'Excel sedang membuka berkas ini',
    'kiriman/catatan.txt': 'bukan kertas kerja',
  };
});

describe('a folder of faulty workbooks', () => {
  test('all problems at once, in order, in every format', async () => {
    const cwd = await makeFolder(mail);
    for (const [format, text] of await transcripts(['check', 'kiriman'], { cwd })) {
      expect(text).toContain('Exit code: 1');
      await expect(text).toMatchFileSnapshot(`transcripts/check-faulty-${format}.md`);
    }
  });

  test('the order of the files does not matter', async () => {
    const cwd = await makeFolder(mail);
    const files = ['bappeda', 'dinkes', 'diskominfo'].map((name) => `kiriman/${name}.xlsx`);
    const check = async (paths: readonly string[]) =>
      (await readInputs(paths, { cwd, strict: false })).assessment.problems;
    const problems = await check(files);
    expect(await check(files.toReversed())).toEqual(problems);
    expect(problems.length).toBeGreaterThan(10);
  });

  test('score still counts what can be counted, and says that there are problems', async () => {
    const cwd = await makeFolder(mail);
    const { stdout, code } = await spbe(['score', 'kiriman'], { cwd });
    expect(stdout).toMatch(/Masalah pada berkas: \d+ kesalahan/);
    expect(code).toBe(1);
  });
});

describe('--fail-on', () => {
  const only = async (level: string) => {
    const book = await load(await makeWorkbook(['1', '2']));
    fillIn(book, { ...complete, answers: { ...complete.answers, 2: [level === '' ? null : level] } });
    return makeFolder({ 'a.xlsx': await save(book) });
  };

  test.each([
    ['', 'error', 0],
    ['', 'warning', 1],
    ['tiga', 'never', 0],
  ])('level %j, --fail-on %s: exit code %i', async (level, kind, expected) => {
    const { code, stderr } = await spbe(['check', 'a.xlsx', '--fail-on', kind], { cwd: await only(level) });
    expect({ code, stderr }).toEqual({ code: expected, stderr: '' });
  });
});

test('a single good workbook has no problem, and no indicator of another OPD is missed', async () => {
  const book = await load(await makeWorkbook(['1', '2']));
  fillIn(book, complete);
  const cwd = await makeFolder({ 'Isian Bappeda.xlsx': await save(book) });
  await expect(await transcript([['check', 'Isian Bappeda.xlsx']], { cwd })).toMatchFileSnapshot(
    'transcripts/check-good.md',
  );
});
