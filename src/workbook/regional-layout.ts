import type { Table } from './layout.ts';

/** Rekapitulasi: how each level of a regional workbook came about. */
export const recapTable = {
  id: 'recap',
  sheet: 'Rekapitulasi',
  columns: [
    { key: 'id', header: 'Kunci', width: 8, hidden: true },
    { key: 'number', header: 'No', width: 6 },
    { key: 'name', header: 'Indikator', width: 30 },
    { key: 'level', header: 'Tingkat', width: 8 },
    { key: 'source', header: 'OPD sumber', width: 20 },
    { key: 'basisText', header: 'Dasar', width: 16 },
    { key: 'conflict', header: 'Bertentangan?', width: 14 },
    { key: 'others', header: 'Jawaban lain', width: 34 },
    { key: 'place', header: 'Berkas dan sel', width: 26 },
    { key: 'reason', header: 'Alasan keputusan', width: 22 },
    { key: 'by', header: 'Diputuskan oleh', width: 14 },
    { key: 'date', header: 'Tanggal keputusan', width: 12 },
    { key: 'settled', header: 'Tingkat tercatat', width: 8, hidden: true },
    { key: 'basis', header: 'Kode dasar', width: 8, hidden: true },
    { key: 'opd', header: 'Kode OPD', width: 8, hidden: true },
    { key: 'lead', header: 'Kode pengampu', width: 8, hidden: true },
  ],
} as const satisfies Table;

/** Jawaban: every level that an OPD stated, so that nothing of it is lost in a regional workbook. */
export const statedTable = {
  id: 'stated',
  sheet: 'Jawaban',
  columns: [
    { key: 'id', header: 'Kunci', width: 8, hidden: true },
    { key: 'number', header: 'No', width: 6 },
    { key: 'opd', header: 'Kode OPD', width: 12 },
    { key: 'opdName', header: 'OPD', width: 22 },
    { key: 'level', header: 'Tingkat', width: 8 },
    { key: 'fact', header: 'Fakta', width: 38 },
    { key: 'analysis', header: 'Analisis', width: 34 },
    { key: 'note', header: 'Catatan', width: 14 },
    { key: 'assessedLevel', header: 'Tingkat asesor', width: 9 },
    { key: 'assessedReason', header: 'Alasan asesor', width: 16 },
    { key: 'place', header: 'Berkas dan sel', width: 26 },
  ],
} as const satisfies Table;

/** Konflik: for people only; what it says stands in Jawaban, too. */
export const conflictTable = {
  id: 'conflict',
  sheet: 'Konflik',
  columns: [
    { key: 'number', header: 'No', width: 6 },
    { key: 'name', header: 'Indikator', width: 24 },
    { key: 'state', header: 'Keadaan', width: 16 },
    { key: 'opdName', header: 'OPD', width: 20 },
    { key: 'level', header: 'Tingkat', width: 8 },
    { key: 'used', header: 'Dipakai?', width: 9 },
    { key: 'fact', header: 'Fakta', width: 34 },
    { key: 'documents', header: 'Dokumen', width: 28 },
    { key: 'file', header: 'Berkas', width: 22 },
    { key: 'cell', header: 'Sel', width: 13 },
  ],
} as const satisfies Table;

/** A column of Bukti that only a regional workbook has: the OPD a document comes from. */
export const sourceKey = 'opd';
