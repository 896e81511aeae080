import type { Table } from './layout.ts';

/** Version of the action plan's layout; a reader refuses newer ones. */
export const actionPlanVersion = 1;
export const actionPlanKind = 'rencana-aksi';

/** Langkah: one row a level step; the one place where its status is written. */
export const actionTable = {
  id: 'actions',
  sheet: 'Langkah',
  columns: [
    { key: 'id', header: 'Kunci', width: 8, hidden: true },
    { key: 'number', header: 'No', width: 6 },
    { key: 'name', header: 'Indikator', width: 34 },
    { key: 'from', header: 'Dari', width: 6 },
    { key: 'to', header: 'Ke', width: 6 },
    { key: 'opd', header: 'OPD pengampu', width: 24 },
    { key: 'start', header: 'Mulai', width: 12 },
    { key: 'end', header: 'Selesai paling lambat', width: 12 },
    { key: 'gain', header: 'Tambahan indeks', width: 10 },
    { key: 'days', header: 'Hari kerja', width: 8 },
    { key: 'rupiah', header: 'Biaya (Rp)', width: 15 },
    { key: 'evidence', header: 'Bukti yang disiapkan', width: 64 },
    { key: 'status', header: 'Status', width: 11, input: true },
    { key: 'finished', header: 'Tanggal selesai', width: 13, input: true },
    { key: 'note', header: 'Catatan', width: 28, input: true },
    { key: 'ladder', header: 'Urutan indikator', width: 8, hidden: true },
    { key: 'rank', header: 'Langkah ke', width: 8, hidden: true },
    { key: 'opdNumber', header: 'Urutan OPD', width: 8, hidden: true },
    { key: 'points', header: 'Poin', width: 8, hidden: true },
    { key: 'done', header: 'Selesai?', width: 8, hidden: true },
    { key: 'counted', header: 'Dihitung?', width: 8, hidden: true },
    { key: 'late', header: 'Terlambat?', width: 8, hidden: true },
  ],
} as const satisfies Table;

/** `_spbe` of an action plan, and hidden columns of Ringkasan: what it was made from. */
export const actionMetaTable = {
  id: 'actionmeta',
  sheet: '_spbe',
  columns: [
    { key: 'id', header: 'key', width: 20 },
    { key: 'value', header: 'value', width: 60 },
  ],
} as const satisfies Table;

export type ActionMetaKey =
  | 'kind'
  | 'formatVersion'
  | 'instrument'
  | 'region'
  | 'year'
  | 'target'
  | 'targetLabel'
  | 'levels'
  | 'steps';
