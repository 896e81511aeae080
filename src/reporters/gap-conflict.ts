import type { Fraction } from 'fraction.js';
import type { Assessment } from '../assessment/merge.ts';
import { score } from '../assessment/score.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Constraint } from '../plan/constraint.ts';
import type { Gap } from '../plan/gap.ts';
import type { GapResult } from '../plan/gap-result.ts';
import { lastDay } from '../plan/month.ts';
import { formatDay } from '../problem.ts';
import { formatMeasure } from './format-amount.ts';
import { describeTargets } from './gap-answer.ts';
import { formatNumber } from './number.ts';
import type { Block } from './report.ts';

/** Why there is no plan, what can be reached, and what would do. */
export function conflictBlocks(assessment: Assessment, result: GapResult, gap: Gap = result.gap): Block[] {
  const { instrument } = assessment;
  const { from, conflict } = gap;
  const show = (value: Fraction) => formatNumber(value, instrument.rounding.decimals);
  const today = `indeks sekarang ${show(from.index)} (${from.band.name})`;
  const best = conflict?.best ? bestIndex(assessment, gap) : null;
  const highest = best ? `, paling tinggi ${show(best.index)} (${best.band.name})` : '';
  const named = gap === result.gap ? describeTargets(result) : (gap.target?.label ?? '');
  const advice = conflict ? adviceOf(conflict.between) : '';
  const clash = conflict?.between ?? [];
  return [
    {
      kind: 'paragraph',
      text: `Target ${named} tidak dapat dicapai: ${today}${highest}. ${advice}`.trim(),
      tone: 'bad',
    },
    ...(clash.length > 1
      ? [
          {
            kind: 'paragraph' as const,
            text: 'Yang bertentangan; tanpa salah satunya sisanya dapat dipenuhi:',
          },
          { kind: 'list' as const, items: clash.map((one) => describeConstraint(one, assessment, result)) },
        ]
      : []),
    ...relief(gap),
  ];
}

function bestIndex({ instrument, year }: Assessment, { from, conflict }: Gap) {
  const today = from.indicators.flatMap(({ id, level }): [string, number][] =>
    level === null ? [] : [[id, level]],
  );
  return score(instrument, new Map([...today, ...(conflict?.best ?? [])]), year ?? undefined);
}

function adviceOf(between: readonly Constraint[]): string {
  const has = (kind: Constraint['kind']) => between.some((one) => one.kind === kind);
  const ways = [
    'pilih target yang lebih rendah',
    ...(has('deadline') ? ['beri waktu lebih lama'] : []),
    ...(has('budget') ? ['tambah anggaran'] : []),
    ...(has('capacity') ? ['tambah kapasitas OPD'] : []),
    ...(has('frozen') ? ['lepaskan indikator yang beku'] : []),
  ];
  const text = ways.length > 1 ? `${ways.slice(0, -1).join(', ')} atau ${ways.at(-1)}` : (ways[0] ?? '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function describeConstraint(one: Constraint, { instrument }: Assessment, { gap, groups }: GapResult): string {
  const ids = (all: Iterable<string>) => formatIds([...all], instrument.indicators);
  switch (one.kind) {
    case 'index':
      return `target indeks ${gap.target?.label ?? ''}`;
    case 'group':
      return `target ${groups.find(({ group }) => group.id === one.group)?.label ?? one.group}`;
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

function relief({ conflict, question }: Gap): Block[] {
  if (!conflict) return [];
  const budget = question.constraints.find((one) => one.kind === 'budget');
  const { possibleBy, enough } = conflict;
  return [
    ...(possibleBy === null
      ? []
      : [`Bila batas waktunya dilonggarkan: paling cepat selesai ${formatDay(lastDay(possibleBy))}.`]),
    ...(enough === null || !budget
      ? []
      : [`Bila anggarannya dilonggarkan: ${formatMeasure(enough, budget.measure)} sudah cukup.`]),
  ].map((text) => ({ kind: 'paragraph', text }));
}
