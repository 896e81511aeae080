import { describe, expect, test } from 'vitest';
import { cites, readCitations } from '../../../src/assessment/evidence-rules/cited-text.ts';

/** Whether a text names a document of which nothing else is known. */
const names = (text: string, parts: Partial<Parameters<typeof cites>[1]>) =>
  cites(readCitations(text), { number: '', title: '', location: '', ...parts });

describe('a document is named by its number', () => {
  test.each([
    ['Perbup 12/2024 Pasal 4', 'Nomor 12 Tahun 2024'],
    ['Perbup 12/2024 Pasal 4', '012/2024'],
    ['Perbup Nomor 0012 Tahun 2024', '12/2024'],
    ['lihat 188.45/12/HK/2024', '188.45/12/HK/2024'],
    ['surat nomor 100', '100'],
    ['butir 1/2', '1/2'],
    ['10 jenis, nomor 10/2020', '10/2020'],
    ['nomor 0/2024', '000/2024'],
  ])('%j names %j', (text, number) => {
    expect(names(text, { number })).toBe(true);
  });

  test.each([
    // A lone number of two digits is found in any text.
    ['halaman 12', '12'],
    ['halaman 12', '012'],
    ['Perbup 12/2024', '2/202'],
    ['Perbup 12/2024', '2/2024'],
    ['Perbup 112/2024', '12/2024'],
    ['Tahun 2024 Nomor 12', '12/2024'],
    ['Perbup 12, halaman 3, 2024', '12/2024'],
    ['nomor dua belas', ''],
    ['', 'tanpa nomor'],
  ])('%j does not name %j', (text, number) => {
    expect(names(text, { number })).toBe(false);
  });
});

describe('by its file', () => {
  test.each([
    ['lihat 12b jadwal pada lampiran', 'bukti\\Diskominfo\\12b_Jadwal.PDF'],
    ['lihat 12b-jadwal.pdf', 'bukti/12b jadwal.pdf'],
    ['lihat b12', 'b12.pdf'],
  ])('%j names %j', (text, location) => {
    expect(names(text, { location })).toBe(true);
  });

  test.each([
    // Two letters are found in any text.
    ['lihat sk itu', 'sk.pdf'],
    ['lihat 12b jadwalnya', '12b_jadwal.pdf'],
    ['lihat jadwal 12b', '12b_jadwal.pdf'],
    ['', ''],
  ])('%j does not name %j', (text, location) => {
    expect(names(text, { location })).toBe(false);
  });
});

describe('by most words of its title', () => {
  test.each([
    ['rencana induk transformasi', 'Rencana Induk Transformasi Digital'],
    ['transformasi itu ada di rencana induk', 'Rencana Induk Transformasi Kabupaten'],
    ['notulen rapat', 'Notulen'],
  ])('%j names %j', (text, title) => {
    expect(names(text, { title })).toBe(true);
  });

  test.each([
    ['rencana induk', 'Rencana Induk Transformasi'],
    // Words that any title has tell nothing.
    ['dokumen tentang kabupaten', 'Dokumen Kabupaten'],
    ['', ''],
    ['rencana', '–'],
  ])('%j does not name %j', (text, title) => {
    expect(names(text, { title })).toBe(false);
  });
});

test('of a very long text the rest is not read, and nothing is called unnamed', () => {
  const longest = `${'x '.repeat(4_995)}0123456789`;
  expect(longest).toHaveLength(10_000);
  expect(names(longest, { number: '12/2024' })).toBe(false);
  expect(names(`${longest}.`, { number: '12/2024' })).toBe(true);
  const read = readCitations(`${longest} notulen`);
  expect([read.wordSet.has('0123456789'), read.wordSet.has('notulen'), read.isCut]).toEqual([
    true,
    false,
    true,
  ]);
});
