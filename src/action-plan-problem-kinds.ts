import { kind, type ProblemKind } from './problem-kind.ts';

/** Every problem that an action plan can have when it is read back. */
export const actionPlanProblemKinds = {
  'plan-step-unknown': kind<{ found: string }>(
    'error',
    'Baris bukan langkah rencana',
    ({ found }) =>
      `Baris ini bukan langkah dari rencana; tidak dihitung – ${found === '' ? 'kunci barisnya kosong' : `kuncinya "${found}"`} – hapus barisnya, atau buat rencana baru dengan "spbe gap --plan".`,
  ),
  'plan-step-missing': kind<{ step: string }>(
    'warning',
    'Langkah rencana hilang',
    ({ step }) =>
      `Langkah ${step} tidak ditemukan; dihitung belum selesai – barisnya mungkin terhapus – salin kembali barisnya dari rencana aksi yang asli.`,
  ),
  'plan-step-repeated': kind<{ step: string; first: string }>(
    'error',
    'Langkah tertulis dua kali',
    ({ step, first }) =>
      `Langkah ${step} tertulis lebih dari sekali; baris ini tidak dihitung – yang dihitung di ${first} – hapus salah satunya.`,
  ),
  'plan-status-unknown': kind<{ step: string; found: string }>(
    'error',
    'Status langkah tidak dikenal',
    ({ step, found }) =>
      `Status ${step} tidak dikenal; dihitung belum selesai – tertulis "${found}" – pilih Belum, Berjalan, Selesai, atau Batal.`,
  ),
  'plan-date-invalid': kind<{ step: string; found: string }>(
    'error',
    'Tanggal langkah tidak sah',
    ({ step, found }) =>
      `Tanggal ${step} tidak sah; dianggap kosong – tertulis "${found}" – tulis hari, bulan, dan tahun, misalnya 17/8/2026.`,
  ),
  'plan-step-skipped': kind<{ step: string; below: string }>(
    'warning',
    'Langkah selesai di atas yang belum',
    ({ step, below }) =>
      `Langkah ${step} tertulis selesai, tetapi belum dihitung – ${below} dari indikator itu belum selesai – selesaikan dulu, atau perbaiki statusnya.`,
  ),
} satisfies Record<string, ProblemKind<never>>;
