import type { Assessment } from '../assessment/merge.ts';
import { type Score, score } from '../assessment/score.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { type Conflict, isTarget } from '../plan/conflict.ts';
import { type Constraint, constraintOf } from '../plan/constraint.ts';
import type { Gap } from '../plan/gap.ts';
import type { GapResult } from '../plan/gap-result.ts';
import { lastDay } from '../plan/month.ts';
import { formatDay } from '../problem.ts';
import { formatMeasure } from './format-amount.ts';
import { formatNumber } from './number.ts';
import type { Block } from './report.ts';

/** A question without a plan, and why it has none. */
export interface Failed {
  readonly gap: Gap;
  readonly conflict: Conflict;
  /** What was to be reached, in words. */
  readonly named: string;
}

/** Why there is no plan, what can be reached, and what would do. */
export function conflictBlocks(assessment: Assessment, { groups }: GapResult, failed: Failed): Block[] {
  const { instrument } = assessment;
  const { gap, conflict, named } = failed;
  const show = ({ index, band }: Score) =>
    `${formatNumber(index, instrument.rounding.decimals)} (${band.name})`;
  const best = bestOf(assessment, gap, conflict);
  const highest = best ? `, paling tinggi ${show(best)}` : '';
  return [
    {
      kind: 'paragraph',
      text: `Target ${named} tidak dapat dicapai: indeks sekarang ${show(gap.from)}${highest}. ${adviceOf(conflict)}`,
      tone: 'bad',
    },
    { kind: 'paragraph', text: 'Yang bertentangan; tanpa salah satunya sisanya dapat dipenuhi:' },
    {
      kind: 'list',
      items: conflict.between.map((one) => describeConstraint(one, instrument, gap, groups)),
    },
    ...relief(conflict),
  ];
}

/** The most that the limits leave; null if not even they can be kept together. */
export function bestOf({ instrument, year }: Assessment, { from }: Gap, { best }: Conflict): Score | null {
  if (best === null) return null;
  const today = from.indicators.flatMap(({ id, level }): [string, number][] =>
    level === null ? [] : [[id, level]],
  );
  return score(instrument, new Map([...today, ...best]), year ?? undefined);
}

function adviceOf({ between }: Conflict): string {
  const has = (kind: Constraint['kind']) => between.some((one) => one.kind === kind);
  const ways = [
    ...(between.some(isTarget) ? ['pilih target yang lebih rendah'] : []),
    ...(has('deadline') ? ['beri waktu lebih lama'] : []),
    ...(has('budget') ? ['tambah anggaran'] : []),
    ...(has('capacity') ? ['tambah kapasitas OPD'] : []),
    ...(has('frozen') ? ['lepaskan indikator yang beku'] : []),
  ];
  const text = [ways.slice(0, -1).join(', '), ...ways.slice(-1)].filter((part) => part !== '').join(' atau ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function describeConstraint(
  one: Constraint,
  { indicators }: Instrument,
  { target }: Gap,
  groups: GapResult['groups'],
): string {
  const ids = (all: Iterable<string>) => formatIds([...all], indicators);
  switch (one.kind) {
    case 'index':
      return `target indeks ${target?.label}`;
    case 'group':
      return `target ${groups.find(({ group }) => group.id === one.group)?.label}`;
    case 'floor':
      return `setiap indikator minimal ${one.level}`;
    case 'underway':
      return `pekerjaan yang sedang berjalan diselesaikan: indikator ${ids(one.to.keys())}`;
    case 'frozen':
      return `indikator yang tidak boleh diubah: ${ids(one.indicators)}`;
    case 'budget':
      return `anggaran ${formatMeasure(one.amount, one.measure)}`;
    case 'deadline':
      return `semua selesai paling lambat ${formatDay(lastDay(one.end))}`;
    case 'capacity':
      return 'kapasitas OPD per triwulan';
  }
}

function relief({ between, possibleBy, enough }: Conflict): Block[] {
  const budget = constraintOf(between, 'budget');
  return [
    ...(possibleBy === null
      ? []
      : [`Bila batas waktunya dilonggarkan: paling cepat selesai ${formatDay(lastDay(possibleBy))}.`]),
    ...(budget && enough
      ? [`Bila anggarannya dilonggarkan: ${formatMeasure(enough, budget.measure)} sudah cukup.`]
      : []),
  ].map((text) => ({ kind: 'paragraph', text }));
}
