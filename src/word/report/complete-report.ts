import type { ReportDocument } from '../../contract/report.ts';
import type { Piece } from '../piece.ts';
import { actionPlan } from './action-plan.ts';
import { cover } from './cover.ts';
import { indicatorDetails } from './indicator-details.ts';
import { method } from './method.ts';
import { origins } from './origins.ts';
import { recommendations } from './recommendations.ts';
import { results } from './results.ts';
import { strengths } from './strengths.ts';
import { summary } from './summary.ts';

const chapters: readonly {
  readonly title: string;
  readonly write: (document: ReportDocument) => readonly Piece[];
}[] = [
  { title: 'Ringkasan eksekutif', write: summary },
  { title: 'Hasil penilaian', write: results },
  { title: 'Kekuatan dan kelemahan', write: strengths },
  { title: 'Rekomendasi', write: recommendations },
  { title: 'Rencana aksi', write: actionPlan },
  { title: 'Cara menghitung dan sumber', write: method },
  { title: 'Lampiran A. Rincian per indikator', write: indicatorDetails },
  { title: 'Lampiran B. Asal angka', write: origins },
];

const contentsHint =
  'Nomor halaman muncul setelah daftar ini diperbarui: klik di dalam daftar, lalu tekan F9 (di LibreOffice: klik kanan, Perbarui Indeks).';

/** Everything, for the coordinator: each chapter on a new page. */
export function completeReport(document: ReportDocument): Piece[] {
  return [
    ...cover(document),
    { kind: 'text', style: 'contentsTitle', text: 'Daftar isi', newPage: true },
    { kind: 'contents', hint: contentsHint },
    ...chapters.flatMap(({ title, write }): Piece[] => [
      { kind: 'heading', level: 1, text: title, newPage: true },
      ...write(document),
    ]),
  ];
}
