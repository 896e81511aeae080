import { beforeAll, expect, test } from 'vitest';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { makeFolder, spbe, transcript } from './spbe.ts';

const yaml = `formatVersion: 1
region: Kabupaten Contoh
kind: kabupaten
year: 2025
instrument: permenpanrb-59-2020
leads: {12: diskominfo}
decisions:
  - {indicator: 2, level: 3, reason: Hasil rapat tim, by: Sekretaris Daerah, date: 2025-04-17}
opd:
  - {code: diskominfo, name: Dinas Komunikasi & Informatika, indicators: [1, 12]}
  - {code: bappeda, name: Bappeda, indicators: [2, 12, 13]}
  - {code: inspektorat, name: Inspektorat, indicators: [13, 29]}
`;
let files: Record<string, Uint8Array | string>;
beforeAll(async () => {
  const kominfo = await load(await makeWorkbook(['1', '12']));
  fillIn(kominfo, {
    answers: { 1: [3, 'Fakta.', null, 'Analisis.', 2, 'Draf'], 12: [3, 'Fakta.'] },
    documents: [[1, 3, 'SK']],
    checklist: { '1-L2-a': 'Belum' },
  });
  const bappeda = await load(
    await makeWorkbook(['2', '12', '13'], { opd: { code: 'bappeda', name: 'Bappeda' } }),
  );
  fillIn(bappeda, {
    answers: { 2: [1], 12: [4, 'Fakta.'], 13: [2, 'Fakta.'] },
    documents: [[12, 4, 'Perbup']],
  });
  files = {
    'spbe.yaml': yaml,
    'kertas-kerja/diskominfo.xlsx': await save(kominfo),
    'kertas-kerja/bappeda.xlsx': await save(bappeda),
  };
});

test('one screen for the region, one page for each OPD, in every format', async () => {
  const cwd = await makeFolder(files);
  const formats = ['table', 'csv', 'md', 'json'].map((format) => ['status', '--format', format]);
  const pages = ['diskominfo', 'bappeda', 'inspektorat'].map((code) => ['status', '--opd', code]);
  const lines = [...formats, ...pages, ['status', '--opd', 'diskominfo', '--format', 'csv']];
  await expect(await transcript(lines, { cwd })).toMatchFileSnapshot('transcripts/status.md');
});

test('an OPD that does not exist, and a watch without a terminal, are refused', async () => {
  const cwd = await makeFolder(files);
  const refused = await transcript(
    [
      ['status', '--opd', 'dinkes'],
      ['status', '--watch'],
    ],
    { cwd },
  );
  expect(refused).toContain('OPD "dinkes" tidak dikenal. Yang ada: bappeda, diskominfo, inspektorat.');
  expect(refused).toContain('--watch hanya untuk layar terminal.');
  expect(refused.match(/Exit code: 2/g)).toHaveLength(2);
});

test('--watch draws again and again, and Ctrl-C ends it with exit code 0', async () => {
  const cwd = await makeFolder(files);
  // A terminal is pretended: the program asks isTTY alone.
  const pretend = 'data:text/javascript,process.stdout.isTTY = true; process.env.CI = "1";';
  const stop = `data:text/javascript,${encodeURIComponent(`
    const write = process.stdout.write.bind(process.stdout);
    let drawn = 0;
    process.stdout.write = (text) => {
      if (String(text).includes('Dibaca ulang') && ++drawn === 2) setImmediate(() => process.kill(process.pid, 'SIGINT'));
      return write(text);
    };`)}`;
  const { stdout, code } = await spbe(['status', '--watch', '2'], {
    cwd,
    node: ['--import', pretend, '--import', stop],
  });
  expect(code).toBe(0);
  expect(stdout.match(/kemajuan pengisian/g)).toHaveLength(2);
});
