import { Fraction } from 'fraction.js';
import { groupBy } from '../assessment/group-by.ts';
import type { Assessment } from '../assessment/merge.ts';
import { lastDay, type Month, yearOf } from '../plan/month.ts';
import type { Schedule, Task } from '../plan/schedule.ts';
import { formatDay } from '../problem.ts';
import { formatDays } from './format-amount.ts';
import { formatMonth } from './format-month.ts';
import { nameIndicators } from './name-indicators.ts';
import { nameOpd } from './name-opd.ts';
import { formatNumber } from './number.ts';
import type { Block, Cell } from './report.ts';

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
      text: `Mulai ${formatMonth(first.start)}, selesai ${formatMonth(end)}${closing === null ? '' : `; batas ${formatDay(lastDay(closing))}`}. Urutan antarindikator (kebijakan, lalu penerapan, lalu audit) adalah pertimbangan kami${unkept > 0 ? `; ${unkept} urutan tidak terkejar dalam batas waktu` : ''}.`,
    },
    ganttTable(assessment, tasks, first.start, end),
    {
      kind: 'paragraph',
      text: 'Angka dalam batang = tingkat yang sedang dikerjakan. "Terlambat" = poin indeks yang hilang bila indikator itu tidak selesai pada waktunya.',
      tone: 'soft',
    },
    ...evidenceTable(assessment, tasks),
  ];
}

/** A row an indicator: its steps follow one another, and the figure in the bar is the level being worked on. */
function ganttTable(assessment: Assessment, tasks: readonly Task[], start: Month, end: Month): Block {
  const named = nameIndicators(assessment.instrument);
  const size = end - start + 1 > widest ? 3 : 1;
  return {
    kind: 'table',
    columns: [
      { header: 'No', align: 'right' },
      { header: 'Indikator', flexible: true },
      { header: drawRuler(start, end, size) },
      { header: 'Selesai' },
      { header: 'Terlambat', align: 'right' },
      { header: 'Hari', align: 'right', optional: true },
      { header: 'OPD', flexible: true, optional: true },
    ],
    rows: [...groupBy(tasks, (task) => task.indicator)].map(([indicator, climb]): Cell[] => {
      const owners = new Set(climb.flatMap(({ opd }) => opd ?? []));
      const days = climb.reduce((sum, { work }) => sum.add(work.days), new Fraction(0));
      const lost = climb.reduce((sum, { gain }) => sum.add(gain), new Fraction(0));
      return [
        { text: indicator },
        { text: named(indicator).shortName },
        { text: drawBar(climb, start, end, size) },
        { text: formatMonth(Math.max(...climb.map((task) => task.end))) },
        { text: `−${formatNumber(lost, 4)}` },
        { text: formatDays(days) },
        { text: [...owners].map((opd) => nameOpd(assessment.opd, opd)).join(', ') },
      ];
    }),
  };
}

/** One sign a month, or a quarter; where two steps share a quarter, that of the later one. */
function drawBar(climb: readonly Task[], from: Month, to: Month, size: 1 | 3): string {
  return slotsOf(from, to, size)
    .map((slot) => {
      const task = climb.findLast(({ start, end }) => slot * size <= end && (slot + 1) * size - 1 >= start);
      return task ? String(task.to) : '·';
    })
    .join('');
}

function slotsOf(from: Month, to: Month, size: 1 | 3): number[] {
  const first = Math.floor(from / size);
  return Array.from({ length: Math.floor(to / size) - first + 1 }, (_, index) => first + index);
}

/** `T1 T2 T3 T4` over months, `'26 '27` over quarters; a quarter or year that is cut short stays blank. */
function drawRuler(from: Month, to: Month, size: 1 | 3): string {
  const slots = slotsOf(from, to, size);
  const whole = size === 1 ? 3 : 4;
  const nameOf = (slot: number) =>
    size === 1 ? `T${(Math.floor(slot / 3) % 4) + 1}` : `'${String(yearOf(slot * 3)).slice(2)}`;
  return slots
    .map((slot) => {
      const first = slot - (slot % whole);
      const isNamed = slots.includes(first) && slots.includes(first + nameOf(slot).length - 1);
      return isNamed ? (nameOf(slot)[slot % whole] ?? ' ') : ' ';
    })
    .join('');
}

function evidenceTable({ instrument }: Assessment, tasks: readonly Task[]): Block[] {
  const named = nameIndicators(instrument);
  const asking = tasks.filter(({ evidence }) => evidence.length > 0);
  if (asking.length === 0) return [];
  const shown = asking.slice(0, mostListed);
  return [
    { kind: 'section', text: 'Bukti yang perlu disiapkan lebih dulu' },
    {
      kind: 'list',
      items: shown.map(
        ({ indicator, to, evidence }) =>
          `${indicator} ${named(indicator).shortName}, tingkat ${to}: ${evidence.map(({ text }) => text).join('; ')}`,
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
