import type { Fraction } from 'fraction.js';
import type { Evaluation } from '../assessment/evaluate.ts';
import type { LossReason } from '../assessment/loss-reason.ts';
import type { Assessment } from '../assessment/merge.ts';
import type { Review } from '../assessment/review.ts';
import type { Levels, Score } from '../assessment/score.ts';
import { formatIds } from '../instrument/id-list.ts';
import { formatNumber } from './number.ts';
import type { Block, Cell } from './report.ts';

/** Why a claimed level is not proven, as the reader meets it: after "−0,84". */
export const lossWords: Readonly<Record<LossReason, string>> = {
  'no-evidence': 'tanpa bukti',
  'item-missing': 'butir wajib belum ada',
  file: 'berkas tidak ada atau tidak terbaca',
  'other-object': 'dokumen lain dari yang diminta',
  draft: 'masih draf',
  'not-legal': 'belum sah: tanpa tanda tangan, nomor, atau tanggal',
  outdated: 'kedaluwarsa',
  'wrong-date': 'tanggal tidak cocok',
  refused: 'ditolak asesor',
  revise: 'diminta perbaikan oleh asesor',
};

/** Whether the files were looked at, not merely the lists of them. */
export function isExamined({ documents }: Review): boolean {
  return documents.every(({ located }) => located.kind !== 'unexamined');
}

/** Proven level by indicator; empty if the evidence was not looked at. An indicator without a list of evidence has none. */
export function provenLevelsById({ proven, review }: Evaluation): Levels {
  return new Map(proven === null ? [] : review?.proven.map((one) => [one.id, one.proven]));
}

/** The claimed, proven and assessed index side by side, and what takes the points between the first two. */
export function provenBlocks(assessment: Assessment, evaluation: Evaluation): Block[] {
  const { claimed, proven, assessed, review } = evaluation;
  if (proven === null || review === null) return [];
  const { decimals } = assessment.instrument.rounding;
  return [
    { kind: 'section', text: 'Diklaim, terbukti, dan menurut asesor' },
    {
      kind: 'table',
      columns: [
        { header: '' },
        { header: 'Indeks', align: 'right' },
        { header: 'Predikat' },
        { header: 'Selisih', align: 'right' },
      ],
      rows: [
        indexRow('Diklaim', claimed, null, decimals),
        indexRow('Terbukti oleh bukti', proven, claimed.index, decimals),
        ...(assessed ? [indexRow('Menurut asesor internal', assessed, claimed.index, decimals)] : []),
      ],
    },
    ...lossTable(assessment, review, decimals),
    ...remarks(assessment, evaluation, review),
  ];
}

function indexRow(label: string, { index, band }: Score, from: Fraction | null, decimals: number): Cell[] {
  return [
    { text: label, tone: 'strong' },
    { text: formatNumber(index, decimals), tone: 'strong' },
    { text: band.name },
    { text: from === null ? '' : formatChange(index.sub(from), 4) },
  ];
}

/** `−0,8400`, `+0,0500`; `0` for no change. */
function formatChange(change: Fraction, decimals: number): string {
  if (change.equals(0)) return '0';
  return `${change.compare(0) < 0 ? '−' : '+'}${formatNumber(change.abs(), decimals)}`;
}

function lossTable({ instrument }: Assessment, { losses }: Review, decimals: number): Block[] {
  if (losses.length === 0) return [];
  const costly = losses.toSorted((a, b) => b.points.compare(a.points));
  return [
    {
      kind: 'table',
      columns: [
        { header: 'Sebab', flexible: true },
        { header: 'Poin', align: 'right' },
        { header: 'Indikator', flexible: true },
      ],
      rows: costly.map(({ reason, points, indicators }) => [
        { text: lossWords[reason] },
        { text: `−${formatNumber(points, Math.max(4, decimals))}` },
        { text: formatIds(indicators, instrument.indicators) },
      ]),
    },
  ];
}

function remarks(assessment: Assessment, { assessedLevels, assessed }: Evaluation, review: Review): Block[] {
  const answered = [...assessment.answers.values()].filter(({ level }) => level !== null).length;
  const texts = [
    ...(review.losses.length === 0
      ? ['Semua tingkat yang diklaim terbukti oleh dokumen yang terdaftar.']
      : []),
    ...(isExamined(review)
      ? []
      : [
          'Berkas bukti belum diperiksa, hanya daftarnya: jalankan di folder proyek supaya isinya ikut dinilai.',
        ]),
    ...(assessed === null && assessedLevels.size > 0
      ? [
          `Asesor internal baru menilai ${assessedLevels.size} dari ${answered} indikator; indeksnya menyusul.`,
        ]
      : []),
  ];
  return texts.map((text) => ({ kind: 'paragraph', text, tone: 'soft' }));
}
