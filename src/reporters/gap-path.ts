import { Fraction } from 'fraction.js';
import type { Assessment } from '../assessment/merge.ts';
import { exact } from '../assessment/score.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { GapResult } from '../plan/gap-result.ts';
import type { PathYear } from '../plan/path.ts';
import { climbedRungs } from '../plan/rungs.ts';
import { formatDays } from './format-amount.ts';
import { conflictBlocks } from './gap-conflict.ts';
import { scheduleBlocks } from './gap-schedule.ts';
import { nameIndicators } from './name-indicators.ts';
import { formatNumber } from './number.ts';
import type { Block } from './report.ts';

/** Year by year: where it leads and what it takes. */
export function pathSummary(assessment: Assessment, path: readonly PathYear[]): Block[] {
  const allProven = path.every(({ gap }) => gap.optimal || gap.status === 'impossible');
  return [
    {
      kind: 'paragraph',
      text: allProven
        ? 'Setiap tahun terbukti yang terbaik, berangkat dari hasil tahun sebelumnya.'
        : 'Tidak semua tahun terbukti yang terbaik; perlakukan sebagai usulan.',
      tone: allProven ? 'good' : 'caution',
    },
    yearTable(assessment, path),
  ];
}

/** Which indicators each year raises, and when; where the path ends early, why. */
export function pathBlocks(
  assessment: Assessment,
  result: GapResult,
  path: NonNullable<GapResult['path']>,
): Block[] {
  return [
    ...path.flatMap(({ year, target, gap }): Block[] =>
      gap.conflict
        ? [
            {
              kind: 'paragraph',
              text: `Tahun ${year} dan sesudahnya belum dapat direncanakan.`,
              tone: 'bad',
            },
            ...conflictBlocks(assessment, result, { gap, conflict: gap.conflict, named: target.label }),
          ]
        : [],
    ),
    ...path.flatMap((one) => yearBlocks(assessment, one)),
    ...scheduleBlocks(
      assessment,
      path.flatMap(({ schedule }) => schedule ?? []),
    ),
  ];
}

function yearTable({ instrument }: Assessment, path: readonly PathYear[]): Block {
  const show = (value: Fraction) => formatNumber(value, instrument.rounding.decimals);
  return {
    kind: 'table',
    columns: [
      { header: 'Tahun' },
      { header: 'Target', flexible: true },
      { header: 'Indeks', align: 'center' },
      { header: 'Predikat' },
      { header: 'Langkah', align: 'right' },
      { header: 'Indikator', align: 'right' },
      { header: 'Hari kerja', align: 'right', optional: true },
    ],
    rows: path.map(({ year, target, gap }) => [
      { text: String(year) },
      { text: target.label },
      gap.status === 'impossible'
        ? { text: 'tidak tercapai', tone: 'bad' }
        : { text: `${show(gap.from.index)} → ${show(gap.reached.index)}`, tone: 'strong' },
      { text: gap.reached.band.name },
      { text: String(gap.levelSteps) },
      { text: String(gap.steps.length) },
      { text: daysOf(gap) },
    ]),
  };
}

function daysOf({ question, plan }: PathYear['gap']): string {
  let sum = new Fraction(0);
  for (const { work } of climbedRungs(question.ladders, plan)) {
    if (!work) return '–';
    sum = sum.add(work.days);
  }
  return formatDays(sum);
}

/** Which indicators a year raises, those of the same climb together: `1 → 2: 3, 7–9`. */
function yearBlocks({ instrument }: Assessment, { year, gap }: PathYear): Block[] {
  if (gap.steps.length === 0) return [];
  const named = nameIndicators(instrument);
  const level = (value: number) => formatNumber(exact(value), instrument.scale.decimals);
  const climbs = new Map<string, string[]>();
  const order = instrument.indicators.map(({ id }) => id);
  const steps = gap.steps.toSorted((a, b) => order.indexOf(a.indicator) - order.indexOf(b.indicator));
  for (const { indicator, from, to } of steps) {
    const climb = `${level(from)} → ${level(to)}`;
    climbs.set(climb, [...(climbs.get(climb) ?? []), indicator]);
  }
  return [
    { kind: 'section', text: `Yang dinaikkan tahun ${year}` },
    {
      kind: 'table',
      columns: [
        { header: 'Tingkat', align: 'center' },
        { header: 'Indikator', flexible: true },
      ],
      rows: [...climbs]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([climb, ids]) => [
          { text: climb, tone: 'strong' },
          {
            text:
              ids.length <= 4
                ? ids.map((id) => `${id} ${named(id).shortName}`).join('; ')
                : `${ids.length} indikator: ${formatIds(ids, instrument.indicators)}`,
          },
        ]),
    },
  ];
}
