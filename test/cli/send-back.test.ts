import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { makeFolder, spbe } from './spbe.ts';

const yaml = `formatVersion: 1
region: Kabupaten Contoh
kind: kabupaten
year: 2025
instrument: permenpanrb-59-2020
closing: 2025-05-02
opd:
  - {code: diskominfo, name: Dinas Komunikasi & Informatika, indicators: [1, 12]}
  - {code: bappeda, name: Bappeda, indicators: [2]}
`;

async function files(): Promise<Record<string, Uint8Array | string>> {
  const faulty = await load(await makeWorkbook(['1', '12', '13', '14', '15', '16']));
  fillIn(faulty, { answers: { 1: ['tiga'], 12: [4], 13: [null], 14: ['n/a'], 15: [2], 16: [3] } });
  const good = await load(await makeWorkbook(['2'], { opd: { code: 'bappeda', name: 'Bappeda' } }));
  fillIn(good, { answers: { 2: [1] } });
  const evil = await load(
    await makeWorkbook(['3'], { opd: { code: '../../lari', name: 'Dinas\u001b[31m Lain' } }),
  );
  return {
    'spbe.yaml': yaml,
    'kertas-kerja/kominfo.xlsx': await save(faulty),
    'kertas-kerja/bappeda.xlsx': await save(good),
    'kertas-kerja/lain.xlsx': await save(evil),
  };
}

test('each faulty OPD gets its marked workbook and a cover text; the list names them', async () => {
  const cwd = await makeFolder(await files());
  const { stdout, stderr, code } = await spbe(['send-back'], { cwd });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  expect(stdout).toContain('Semua di kirim-balik: 2 surat dan daftar.csv.');
  expect(await readdir(join(cwd, 'kirim-balik'))).toEqual([
    'daftar.csv',
    'kominfo-perbaikan.xlsx',
    'lain-perbaikan.xlsx',
    'surat-diskominfo.txt',
    'surat-lari.txt',
  ]);
  const read = (name: string) => readFile(join(cwd, 'kirim-balik', name), 'utf8');
  await expect(await read('surat-diskominfo.txt')).toMatchFileSnapshot('transcripts/send-back-diskominfo.md');
  expect(await read('surat-lari.txt')).toContain('Yth. Kepala Dinas[31m Lain');
  expect((await read('daftar.csv')).split('\r\n').slice(0, 2)).toEqual([
    'opd,nama,kesalahan,peringatan,lembar_perbaikan,surat',
    expect.stringMatching(/^\.\.\/\.\.\/lari,.*lain-perbaikan\.xlsx,surat-lari\.txt$/),
  ]);
});

test('letters of another day are not mixed in: refused, or moved away with --force', async () => {
  const cwd = await makeFolder({ ...(await files()), 'kirim-balik/lama.txt': 'x' });
  const refused = await spbe(['send-back'], { cwd });
  expect(refused.stderr).toContain('Folder kirim-balik sudah berisi 1 berkas.');
  expect(refused.code).toBe(2);
  expect((await spbe(['send-back', '--force'], { cwd })).code).toBe(0);
  expect(await readdir(join(cwd, 'kirim-balik-lama'))).toEqual(['lama.txt']);
  expect(await readdir(join(cwd, 'kirim-balik'))).not.toContain('lama.txt');
});

test('the folders of the project are not moved away, even with --force', async () => {
  const cwd = await makeFolder(await files());
  for (const folder of ['kertas-kerja', '.']) {
    const { stderr, code } = await spbe(['send-back', '-o', folder, '--force'], { cwd });
    expect(stderr).toContain('bagian dari proyek atau folder kerja ini');
    expect(code).toBe(2);
  }
  expect(await readdir(join(cwd, 'kertas-kerja'))).not.toEqual([]);
});

test('nothing is wrong: nothing is written', async () => {
  const { 'kertas-kerja/bappeda.xlsx': good = '' } = await files();
  const cwd = await makeFolder({ 'bappeda.xlsx': good });
  const { stdout } = await spbe(['send-back', 'bappeda.xlsx'], { cwd });
  expect(stdout).toBe('Tidak ada kertas kerja yang perlu dikirim balik.\n');
  expect(await readdir(cwd)).toEqual(['bappeda.xlsx']);
});
