import type { Instrument } from '../instrument/instrument.ts';
import type { FollowedStep, Progress } from '../plan/progress.ts';
import type { StatedPlan } from '../plan/stated-plan.ts';
import { statusWords } from '../plan/step-status.ts';
import { formatDay, formatPlace, type Problem } from '../problem.ts';
import { nameIndicators } from './name-indicators.ts';
import { formatNumber, roundedNumber } from './number.ts';
import { severityCell } from './problems.ts';
import { countSteps, toProgressDocument } from './progress-document.ts';
import type { Block, Report } from './report.ts';
import { cautionOf } from './subject.ts';

/** An action plan that was read back, and what follows from it. */
export interface FollowedPlan {
  readonly instrument: Instrument;
  readonly stated: StatedPlan;
  readonly progress: Progress;
  readonly problems: readonly Problem[];
}

/** What is done, running, late and dropped, the index that follows, and what is left to the target. */
export function reportProgress(followed: FollowedPlan): Report {
  const { instrument, stated, progress, problems } = followed;
  const { steps } = progress;
  const subject = [stated.region, stated.year].filter((part) => part !== null && part !== '').join(' · ');
  const isOpen = ({ isLate, status }: FollowedStep) => status === 'open' && !isLate;
  const isRunning = ({ isLate, status }: FollowedStep) => status === 'running' && !isLate;
  const table = (title: string, takes: (step: FollowedStep) => boolean) =>
    stepTable(followed, title, steps.filter(takes));
  return {
    document: toProgressDocument(followed),
    blocks: [
      {
        kind: 'title',
        text: `${subject} – kemajuan rencana aksi`,
        subtitle: `${instrument.name} · keadaan per ${formatDay(progress.day)} · tingkat menurut isian sendiri`,
      },
      ...cautionOf(instrument),
      ...answer(followed),
      ...table('Terlambat', ({ isLate }) => isLate),
      ...table('Sedang berjalan, masih dalam waktu', isRunning),
      ...table('Belum dimulai, masih dalam waktu', isOpen),
      ...table('Selesai', ({ status }) => status === 'done'),
      ...table('Batal', ({ status }) => status === 'cancelled'),
      ...problemTable(problems),
    ],
    records: {
      columns:
        'langkah indikator nama dari ke opd batas status tanggal_selesai terlambat dihitung tambahan catatan'.split(
          ' ',
        ),
      rows: steps.map((step) => [
        ...[step.id, step.indicator, nameIndicators(instrument)(step.indicator).name],
        ...[step.from, step.to, step.opd, step.end, statusWords[step.status], step.finished],
        ...[step.isLate ? 'ya' : 'tidak', step.isCounted ? 'ya' : 'tidak'],
        ...[roundedNumber(step.gain, 4), step.note],
      ]),
    },
  };
}

function answer(followed: FollowedPlan): Block[] {
  const { instrument, stated, progress } = followed;
  const { from, reached, within, target, missing } = progress;
  const show = (value: typeof from.index) => formatNumber(value, instrument.rounding.decimals);
  const { open, running, done, cancelled, late, uncounted } = countSteps(followed);
  const held =
    uncounted > 0 ? ` ${uncounted} langkah selesai belum dihitung: tingkat di bawahnya belum selesai.` : '';
  const isLost = target !== null && within.index.compare(target) < 0;
  return [
    {
      kind: 'headline',
      label: `${show(from.index)} → ${show(reached.index)}`,
      value: `${done} dari ${progress.steps.length} langkah selesai`,
      verdict: reached.band.name,
    },
    {
      kind: 'paragraph',
      text: `${running} berjalan, ${open} belum dimulai, ${cancelled} batal; ${late} terlambat.${held}`,
      ...(late > 0 ? { tone: 'caution' as const } : {}),
    },
    {
      kind: 'paragraph',
      text: `Target: ${stated.targetLabel}.${missing === null ? '' : missing.n === 0n ? ' Indeksnya sudah tercapai.' : ` Masih kurang ${formatNumber(missing, 4)} poin indeks.`}`,
    },
    {
      kind: 'paragraph',
      text: `Bila semua langkah yang tidak batal selesai, indeks menjadi ${show(within.index)} (${within.band.name})${isLost ? '; target tidak tercapai. Susun rencana baru dengan "spbe gap"' : ''}.`,
      ...(isLost ? { tone: 'bad' as const } : {}),
    },
  ];
}

function stepTable({ instrument }: FollowedPlan, title: string, steps: readonly FollowedStep[]): Block[] {
  if (steps.length === 0) return [];
  const named = nameIndicators(instrument);
  return [
    { kind: 'section', text: `${title}: ${steps.length} langkah` },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Tingkat' },
        { header: 'Batas' },
        { header: 'Selesai' },
        { header: 'Tambahan', align: 'right' },
        { header: 'OPD', flexible: true, optional: true },
      ],
      rows: steps.map((step) => [
        { text: step.indicator },
        { text: named(step.indicator).shortName },
        { text: `${step.from} → ${step.to}` },
        { text: step.end === null ? '' : formatDay(step.end) },
        { text: step.finished === null ? '' : formatDay(step.finished) },
        {
          text: `+${formatNumber(step.gain, 4)}${step.status === 'done' && !step.isCounted ? ' (belum dihitung)' : ''}`,
        },
        { text: step.opd },
      ]),
    },
  ];
}

function problemTable(problems: readonly Problem[]): Block[] {
  if (problems.length === 0) return [];
  return [
    { kind: 'section', text: 'Masalah pada rencana aksi' },
    {
      kind: 'table',
      columns: [{ header: 'Berat' }, { header: 'Tempat' }, { header: 'Masalah', flexible: true }],
      rows: problems.map((one) => [
        severityCell(one),
        { text: formatPlace({ ...one.at, file: '' }) },
        { text: one.message },
      ]),
    },
  ];
}
