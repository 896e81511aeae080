import type { Table } from './layout.ts';

/** Rekapitulasi: how each level of a regional workbook came about. */
export const recapTable = {
  id: 'recap',
  sheet: 'Rekapitulasi',
  columns: [
    { key: 'id', header: 'Kunci', width: 8, hidden: true },
    { key: 'number', header: 'No', width: 6 },
    { key: 'name', header: 'Indikator', width: 38 },
    { key: 'level', header: 'Tingkat', width: 9 },
    { key: 'source', header: 'OPD sumber', width: 26 },
    { key: 'basisText', header: 'Dasar', width: 24 },
    { key: 'conflict', header: 'Bertentangan?', width: 16 },
    { key: 'others', header: 'Jawaban lain', width: 44 },
    { key: 'place', header: 'Berkas dan sel', width: 34 },
    { key: 'reason', header: 'Alasan keputusan', width: 30 },
    { key: 'by', header: 'Diputuskan oleh', width: 18 },
    { key: 'date', header: 'Tanggal keputusan', width: 16 },
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
    { key: 'opd', header: 'Kode OPD', width: 14 },
    { key: 'opdName', header: 'OPD', width: 28 },
    { key: 'level', header: 'Tingkat', width: 9 },
    { key: 'fact', header: 'Fakta', width: 44 },
    { key: 'analysis', header: 'Analisis', width: 44 },
    { key: 'note', header: 'Catatan', width: 20 },
    { key: 'assessedLevel', header: 'Tingkat asesor', width: 9 },
    { key: 'assessedReason', header: 'Alasan asesor', width: 24 },
    { key: 'place', header: 'Berkas dan sel', width: 34 },
  ],
} as const satisfies Table;

/** Konflik: for people only; what it says stands in Jawaban, too. */
export const conflictTable = {
  id: 'conflict',
  sheet: 'Konflik',
  columns: [
    { key: 'number', header: 'No', width: 6 },
    { key: 'name', header: 'Indikator', width: 30 },
    { key: 'state', header: 'Keadaan', width: 26 },
    { key: 'opdName', header: 'OPD', width: 26 },
    { key: 'level', header: 'Tingkat', width: 9 },
    { key: 'used', header: 'Dipakai?', width: 10 },
    { key: 'fact', header: 'Fakta', width: 40 },
    { key: 'documents', header: 'Dokumen', width: 34 },
    { key: 'file', header: 'Berkas', width: 28 },
    { key: 'cell', header: 'Sel', width: 16 },
  ],
} as const satisfies Table;

/** A column of Bukti that only a regional workbook has: the OPD a document comes from. */
export const sourceKey = 'opd';
