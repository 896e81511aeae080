import type { DocumentType } from '../facts.ts';

/** How people call the types of files. */
export const typeNames: Readonly<Record<DocumentType, string>> = {
  pdf: 'PDF',
  docx: 'dokumen Word (docx)',
  xlsx: 'buku kerja Excel (xlsx)',
  pptx: 'paparan PowerPoint (pptx)',
  odt: 'dokumen OpenDocument (odt)',
  ods: 'lembar OpenDocument (ods)',
  odp: 'paparan OpenDocument (odp)',
  doc: 'berkas Office lama (doc, xls atau ppt)',
  rtf: 'teks berformat (rtf)',
  image: 'gambar',
  video: 'video',
  zip: 'arsip (zip, rar atau 7z)',
  text: 'teks biasa',
  html: 'halaman web yang disimpan',
  eml: 'surel yang disimpan',
  empty: 'berkas kosong',
  unknown: 'program atau jenis yang tidak dikenal',
};
