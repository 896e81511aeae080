import { actionPlanProblemKinds } from './action-plan-problem-kinds.ts';
import { documentProblemKinds } from './document-problem-kinds.ts';
import { explanationProblemKinds } from './explanation-problem-kinds.ts';
import { externalProblemKinds } from './external-problem-kinds.ts';
import { mergeProblemKinds } from './merge-problem-kinds.ts';
import { formatDay, type Place, type Problem } from './problem.ts';
import { type Details, kind, type ProblemKind, quote } from './problem-kind.ts';
import { trendProblemKinds } from './trend-problem-kinds.ts';

/** Every problem the tool can report; docs/problems.md explains each, and a test keeps both in step. */
export const problemKinds = {
  'file-unreadable': kind<{ reason: string }>('error', 'Berkas tidak dapat dibaca', ({ reason }) => reason),
  'not-a-workbook': kind<{ sheets: string }>(
    'error',
    'Bukan kertas kerja spbe',
    ({ sheets }) =>
      `Bukan kertas kerja spbe – tidak ada tanda pengenal di lembar ${sheets} – kirim berkas yang dibuat dengan "spbe init", atau simpan ulang dari berkas aslinya.`,
  ),
  'format-newer': kind<{ found: number; known: number }>(
    'error',
    'Versi kertas kerja lebih baru',
    ({ found, known }) =>
      `Kertas kerja dibuat dengan spbe yang lebih baru – format ${found}, program ini mengenal sampai format ${known} – perbarui spbe lalu ulangi.`,
  ),
  'instrument-mismatch': kind<{ found: string; expected: string }>(
    'error',
    'Instrumen berbeda',
    ({ found, expected }) =>
      `Instrumen berbeda; berkas ini tidak ikut dihitung – tertulis ${found}, seharusnya ${expected} – isi kertas kerja dari penilaian ini.`,
  ),
  'region-mismatch': kind<{ found: string; expected: string }>(
    'error',
    'Daerah berbeda',
    ({ found, expected }) =>
      `Kertas kerja milik daerah lain; berkas ini tidak ikut dihitung – tertulis ${found}, seharusnya ${expected} – pindahkan berkas ini dari folder; untuk membandingkan daerah, pakai "spbe compare".`,
  ),
  'year-mismatch': kind<{ found: number; expected: number }>(
    'error',
    'Tahun berbeda',
    ({ found, expected }) =>
      `Kertas kerja tahun lain; berkas ini tidak ikut dihitung – tertulis ${found}, seharusnya ${expected} – minta OPD mengisi kertas kerja tahun ${expected}.`,
  ),
  'sheet-missing': kind<{ sheet: string }>(
    'error',
    'Lembar hilang',
    ({ sheet }) =>
      `Lembar ${sheet} tidak ditemukan – mungkin terhapus – salin kembali dari kertas kerja asli, jangan menghapus lembar.`,
  ),
  'sheet-copied': kind<{ copy: string; used: string }>(
    'warning',
    'Salinan lembar',
    ({ copy, used }) =>
      `Lembar "${copy}" adalah salinan dan tidak dibaca – yang dibaca "${used}" – pindahkan isinya ke "${used}" bila perlu, lalu hapus salinannya.`,
  ),
  'csv-header-missing': kind<Record<string, never>>(
    'error',
    'Judul kolom csv tidak dikenali',
    () =>
      'Judul kolom tidak dikenali – tidak ada kolom indikator dan tingkat – tulis "indikator,tingkat" di baris pertama.',
  ),
  'column-missing': kind<{ column: string }>(
    'error',
    'Kolom hilang',
    ({ column }) =>
      `Kolom "${column}" tidak ditemukan – mungkin terhapus atau judulnya diubah – kembalikan kolom itu dari kertas kerja asli.`,
  ),
  'column-guessed': kind<{ columns: string }>(
    'info',
    'Kolom dikenali dari judulnya',
    ({ columns }) =>
      `Kolom ${columns} dikenali dari judulnya – tanda pengenal tersembunyi hilang – periksa bahwa kolom itu memang benar.`,
  ),
  'marks-lost': kind<{ read: string; checklist: string }>(
    'info',
    'Bagian tersembunyi kertas kerja hilang',
    ({ read, checklist }) =>
      `Bagian tersembunyi kertas kerja hilang; dibaca menurut judul kolom dan nomor indikator – ${read}; daftar periksa ${checklist} – periksa bahwa semuanya benar, atau salin isiannya ke kertas kerja asli.`,
  ),
  'checklist-unread': kind<{ sheet: string }>(
    'info',
    'Daftar periksa tidak terbaca',
    ({ sheet }) =>
      `Daftar periksa tidak terbaca; jawaban dan bukti tidak terpengaruh – lembar ${sheet} atau kunci tersembunyinya hilang – salin kembali lembar itu dari kertas kerja asli bila daftar periksanya diperlukan.`,
  ),
  'cells-merged': kind<{ cells: string }>(
    'warning',
    'Sel gabungan',
    ({ cells }) =>
      `Sel gabungan dibaca untuk setiap baris yang dicakupnya – ${cells} – pisahkan selnya bila isinya tidak untuk semua baris itu.`,
  ),
  'indicator-missing': kind<{ indicator: string; name: string }>(
    'error',
    'Baris indikator hilang',
    ({ indicator, name }) =>
      `Baris indikator ${indicator} (${name}) tidak ada – mungkin terhapus – kembalikan barisnya dari kertas kerja asli lalu isi.`,
  ),
  'indicator-mismatch': kind<{ key: string; number: string }>(
    'warning',
    'Nomor indikator tidak sesuai barisnya',
    ({ key, number }) =>
      `Baris ini bernomor ${number}, tetapi semula milik indikator ${key}; dibaca sebagai indikator ${number} – mungkin diurutkan tanpa kolom tersembunyi – periksa bahwa isiannya memang untuk indikator ${number}.`,
  ),
  'indicator-unknown': kind<{ found: string; instrument: string; suggestion: string }>(
    'error',
    'Indikator tidak dikenal',
    ({ found, instrument, suggestion }) =>
      `Indikator tidak dikenal; baris ini tidak ikut dihitung – ${quote(found)} – ${suggestion} (${instrument}).`,
  ),
  'row-unread': kind<{ found: string }>(
    'warning',
    'Isian tanpa nomor indikator',
    ({ found }) =>
      `Isian di baris ini tidak dibaca – nomor indikatornya kosong, tertulis "${found}" – pindahkan ke baris indikatornya, atau biarkan bila bukan isian.`,
  ),
  'indicator-duplicate': kind<{ indicator: string; first: string; used: string }>(
    'error',
    'Indikator dua kali',
    ({ indicator, first, used }) =>
      `Indikator ${indicator} sudah ada di ${first} dengan isi berbeda; ${used} – gabungkan isinya, lalu hapus salah satu barisnya.`,
  ),
  'level-invalid': kind<{ indicator: string; found: string; allowed: string }>(
    'error',
    'Tingkat kematangan tidak dikenal',
    ({ indicator, found, allowed }) =>
      `Tingkat indikator ${indicator} tidak dikenal; dihitung sebagai kosong – tertulis "${found}" – isi ${allowed}.`,
  ),
  'level-blank': kind<{ indicator: string; floor: number }>(
    'warning',
    'Tingkat kematangan kosong',
    ({ indicator, floor }) =>
      `Tingkat indikator ${indicator} kosong – dihitung sebagai tingkat ${floor} – pilih tingkat yang didukung bukti.`,
  ),
  'level-not-assessed': kind<{ indicator: string; found: string; floor: number }>(
    'warning',
    'Tingkat kematangan belum dinilai',
    ({ indicator, found, floor }) =>
      `Indikator ${indicator} belum dinilai – tertulis "${found}", dihitung sebagai tingkat ${floor} – semua indikator wajib dinilai; pilih tingkat yang didukung bukti.`,
  ),
  'explanation-missing': kind<{ indicator: string; level: number }>(
    'warning',
    'Penjelasan kosong',
    ({ indicator, level }) =>
      `Penjelasan indikator ${indicator} kosong – tingkat ${level} – tulis fakta dan analisis yang menunjukkan kriteria tingkat itu terpenuhi.`,
  ),
  'analysis-missing': kind<{ indicator: string; level: number }>(
    'warning',
    'Analisis kosong',
    ({ indicator, level }) =>
      `Analisis indikator ${indicator} kosong – tingkat ${level}, fakta sudah ditulis – jelaskan mengapa fakta itu memenuhi kriteria tingkat ${level}.`,
  ),
  'assessed-level-invalid': kind<{ indicator: string; found: string; allowed: string }>(
    'error',
    'Tingkat asesor tidak dikenal',
    ({ indicator, found, allowed }) =>
      `Tingkat asesor indikator ${indicator} tidak dikenal – tertulis "${found}" – isi ${allowed}, atau kosongkan.`,
  ),
  'evidence-missing': kind<{ indicator: string; level: number }>(
    'error',
    'Bukti dukung tidak ada',
    ({ indicator, level }) =>
      `Indikator ${indicator} tanpa bukti dukung – tingkat ${level} diklaim, tidak ada dokumen di lembar Bukti – daftarkan dokumennya, atau turunkan tingkatnya.`,
  ),
  'evidence-indicator-unknown': kind<{ found: string; suggestion: string }>(
    'error',
    'Bukti untuk indikator yang tidak dikenal',
    ({ found, suggestion }) =>
      `Bukti tidak jelas untuk indikator mana; belum dihitung sebagai bukti – ${quote(found)} – ${suggestion}.`,
  ),
  'evidence-level-invalid': kind<{ indicator: string; found: string; allowed: string }>(
    'error',
    'Tingkat pada bukti tidak dikenal',
    ({ indicator, found, allowed }) =>
      `Tingkat pada bukti indikator ${indicator} tidak dikenal – tertulis "${found}" – isi ${allowed}.`,
  ),
  'evidence-incomplete': kind<{ indicator: string }>(
    'error',
    'Bukti tanpa judul dan tanpa berkas',
    ({ indicator }) =>
      `Baris bukti indikator ${indicator} belum menyebut dokumen – judul dan berkas kosong – isi judul serta nama berkas atau tautannya.`,
  ),
  ...documentProblemKinds,
  ...explanationProblemKinds,
  'evidence-date-invalid': kind<{ indicator: string; found: string }>(
    'warning',
    'Tanggal bukti tidak dikenal',
    ({ indicator, found }) =>
      `Tanggal bukti indikator ${indicator} tidak dikenal – tertulis "${found}" – tulis hari, bulan, tahun, misalnya 17/08/2025 atau 17 Agustus 2025.`,
  ),
  ...mergeProblemKinds,
  'indicator-uncovered': kind<{ indicators: string; floor: number }>(
    'warning',
    'Indikator tanpa kertas kerja',
    ({ indicators, floor }) =>
      `Tidak ada berkas yang memuat indikator ${indicators} – dihitung sebagai tingkat ${floor} – tambahkan kertas kerja OPD yang menjawabnya.`,
  ),
  'questionnaire-untouched': kind<{ count: number; total: number; indicators: string }>(
    'warning',
    'Tingkat 0 pada kuesioner 2018',
    ({ count, total, indicators }) =>
      `Tingkat 0 pada ${count} dari ${total} indikator (${indicators}) – di kuesioner 2018 pilihan yang belum disentuh tersimpan sama dengan tingkat 0 – pastikan semuanya memang sudah dinilai.`,
  ),
  'cached-index-differs': kind<{
    figure: string;
    stored: string;
    computed: string;
    why: string;
    repair: string;
  }>(
    'warning',
    'Indeks di berkas berbeda',
    ({ figure, stored, computed, why, repair }) =>
      `${figure} yang tersimpan di berkas berbeda dari tingkatnya sendiri – tersimpan ${stored}, dihitung dan dipakai ${computed}; ${why} – ${repair}.`,
  ),
  'level-unproven': kind<{
    indicator: string;
    claimed: number;
    proven: number;
    stopsAt: number;
    lacking: string;
  }>(
    'warning',
    'Tingkat belum terbukti',
    ({ indicator, claimed, proven, stopsAt, lacking }) =>
      `Tingkat ${claimed} indikator ${indicator} belum terbukti – baru terbukti tingkat ${proven}; di tingkat ${stopsAt} belum ada yang dihitung untuk: ${lacking} – daftarkan dokumennya di lembar Bukti untuk tingkat ${stopsAt}, atau turunkan tingkatnya.`,
  ),
  'waiver-expired': kind<{ code: string; until: string; by: string }>(
    'error',
    'Pengecualian sudah lewat',
    ({ code, until, by }) =>
      `Pengecualian atas ${code} tidak berlaku lagi – diputuskan ${by} sampai ${formatDay(until)} – perbaiki temuannya, atau perbarui keputusannya di spbe.yaml.`,
  ),
  'waiver-unused': kind<{ code: string }>(
    'warning',
    'Pengecualian tidak terpakai',
    ({ code }) =>
      `Pengecualian atas ${code} tidak mengenai temuan apa pun – mungkin sudah diperbaiki, atau tempatnya salah tulis – hapus dari spbe.yaml, atau perbaiki tempatnya.`,
  ),
  'map-needed': kind<{ found: string; maps: string }>(
    'error',
    'Kolom lembar perlu disebut',
    ({ found, maps }) =>
      `Bukan kertas kerja spbe, tetapi dapat dibaca bila kolomnya disebut – ${found} – bila benar, ulangi dengan ${maps}.`,
  ),
  'map-unmatched': kind<{ found: string }>(
    'error',
    'Kolom di --map tidak cocok',
    ({ found }) =>
      `Kolom di --map tidak cocok dengan isi berkas – ${found} – perbaiki judulnya, atau sebut huruf kolomnya, misalnya --map "B=indikator,D=tingkat".`,
  ),
  'indicator-name-unclear': kind<{ found: string; indicator: string; name: string; instrument: string }>(
    'error',
    'Nama indikator tidak sama persis',
    ({ found, indicator, name, instrument }) =>
      `Nama indikator tidak sama persis; baris ini tidak ikut dihitung – tertulis "${found}", mungkin maksudnya ${indicator} (${name}) – samakan namanya dengan ${instrument}, atau tulis nomornya.`,
  ),
  'indicator-name-differs': kind<{ indicator: string; other: string; name: string }>(
    'warning',
    'Nomor dan nama indikator tidak cocok',
    ({ indicator, other, name }) =>
      `Nomor dan nama indikator tidak cocok; dibaca menurut nomornya, ${indicator} – di baris ini tertulis nama indikator ${other} (${name}) – bila nomornya hanya nomor urut, sebut kolom namanya di --map.`,
  ),
  ...externalProblemKinds,
  ...trendProblemKinds,
  ...actionPlanProblemKinds,
} satisfies Record<string, ProblemKind<never>>;

export type ProblemCode = keyof typeof problemKinds;
type DetailsOf<C extends ProblemCode> = Parameters<(typeof problemKinds)[C]['say']>[0];

/** Makes a problem with the message and severity of its kind. */
export function problem<C extends ProblemCode>(code: C, at: Place, details: DetailsOf<C>): Problem {
  const { severity, say } = problemKinds[code] as unknown as ProblemKind<Details>;
  const short = shorten(details);
  return { code, severity, message: say(short), at, details: short };
}

const longestFound = 200;

/** What was found is quoted; a text of a page or a megabyte is not. */
function shorten(details: Details): Details {
  const { found } = details;
  if (typeof found !== 'string' || found.length <= longestFound) return details;
  return { ...details, found: `${found.slice(0, longestFound)}…` };
}
