import type { Basis } from './settle.ts';

/** What a level rests on, in words. */
export const settlementWords: Readonly<Record<Basis, string>> = {
  blank: 'belum diisi',
  single: 'satu jawaban',
  agreed: 'semua jawaban sama',
  lead: 'jawaban OPD pengampu',
  lowest: 'jawaban terendah',
  median: 'median bawah',
  weighted: 'rata-rata berbobot, dibulatkan ke bawah',
  decision: 'keputusan tertulis',
  regional: 'diubah di rekapitulasi',
};
