import { formatDay } from './problem.ts';
import { kind, type ProblemKind } from './problem-kind.ts';

type Part = 'Fakta' | 'Analisis';

/** How to mend an explanation that says too little. */
const asked: Readonly<Record<Part, string>> = {
  Fakta: 'tulis dokumen yang membuktikannya, nomor dan pasal atau halamannya, serta apa isinya',
  Analisis: 'jelaskan bagian mana dari fakta itu yang memenuhi kriteria tingkatnya',
};

/** Every problem that the rules on explanations, and on documents among each other, can find. */
export const explanationProblemKinds = {
  'explanation-short': kind<{ indicator: string; part: Part; level: number; words: number }>(
    'warning',
    'Penjelasan terlalu singkat',
    ({ indicator, part, level, words }) =>
      `${part} indikator ${indicator} terlalu singkat – ${words} kata untuk tingkat ${level} – ${asked[part]}.`,
  ),
  'explanation-copied': kind<{ indicator: string; part: Part; other: string; place: string }>(
    'warning',
    'Penjelasan disalin dari indikator lain',
    ({ indicator, part, other, place }) =>
      `${part} indikator ${indicator} hampir sama dengan indikator ${other} – bandingkan dengan ${place} – tulis yang khusus untuk indikator ${indicator}: dokumennya, pasal atau fiturnya, dan keadaannya.`,
  ),
  'explanation-unreferenced': kind<{ indicator: string; level: number }>(
    'warning',
    'Fakta tanpa dokumen',
    ({ indicator, level }) =>
      `Fakta indikator ${indicator} tidak menunjuk dokumen apa pun – tingkat ${level}, tanpa nomor, pasal, halaman, judul atau nama berkas – sebut dokumen di lembar Bukti yang membuktikannya, beserta pasal atau halamannya.`,
  ),
  'evidence-shared': kind<{
    indicator: string;
    document: string;
    indicators: string;
    uses: string;
    why: string;
  }>(
    'warning',
    'Satu dokumen untuk banyak hal',
    ({ document, indicators, uses, why }) =>
      `Dokumen "${document}" dipakai untuk indikator ${indicators} – ${why}; ada di ${uses} – pastikan isinya memang membuktikan masing-masing dan sebut halamannya, atau ganti dengan dokumen tersendiri.`,
  ),
  'evidence-same-content': kind<{ indicator: string; names: string; uses: string }>(
    'warning',
    'Dokumen yang sama dengan dua nama',
    ({ names, uses }) =>
      `Isi berkas-berkas ini persis sama – ${names}; ada di ${uses} – simpan satu saja dan sebut nama yang sama, atau ganti bila salah satunya keliru disalin.`,
  ),
  'evidence-uncited': kind<{ indicator: string; document: string; place: string }>(
    'info',
    'Bukti tidak disebut di penjelasan',
    ({ indicator, document, place }) =>
      `Bukti "${document}" tidak disebut di Fakta atau Analisis indikator ${indicator} – judul, nomor dan nama berkasnya tidak ada di ${place} – sebut dokumennya dan bagian yang membuktikan.`,
  ),
  'evidence-unlisted': kind<{ folder: string; count: number; names: string; opd: string }>(
    'info',
    'Berkas tidak didaftarkan',
    ({ folder, count, names }) =>
      `Berkas di ${folder} tidak didaftarkan di lembar Bukti – ${count} berkas: ${names} – daftarkan yang memang bukti, pindahkan yang bukan.`,
  ),
  'evidence-follow-up-early': kind<{
    indicator: string;
    document: string;
    date: string;
    review: string;
    years: number;
  }>(
    'warning',
    'Tindak lanjut terlalu cepat',
    ({ indicator, document, date, review, years }) =>
      `Tindak lanjut "${document}" (indikator ${indicator}) terlalu cepat – ${formatDay(date)}, reviunya ${formatDay(review)}, padahal diminta ${years} tahun sesudah reviu – pakai tindak lanjut yang lebih baru, atau daftarkan reviu yang mendahuluinya.`,
  ),
} satisfies Record<string, ProblemKind<never>>;
