import type { Assessment } from '../assessment/merge.ts';
import { lastDay, type Month, yearOf } from '../plan/month.ts';
import type { Schedule, Task } from '../plan/schedule.ts';
import { formatDays } from './format-amount.ts';
import { formatDate, formatMonth } from './format-date.ts';
import { formatNumber } from './number.ts';
import type { Block, Cell } from './report.ts';
import { indicatorsById } from './score.ts';

/** More months than this are drawn by quarters. */
const widest = 24;
/** Evidence is listed for the first steps only: the csv and json hold it all. */
const mostListed = 8;

/** The plan in time: a bar a step, what a delay costs, and the evidence that comes first. */
export function scheduleBlocks(assessment: Assessment, schedules: readonly Schedule[]): Block[] {
  const tasks = schedules.flatMap((one) => one.tasks);
  const [first] = schedules;
  if (!first || tasks.length === 0) return [];
  const closing = schedules.at(-1)?.closing ?? null;
  const end = Math.max(...schedules.map((one) => one.end));
  const unkept = schedules.flatMap((one) => one.unkept).length;
  return [
    { kind: 'section', text: 'Jadwal' },
    {
      kind: 'paragraph',
      text: `Mulai ${formatMonth(first.start)}, selesai ${formatMonth(end)}${closing === null ? '' : `; batas ${formatDate(lastDay(closing))}`}. Urutan antarindikator (kebijakan, lalu penerapan, lalu audit) adalah pertimbangan kami${unkept > 0 ? `; ${unkept} urutan tidak terkejar dalam batas waktu` : ''}.`,
    },
    ganttTable(assessment, tasks, first.start, end),
    {
      kind: 'paragraph',
      text: '"Terlambat" = poin indeks yang hilang bila langkah itu tidak selesai pada waktunya, termasuk langkah di atasnya.',
      tone: 'soft',
    },
    ...evidenceTable(assessment, tasks),
  ];
}

function ganttTable(assessment: Assessment, tasks: readonly Task[], start: Month, end: Month): Block {
  const named = indicatorsById(assessment.instrument);
  const isCoarse = end - start + 1 > widest;
  const ruler = isCoarse ? drawYears(start, end) : drawQuarters(start, end);
  return {
    kind: 'table',
    columns: [
      { header: 'No', align: 'right' },
      { header: 'Indikator', flexible: true },
      { header: 'Ke', align: 'center' },
      { header: ruler },
      { header: 'Selesai' },
      { header: 'Terlambat', align: 'right' },
      { header: 'Hari', align: 'right', optional: true },
      { header: 'OPD', flexible: true, optional: true },
    ],
    rows: tasks.map((task): Cell[] => [
      { text: task.indicator },
      { text: named.get(task.indicator)?.shortName ?? task.indicator },
      { text: String(task.to) },
      { text: drawBar(task, start, end, isCoarse ? 3 : 1) },
      { text: formatMonth(task.end) },
      { text: `−${formatNumber(task.delayPrice, 4)}` },
      { text: formatDays(task.work.days) },
      { text: task.opd === null ? '' : (assessment.opd.get(task.opd) ?? task.opd) },
    ]),
  };
}

/** One sign a month, or a quarter. */
function drawBar({ start, end }: Task, from: Month, to: Month, size: 1 | 3): string {
  const slots = slotsOf(from, to, size);
  return slots.map((slot) => (slot * size <= end && (slot + 1) * size - 1 >= start ? '█' : '·')).join('');
}

function slotsOf(from: Month, to: Month, size: 1 | 3): number[] {
  const first = Math.floor(from / size);
  return Array.from({ length: Math.floor(to / size) - first + 1 }, (_, index) => first + index);
}

/** `T1 T2 T3 T4`: three signs a quarter of months; the first quarter may be short. */
function drawQuarters(from: Month, to: Month): string {
  return slotsOf(from, to, 1)
    .map((month) =>
      month % 3 === 0
        ? 'T'
        : month % 3 === 1
          ? month === from
            ? ' '
            : String(Math.floor((month % 12) / 3) + 1)
          : ' ',
    )
    .join('')
    .trimEnd()
    .padEnd(2);
}

/** `2026202720282029`: four signs a year of quarters; a year cut short is left blank. */
function drawYears(from: Month, to: Month): string {
  const slots = slotsOf(from, to, 3);
  const text = slots.map((quarter) => {
    const year = String(yearOf(quarter * 3));
    const isWhole = slots.includes(quarter - (quarter % 4)) && slots.includes(quarter - (quarter % 4) + 3);
    return isWhole ? `'${year.slice(2)} `[quarter % 4] : ' ';
  });
  return text.join('');
}

function evidenceTable({ instrument }: Assessment, tasks: readonly Task[]): Block[] {
  const named = indicatorsById(instrument);
  const asking = tasks.filter(({ evidence }) => evidence.length > 0);
  if (asking.length === 0) return [];
  const shown = asking.slice(0, mostListed);
  return [
    { kind: 'section', text: 'Bukti yang perlu disiapkan lebih dulu' },
    {
      kind: 'list',
      items: shown.map(
        ({ indicator, to, evidence }) =>
          `${indicator} ${named.get(indicator)?.shortName ?? ''}, tingkat ${to}: ${evidence.map(({ text }) => text).join('; ')}`,
      ),
    },
    ...(asking.length > shown.length
      ? [
          {
            kind: 'paragraph' as const,
            text: `Bukti ${asking.length - shown.length} langkah berikutnya: --format csv, atau spbe explain <nomor>.`,
            tone: 'soft' as const,
          },
        ]
      : []),
  ];
}
