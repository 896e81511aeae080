import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { makeFolder, spbe, transcripts } from './spbe.ts';

const project = `formatVersion: 1
region: Kabupaten Contoh
kind: kabupaten
year: 2025
instrument: permenpanrb-59-2020
opd:
  - {code: diskominfo, name: Dinas Kominfo, indicators: [2]}
`;
const waiver = (until: string) => `waivers:
  - code: evidence-missing
    indicator: 2
    reason: Perbup menunggu tanda tangan Bupati
    by: Sekretaris Daerah
    until: ${until}
`;

/** Level 3 without a document. */
let workbook: Uint8Array;
beforeAll(async () => {
  const book = await load(await makeWorkbook(['2']));
  fillIn(book, { answers: { 2: [3, 'Perbup 12/2024 Pasal 3 mengatur tujuh muatan peta rencana.'] } });
  workbook = await save(book);
});

const withSettings = (settings: string) =>
  makeFolder({ 'spbe.yaml': project + settings, 'kertas-kerja/diskominfo.xlsx': workbook });
const run = async (settings: string, command = 'check') =>
  spbe([command, '--date', '2025-11-21', '--format', 'json'], { cwd: await withSettings(settings) });
const codesOf = (stdout: string) =>
  JSON.parse(stdout).problems.map(({ code, severity }: Record<string, string>) => `${code} ${severity}`);

describe('a waiver', () => {
  test('shows in every format of check, with its reason, who decided and until when', async () => {
    const cwd = await withSettings(waiver('2026-12-31'));
    for (const [format, text] of await transcripts(['check', '--date', '2025-11-21'], { cwd })) {
      await expect(text).toMatchFileSnapshot(`transcripts/waiver-check-${format}.md`);
    }
  });

  test('shows in score', async () => {
    const cwd = await withSettings(waiver('2026-12-31'));
    const { stdout } = await spbe(['score', '--date', '2025-11-21', '--format', 'md'], { cwd });
    expect(stdout).toContain('1 dikecualikan');
    expect(stdout).toContain(
      'Dikecualikan: evidence-missing pada kertas-kerja/diskominfo.xlsx › Penilaian!F6, oleh Sekretaris Daerah sampai 31 Desember 2026: Perbup menunggu tanda tangan Bupati.',
    );
  });

  test('holds on its last day, and is an error the day after, beside the finding itself', async () => {
    expect(codesOf((await run(waiver('2025-11-21'))).stdout)).toContain('evidence-missing info');
    const expired = await run(waiver('2025-11-20'));
    expect(codesOf(expired.stdout)).toEqual(
      expect.arrayContaining(['evidence-missing error', 'waiver-expired error']),
    );
    expect(expired.code).toBe(1);
  });
});

test('the lists of evidence name it; that of another OPD has neither its problems nor its waivers', async () => {
  const cwd = await makeFolder({
    'spbe.yaml': `${project}  - {code: bappeda, name: Bappeda, indicators: [1]}\n${waiver('2026-12-31')}`,
    'kertas-kerja/diskominfo.xlsx': workbook,
    'kertas-kerja/bappeda.xlsx': await makeWorkbook(['1'], { opd: { code: 'bappeda', name: 'Bappeda' } }),
  });
  const list = async (...args: string[]) =>
    (await spbe(['evidence', ...args, '--date', '2025-11-21'], { cwd })).stdout;
  for (const args of [[], ['--missing'], ['--missing', '--opd', 'diskominfo']]) {
    expect(await list(...args)).toContain('Dikecualikan: evidence-missing');
  }
  const others = await list('--opd', 'bappeda');
  expect(others).not.toContain('Dikecualikan');
  expect(others).not.toContain('kesalahan');
});

test('a waiver for an OPD fits its answers only, in the rekapitulasi as in its own workbook', async () => {
  const second = await load(await makeWorkbook(['1', '3'], { opd: { code: 'bappeda', name: 'Bappeda' } }));
  fillIn(second, { answers: { 1: [2, 'Perbup 1/2024.'], 3: [2, 'Perbup 3/2024.'] } });
  const settings = `  - {code: bappeda, name: Bappeda, indicators: [1, 3]}
waivers:
  - {code: evidence-missing, opd: diskominfo, reason: Menunggu, by: Sekda, until: 2026-12-31}
`;
  const parts = await makeFolder({
    'spbe.yaml': project + settings,
    'kertas-kerja/diskominfo.xlsx': workbook,
    'kertas-kerja/bappeda.xlsx': await save(second),
  });
  await spbe(['merge'], { cwd: parts });
  const merged = await makeFolder({
    'spbe.yaml': project + settings,
    'kertas-kerja/rekapitulasi.xlsx': await readFile(join(parts, 'rekapitulasi.xlsx')),
  });
  for (const cwd of [parts, merged]) {
    const { stdout } = await spbe(['check', '--date', '2025-11-21', '--format', 'json'], { cwd });
    const found: { code: string; severity: string; details: { indicator: string } }[] =
      JSON.parse(stdout).problems;
    const missing = found.filter(({ code }) => code === 'evidence-missing');
    expect(new Map(missing.map(({ details, severity }) => [details.indicator, severity]))).toEqual(
      new Map([
        ['1', 'error'],
        ['2', 'info'],
        ['3', 'error'],
      ]),
    );
  }
});

describe('a rule', () => {
  test.each([
    ['warning', 'evidence-missing warning'],
    ['info', 'evidence-missing info'],
  ])('is set to %s', async (severity, expected) => {
    const { stdout, code } = await run(`rules: {evidence-missing: ${severity}}\n`);
    expect(codesOf(stdout)).toContain(expected);
    expect(code).toBe(0);
  });

  test('is switched off', async () => {
    const { stdout } = await run('rules: {evidence-missing: off}\n');
    expect(codesOf(stdout).filter((one: string) => one.startsWith('evidence-missing'))).toEqual([]);
  });

  test('that nobody knows stops the command', async () => {
    const { stdout, stderr, code } = await run('rules: {evidence-mising: off}\n');
    expect({ stdout, stderr, code }).toEqual({
      stdout: '',
      stderr: expect.stringContaining('rules.evidence-mising: "evidence-mising" tidak dikenal; maksud Anda'),
      code: 2,
    });
  });
});

test('init that makes the project anew keeps what the region decided', async () => {
  const cwd = await withSettings(`rules: {evidence-scan: off}\n${waiver('2026-12-31')}`);
  const done = await spbe(
    ['init', '--force', '--region', 'Kabupaten Contoh', '--kind', 'kabupaten', '--year', '2026', '--single'],
    { cwd },
  );
  expect(done.code).toBe(0);
  const { stdout } = await spbe(['check', '--date', '2026-03-01', '--format', 'json'], { cwd });
  expect(codesOf(stdout)).toContain('waiver-unused warning');
});
