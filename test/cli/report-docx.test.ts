import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordDocument } from '../../src/contract/record.ts';
import { readSealFromDocx } from '../../src/word/read-seal.ts';
import { docxText } from '../reporters/full-report/docx-text.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { makeFolder, spbe } from './spbe.ts';
import { without } from './without-packages.ts';

const yaml = `formatVersion: 1
region: Kabupaten Contoh
kind: kabupaten
year: 2025
instrument: permenpanrb-59-2020
target: 2.0
closing: 2025-05-02
opd:
  - {code: diskominfo, name: Dinas Komunikasi & Informatika, indicators: [1, 12]}
  - {code: bappeda, name: "Dinas <b>Lain</b>", indicators: [2]}
`;

async function project(): Promise<string> {
  const book = await load(await makeWorkbook(['1', '12']));
  fillIn(book, { answers: { 1: [3, 'Perbup <w:t> & "lain"'], 12: [4] } });
  const evil = await makeWorkbook(['3'], { opd: { code: '../../lari', name: 'Dinas\u001b[31m Lari' } });
  return makeFolder({
    'spbe.yaml': yaml,
    'kertas-kerja/kominfo.xlsx': await save(book),
    'kertas-kerja/lain.xlsx': await save(await load(evil)),
  });
}

const day = ['--date', '2025-04-01', '--fail-on', 'never'];

test('writes the whole report, sealed, and the same twice', async () => {
  const cwd = await project();
  const { stderr, code } = await spbe(['report', '-f', 'docx', '-o', 'a.docx', ...day], { cwd });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const bytes = await readFile(join(cwd, 'a.docx'));
  const text = docxText(bytes);
  for (const words of [
    'Kabupaten Contoh',
    'Perbup <w:t> & "lain"',
    '# Rencana aksi',
    'kertas-kerja/kominfo.xlsx',
  ]) {
    expect(text).toContain(words);
  }
  const seal = recordDocument.parse(JSON.parse(readSealFromDocx(bytes, 'a.docx')?.json ?? ''));
  expect(seal.inputs.map(({ path }) => path)).toContain('kertas-kerja/kominfo.xlsx');
  await spbe(['report', '-f', 'docx', '-o', 'b.docx', ...day], { cwd });
  expect(await readFile(join(cwd, 'b.docx'))).toEqual(bytes);
});

test('one file an OPD, with safe names and nothing of the others', async () => {
  const cwd = await project();
  const args = ['report', '--audience', 'opd', '-f', 'docx', '-o', 'opd', ...day];
  const { stderr, code } = await spbe(args, { cwd });
  expect({ stderr, code }).toEqual({ stderr: '2 laporan OPD ditulis ke opd.\n', code: 0 });
  expect((await readdir(join(cwd, 'opd'))).toSorted()).toEqual([
    'laporan-bappeda.docx',
    'laporan-diskominfo.docx',
  ]);
  const other = docxText(await readFile(join(cwd, 'opd/laporan-bappeda.docx')));
  expect(other).toContain('Laporan Penilaian Mandiri SPBE untuk OPD: Dinas <b>Lain</b>');
  expect(other).not.toContain('Perbup <w:t>');
});

test('a docx needs the name of a file', async () => {
  const { stdout, stderr, code } = await spbe(['report', '-f', 'docx', ...day], { cwd: await project() });
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toContain('Bentuk docx perlu nama berkas. Tambahkan -o, misalnya -o laporan.docx.');
});

test('writes the letters beside the report, and never over older ones without --force', async () => {
  const cwd = await project();
  const args = ['report', '--letters', 'surat', '-f', 'json', '-o', 'laporan.json', ...day];
  expect(await spbe(args, { cwd })).toEqual({ stdout: '', stderr: '4 surat ditulis ke surat.\n', code: 0 });
  const names = [
    'berita-acara.docx',
    'nota-dinas-bappeda.docx',
    'nota-dinas-diskominfo.docx',
    'persetujuan-publikasi.docx',
  ];
  expect((await readdir(join(cwd, 'surat'))).toSorted()).toEqual(names);
  const memo = docxText(await readFile(join(cwd, 'surat/nota-dinas-diskominfo.docx')));
  expect(memo).toContain('Kepala Dinas Komunikasi & Informatika');
  expect(memo).toContain('paling lambat 2 Mei 2025.');
  const absent = docxText(await readFile(join(cwd, 'surat/nota-dinas-bappeda.docx')));
  expect(absent).toContain('mengirimkan kertas kerja yang belum kami terima');

  await writeFile(join(cwd, 'surat/berita-acara.docx'), 'sudah ditandatangani');
  const refused = await spbe(args, { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('Folder surat sudah berisi 4 berkas. Pilih folder lain dengan --letters');
  expect(await readFile(join(cwd, 'surat/berita-acara.docx'), 'utf8')).toBe('sudah ditandatangani');

  expect((await spbe([...args, '--force'], { cwd })).code).toBe(0);
  expect(await readFile(join(cwd, 'surat-lama/berita-acara.docx'), 'utf8')).toBe('sudah ditandatangani');
  expect((await readdir(join(cwd, 'surat'))).toSorted()).toEqual(names);
});

test('letters to one OPD, and never instead of the folder we work in', async () => {
  const cwd = await project();
  const only = await spbe(['report', '--opd', 'diskominfo', '--letters', 'satu', '-f', 'csv', ...day], {
    cwd,
  });
  expect(only.code).toBe(0);
  expect(await readdir(join(cwd, 'satu'))).toEqual(['nota-dinas-diskominfo.docx']);
  const here = await spbe(['report', '--letters', '.', '--force', '-f', 'csv', ...day], { cwd });
  expect(here.code).toBe(2);
  expect(here.stderr).toContain('tidak dapat dipindahkan');
  expect((await readdir(cwd)).toSorted()).toEqual(['kertas-kerja', 'satu', 'spbe.yaml']);
});

test('docx is loaded for docx alone', async () => {
  const cwd = await project();
  const node = without('docx');
  const plain = await spbe(['report', '-f', 'json', ...day], { cwd, node });
  expect(plain.stderr).not.toContain('LOADED');
  expect(plain.code).toBe(0);
  const word = await spbe(['report', '-f', 'docx', '-o', 'a.docx', ...day], { cwd, node });
  expect(word.stderr).toContain('LOADED docx');
});
