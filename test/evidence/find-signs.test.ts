import { expect, it } from 'vitest';
import { findSigns } from '../../src/evidence/find-signs.ts';

const signsOf = (name: string, text = '', title: string | null = null) =>
  findSigns({ name, title, text }, false);

it.each([
  'Draft SK.pdf',
  'SK_draf_2.docx',
  'DraftSK.docx',
  'draft2.pdf',
  'RANPERBUP SPBE.pdf',
  'konsep-SOP.pdf',
])('%s is a draft', (name) => {
  expect(signsOf(name).signs).toMatchObject({ draft: true, final: false });
});

it.each([
  'Drafter.pdf',
  'Perancangan Aplikasi.pdf',
  'Finalisasi.pdf',
  'Konsepsi.pdf',
  'semifinal.pdf',
  'SK.pdf',
])('%s is none', (name) => {
  expect(signsOf(name)).toMatchObject({ signs: { draft: false, final: false }, words: [] });
});

it('tells a heading from the midst of a text', () => {
  const long = 'Peraturan Bupati tentang SPBE. '.repeat(20);
  expect(signsOf('a.pdf', `${long}membahas rancangan APBD`).words).toEqual([
    { sign: 'draft', word: 'rancangan', where: 'text' },
  ]);
  expect(signsOf('a.pdf', `${long}\n  - DRAFT 2 -\n${long}`).words[0]).toEqual({
    ...{ sign: 'draft', word: 'draft', where: 'heading' },
  });
  expect(signsOf('a.pdf', `RANCANGAN\n${long}`).words).toEqual([
    { sign: 'draft', word: 'rancangan', where: 'heading' },
  ]);
});

it.each([
  ['Dokumen ini telah ditandatangani secara elektronik', true],
  ['Bupati,\nttd.\nNama', true],
  ['Salinan sesuai dengan aslinya', true],
  ['layanan sertifikat elektronik untuk tanda tangan', false],
])('%j is signed: %s', (text, signature) => {
  expect(signsOf('a.pdf', text).signs.signature).toBe(signature);
});

it.each([
  ['lihat https://spbe.go.id/a', true],
  ['www.contoh.com', true],
  ['diskominfo.kuduskab.go.id', true],
  ['surel a@b, versi 1.2', false],
])('%j names a web page: %s', (text, url) => {
  expect(signsOf('a.pdf', text).signs.url).toBe(url);
});
