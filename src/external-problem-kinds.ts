import { kind, type ProblemKind, quote } from './problem-kind.ts';

/** On records in riwayat/, on results that others made, and on exchange files of other regions. */
export const externalProblemKinds = {
  'record-damaged': kind<{ reason: string }>(
    'warning',
    'Catatan riwayat rusak',
    ({ reason }) =>
      `Catatan riwayat ini tidak dapat dipakai dan dilewati – ${reason} – pulihkan dari cadangan, atau hapus berkasnya.`,
  ),
  'external-header-missing': kind<Record<string, never>>(
    'error',
    'Judul kolom hasil luar tidak dikenali',
    () =>
      'Judul kolom tidak dikenali – tidak ada kolom indikator (atau kode) dan nilai – tulis "indikator,nilai" di baris pertama.',
  ),
  'external-code-unknown': kind<{ found: string }>(
    'error',
    'Kode pada hasil luar tidak dikenal',
    ({ found }) =>
      `Kode tidak dikenal – ${quote(found)} – pakai nomor indikator, kode aspek atau domain (A1, D1; di aplikasi A2001, D2001), atau "indeks".`,
  ),
  'external-value-invalid': kind<{ code: string; found: string; min: number; max: number }>(
    'error',
    'Nilai pada hasil luar tidak sah',
    ({ code, found, min, max }) =>
      `Nilai ${code} tidak sah – tertulis "${found}" – tulis angka ${min} sampai ${max}; untuk indikator tingkatnya, tanpa kata lain.`,
  ),
  'external-duplicate': kind<{ code: string; first: string }>(
    'error',
    'Kode tertulis dua kali pada hasil luar',
    ({ code, first }) =>
      `Kode ${code} tertulis lebih dari sekali – yang pertama di ${first} – hapus salah satunya supaya jelas nilai mana yang berlaku.`,
  ),
  'external-sum-differs': kind<{ what: string; stated: string; computed: string }>(
    'warning',
    'Jumlah pada hasil luar tidak cocok',
    ({ what, stated, computed }) =>
      `${what} tidak cocok dengan bagian-bagiannya – tertulis ${stated}, dihitung dan dipakai ${computed} – cocokkan dengan laporan resmi sebelum angka itu dikutip.`,
  ),
  'external-incomplete': kind<{ indicators: string }>(
    'warning',
    'Hasil luar tidak memuat semua indikator',
    ({ indicators }) =>
      `Hasil ini tidak memuat tingkat indikator ${indicators} – dianggap tetap seperti tahap sebelumnya – lengkapi bila laporan resmi memuatnya.`,
  ),
  'exchange-unusable': kind<{ reason: string }>(
    'error',
    'Berkas pertukaran tidak dapat dipakai',
    ({ reason }) =>
      `Berkas pertukaran ini tidak ikut dibandingkan – ${reason} – minta daerahnya membuat ulang dengan "spbe compare --export".`,
  ),
  'exchange-instrument': kind<{ found: string; expected: string }>(
    'error',
    'Berkas pertukaran memakai instrumen lain',
    ({ found, expected }) =>
      `Berkas pertukaran ini tidak ikut dibandingkan – memakai ${found}, sedangkan perbandingan ini ${expected} – indeks dua instrumen tidak sebanding; minta berkas dari penilaian dengan ${expected}.`,
  ),
  'exchange-inconsistent': kind<{ stated: string; computed: string }>(
    'error',
    'Indeks dalam berkas pertukaran bukan indeks tingkatnya',
    ({ stated, computed }) =>
      `Berkas pertukaran ini tidak ikut dibandingkan – tertulis indeks ${stated.replace('.', ',')}, dari tingkatnya ${computed.replace('.', ',')} – minta daerahnya membuat ulang dengan "spbe compare --export".`,
  ),
  'exchange-repeated': kind<{ region: string; first: string }>(
    'warning',
    'Daerah yang sama dua kali dalam perbandingan',
    ({ region, first }) =>
      `Berkas pertukaran ini tidak ikut dibandingkan – ${region} sudah ada dari ${first} – pakai yang terbaru saja, pindahkan yang lain dari folder.`,
  ),
} satisfies Record<string, ProblemKind<never>>;
