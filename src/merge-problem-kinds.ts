import { kind, type ProblemKind } from './problem-kind.ts';

/** On answers of several OPD, and on workbooks that come twice or not at all. */
export const mergeProblemKinds = {
  'answer-conflict': kind<{ indicator: string; answers: string; used: string; lead: string }>(
    'error',
    'Jawaban OPD bertentangan',
    ({ indicator, answers, used, lead }) =>
      `Jawaban indikator ${indicator} bertentangan – ${answers}; ${used} – sepakati satu tingkat lalu samakan isiannya, atau ${lead}.`,
  ),
  'answer-overruled': kind<{ indicator: string; found: string; used: string; by: string }>(
    'info',
    'Jawaban OPD tidak dipakai',
    ({ indicator, found, used, by }) =>
      `Jawaban indikator ${indicator} di sini tidak dipakai – tertulis ${found}, dipakai ${used} menurut ${by} – samakan isiannya bila sudah sepakat.`,
  ),
  'answer-unassigned': kind<{ indicator: string; opd: string }>(
    'warning',
    'Jawaban dari OPD yang tidak ditugasi',
    ({ indicator, opd }) =>
      `Indikator ${indicator} dijawab oleh OPD yang tidak ditugasi – ${opd} tidak memegangnya di spbe.yaml – tambahkan ke indicators OPD itu di spbe.yaml, atau kosongkan isian ini.`,
  ),
  'workbook-duplicate': kind<{ other: string; differs: string }>(
    'error',
    'Dua versi kertas kerja yang berbeda isinya',
    ({ other, differs }) =>
      `Berkas ini dan ${other} adalah kertas kerja yang sama dengan isi berbeda; keduanya ikut dihitung – ${differs} – pilih isi yang benar, gabungkan ke satu berkas, lalu pindahkan yang lain dari folder.`,
  ),
  'workbook-superseded': kind<{ used: string; how: string }>(
    'info',
    'Salinan kertas kerja',
    ({ used, how }) =>
      `Berkas ini salinan dari ${used} dan tidak ikut dihitung – ${how}, semua isinya ada di sana – pindahkan dari folder bila tidak diperlukan.`,
  ),
  'workbook-missing': kind<{ opd: string; name: string; indicators: string; points: string }>(
    'warning',
    'Kertas kerja OPD belum ada',
    ({ opd, name, indicators, points }) =>
      `Kertas kerja ${name} (${opd}) belum ada – memegang indikator ${indicators}, paling banyak ${points.replace('.', ',')} poin indeks – minta OPD mengirimkannya, lalu simpan di folder kertas-kerja.`,
  ),
} satisfies Record<string, ProblemKind<never>>;
