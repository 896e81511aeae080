import { formatDay } from './problem.ts';
import { kind, type ProblemKind } from './problem-kind.ts';

/** What every problem of a document says: which one, for which indicator. */
type About = { readonly indicator: string; readonly document: string };

function name({ indicator, document }: About): string {
  return `"${document}" (indikator ${indicator})`;
}

/** Every problem that the rules on documents of evidence can find. */
export const documentProblemKinds = {
  'evidence-file-unnamed': kind<About>(
    'error',
    'Bukti tanpa berkas dan tanpa tautan',
    (about) =>
      `Bukti ${name(about)} tidak menunjuk berkas apa pun – kolom Berkas atau tautan kosong – isi nama berkasnya di folder bukti, atau tautan ke satu dokumen.`,
  ),
  'evidence-file-missing': kind<About & { found: string; suggestion: string }>(
    'error',
    'Berkas bukti tidak ditemukan',
    ({ found, suggestion, ...about }) =>
      `Berkas bukti ${name(about)} tidak ditemukan – tertulis "${found}" – ${suggestion}.`,
  ),
  'evidence-file-ambiguous': kind<About & { found: string; candidates: string }>(
    'error',
    'Berkas bukti lebih dari satu',
    ({ found, candidates, ...about }) =>
      `Berkas bukti ${name(about)} tidak jelas yang mana – tertulis "${found}", yang cocok: ${candidates} – tulis jalurnya lengkap dari folder bukti.`,
  ),
  'evidence-file-outside': kind<About & { found: string }>(
    'error',
    'Berkas bukti di luar folder proyek',
    ({ found, ...about }) =>
      `Berkas bukti ${name(about)} tidak dibaca karena di luar folder proyek atau bukan berkas biasa – tertulis "${found}" – salin berkasnya ke folder bukti, lalu tulis namanya saja.`,
  ),
  'evidence-file-folder': kind<About & { found: string; files: number }>(
    'error',
    'Bukti menunjuk folder',
    ({ found, files, ...about }) =>
      `Bukti ${name(about)} menunjuk folder, bukan dokumen – tertulis "${found}", berisi ${files} berkas – tulis satu baris untuk setiap dokumen di dalamnya.`,
  ),
  'evidence-file-empty': kind<About & { found: string }>(
    'error',
    'Berkas bukti kosong',
    ({ found, ...about }) =>
      `Berkas bukti ${name(about)} kosong – "${found}" berukuran 0 bita – salin ulang dari sumbernya, mungkin terputus saat dikirim.`,
  ),
  'evidence-file-unreadable': kind<About & { found: string; why: string }>(
    'error',
    'Berkas bukti tidak dapat dibaca',
    ({ found, why, ...about }) =>
      `Berkas bukti ${name(about)} tidak dapat dibaca – "${found}" ${why} – buka berkasnya; bila rusak, minta atau simpan ulang dari sumbernya.`,
  ),
  'evidence-file-encrypted': kind<About & { found: string }>(
    'error',
    'Berkas bukti berkata sandi',
    ({ found, ...about }) =>
      `Berkas bukti ${name(about)} dilindungi kata sandi – "${found}" tidak dapat dibuka asesor – simpan salinan tanpa kata sandi.`,
  ),
  'evidence-file-type': kind<About & { found: string; type: string }>(
    'error',
    'Jenis berkas tidak dapat menjadi bukti',
    ({ found, type, ...about }) =>
      `Berkas bukti ${name(about)} berjenis yang tidak dapat diterima – isi "${found}" ternyata ${type} – lampirkan dokumennya sendiri, sebaiknya PDF.`,
  ),
  'evidence-file-extension': kind<About & { found: string; type: string }>(
    'warning',
    'Akhiran nama berkas tidak sesuai isinya',
    ({ found, type, ...about }) =>
      `Nama berkas bukti ${name(about)} tidak sesuai isinya – "${found}" ternyata ${type} – perbaiki akhiran namanya supaya dapat dibuka.`,
  ),
  'evidence-file-large': kind<About & { found: string; megabytes: number; limit: number }>(
    'warning',
    'Berkas bukti besar',
    ({ found, megabytes, limit, ...about }) =>
      `Berkas bukti ${name(about)} besar – "${found}" ${megabytes} MB, batas yang dipakai ${limit} MB – kecilkan atau bagi berkasnya supaya mudah diunggah.`,
  ),
  'evidence-link-malformed': kind<About & { found: string; why: string }>(
    'error',
    'Tautan bukti salah',
    ({ found, why, ...about }) =>
      `Tautan bukti ${name(about)} salah – tertulis "${found}", ${why} – salin ulang tautannya dari peramban, mulai dari https.`,
  ),
  'evidence-link-folder': kind<About & { found: string }>(
    'error',
    'Tautan ke seluruh folder',
    ({ found, ...about }) =>
      `Tautan bukti ${name(about)} menuju seluruh folder, bukan satu dokumen – tertulis "${found}" – buat satu baris untuk setiap dokumen dengan tautannya masing-masing.`,
  ),
  'evidence-changed': kind<About & { found: string }>(
    'error',
    'Berkas berubah sesudah diterima',
    ({ found, ...about }) =>
      `Berkas bukti ${name(about)} berubah sesudah diterima asesor – isi "${found}" bukan lagi yang dinilai – kembalikan berkas semula, atau minta asesor menilai ulang.`,
  ),
  'evidence-draft': kind<About & { found: string; where: string }>(
    'error',
    'Masih rancangan',
    ({ found, where, ...about }) =>
      `Bukti ${name(about)} masih rancangan, padahal yang diminta dokumen yang sudah ditetapkan – ada kata "${found}" pada ${where} – lampirkan dokumen yang sudah ditetapkan.`,
  ),
  'evidence-final': kind<About & { found: string }>(
    'warning',
    'Nama berkas memakai kata "final"',
    ({ found, ...about }) =>
      `Nama berkas bukti ${name(about)} memakai kata "final", tanda berkas kerja – tertulis "${found}" – pastikan ini naskah yang ditetapkan, lalu ganti namanya.`,
  ),
  'evidence-unnumbered': kind<About & { lacking: string }>(
    'error',
    'Tanpa nomor atau tanggal',
    ({ lacking, ...about }) =>
      `Bukti ${name(about)} tanpa ${lacking} – di lembar Bukti kosong dan di berkasnya tidak ditemukan – isi ${lacking} dokumen yang sudah ditetapkan.`,
  ),
  'evidence-number-in-file': kind<About & { found: string }>(
    'info',
    'Nomor atau tanggal hanya ada di berkas',
    ({ found, ...about }) =>
      `Nomor atau tanggal bukti ${name(about)} belum ditulis di lembar Bukti – di berkasnya terbaca ${found} – tulis di lembar Bukti bila memang benar.`,
  ),
  'evidence-unsigned': kind<About>(
    'error',
    'Belum ditandatangani',
    (about) =>
      `Bukti ${name(about)} belum ditandatangani – kolom Ditandatangani berisi Belum – lampirkan naskah yang sudah ditandatangani, lalu isi Ya.`,
  ),
  'evidence-date-future': kind<About & { found: string; today: string }>(
    'error',
    'Tanggal bukti belum tiba',
    ({ found, today, ...about }) =>
      `Tanggal bukti ${name(about)} belum tiba – tertulis ${formatDay(found)}, sekarang ${formatDay(today)} – perbaiki tanggalnya, atau tunggu sampai dokumennya terbit.`,
  ),
  'evidence-date-after-year': kind<About & { found: string; year: number }>(
    'error',
    'Bukti terbit sesudah tahun penilaian',
    ({ found, year, ...about }) =>
      `Bukti ${name(about)} terbit sesudah tahun penilaian – tertulis ${formatDay(found)}, yang dinilai tahun ${year} – pakai dokumen yang terbit paling lambat 31 Desember ${year}.`,
  ),
  'evidence-outdated': kind<About & { found: string; years: number; reference: string }>(
    'error',
    'Bukti kedaluwarsa',
    ({ found, years, reference, ...about }) =>
      `Bukti ${name(about)} kedaluwarsa – tertanggal ${formatDay(found)}, sudah ${years} tahun atau lebih pada ${formatDay(reference)} – lampirkan yang umurnya kurang dari ${years} tahun.`,
  ),
  'evidence-other-agency': kind<About & { found: string; region: string }>(
    'error',
    'Dokumen instansi lain',
    ({ found, region, ...about }) =>
      `Bukti ${name(about)} tampaknya milik instansi lain – penerbitnya ${found}, sedangkan yang dinilai ${region} – lampirkan dokumen ${region} sendiri.`,
  ),
  'evidence-other-object': kind<About & { found: string; asked: string }>(
    'warning',
    'Bukan dokumen yang diminta',
    ({ found, asked, ...about }) =>
      `Bukti ${name(about)} mungkin bukan yang diminta – tampaknya ${found}, padahal yang diminta ${asked} – periksa, lalu lampirkan dokumen yang diminta.`,
  ),
  'evidence-refused': kind<About & { remark: string }>(
    'error',
    'Ditolak asesor',
    ({ remark, ...about }) =>
      `Bukti ${name(about)} ditolak asesor internal – catatannya: ${remark} – ganti dengan dokumen lain, lalu minta dinilai ulang.`,
  ),
  'evidence-revise': kind<About & { remark: string }>(
    'error',
    'Diminta diperbaiki asesor',
    ({ remark, ...about }) =>
      `Bukti ${name(about)} diminta diperbaiki asesor internal – catatannya: ${remark} – perbaiki dokumennya, lalu minta dinilai ulang.`,
  ),
  'verdict-unknown': kind<About & { found: string }>(
    'error',
    'Status asesor tidak dikenal',
    ({ found, ...about }) =>
      `Status asesor pada bukti ${name(about)} tidak dikenal – tertulis "${found}" – isi Diterima, Perbaiki atau Ditolak, atau kosongkan.`,
  ),
  'evidence-scan': kind<About & { found: string }>(
    'warning',
    'Hasil pindai tanpa teks',
    ({ found, ...about }) =>
      `Bukti ${name(about)} berupa gambar tanpa teks – "${found}" tidak dapat dicari isinya – jalankan OCR, atau simpan PDF dari naskah aslinya.`,
  ),
  'evidence-screenshot-undated': kind<About & { lacking: string }>(
    'warning',
    'Tangkapan layar tanpa alamat atau tanggal',
    ({ lacking, ...about }) =>
      `Tangkapan layar ${name(about)} tanpa ${lacking} – tidak ada di lembar Bukti maupun di teks berkasnya – ambil ulang dengan ${lacking} tampak, atau tulis di lembar Bukti.`,
  ),
  'evidence-kind-missing': kind<About & { found: string }>(
    'info',
    'Jenis bukti belum dipilih',
    ({ found, ...about }) =>
      `Jenis bukti ${name(about)} belum dipilih – ${found === '' ? 'kosong' : `tertulis "${found}"`}, jadi dihitung untuk satu butir saja – pilih jenisnya di lembar Bukti.`,
  ),
} satisfies Record<string, ProblemKind<never>>;
