import type { ReportDocument } from '../../contract/report.ts';

/** The short seal, and how to see whether the report still holds. @param format extension of the report's file */
export function sealSentence({ sealShort }: Pick<ReportDocument, 'sealShort'>, format: string): string {
  return sealShort === null
    ? 'Tanpa segel: sebagian berkas masukan berada di luar folder, sehingga hasil ini tidak dapat diperiksa ulang.'
    : `Segel ${sealShort}. Untuk memeriksa apakah berkas masukannya masih memberi hasil ini, jalankan di folder proyek: spbe verify laporan.${format}`;
}
