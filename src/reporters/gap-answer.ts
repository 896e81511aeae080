import type { Fraction } from 'fraction.js';
import type { Assessment } from '../assessment/merge.ts';
import type { Gap } from '../plan/gap.ts';
import type { Aim, GapResult } from '../plan/gap-result.ts';
import { formatDay } from '../problem.ts';
import { formatChance, formatDays, formatMeasure, formatRupiah } from './format-amount.ts';
import { conflictBlocks } from './gap-conflict.ts';
import { pathSummary } from './gap-path.ts';
import { formatExact, formatNumber } from './number.ts';
import type { Block } from './report.ts';

/** `4,00`; `Sangat Baik (3,50) dan setiap indikator minimal 3`; `indeks tertinggi`. */
export function describeTargets({ gap, groups, floor, path, aim }: GapResult): string {
  const parts = [
    ...(path ? path.map(({ year, target }) => `${target.label} (${year})`) : []),
    ...(!path && gap.target ? [gap.target.label] : []),
    ...groups.map(({ label }) => label),
    ...(floor === null ? [] : [`setiap indikator minimal ${floor}`]),
    ...(aim === 'index' ? ['indeks tertinggi'] : []),
  ];
  return parts.join(parts.length > 2 ? ', ' : ' dan ');
}

/** Where the region is, where the plan leads, and what is proven of it. */
export function answerBlocks(assessment: Assessment, result: GapResult): Block[] {
  const { gap } = result;
  const show = (value: Fraction) => formatNumber(value, assessment.instrument.rounding.decimals);
  const from = `${show(gap.from.index)} (${gap.from.band.name})`;
  if (gap.status === 'reached') {
    const text = `Target ${describeTargets(result)} sudah tercapai: indeks sekarang ${from}, eksak ${formatExact(gap.from.index)}. Tidak ada langkah yang diperlukan; pertahankan buktinya.`;
    return [{ kind: 'paragraph', text, tone: 'good' }, ...secondFloor(result, show)];
  }
  if (gap.conflict && !result.path) {
    const named = describeTargets(result);
    return conflictBlocks(assessment, result, { gap, conflict: gap.conflict, named });
  }
  return [
    {
      kind: 'headline',
      label: `${show(gap.from.index)} → ${show(gap.reached.index)}`,
      value: `${gap.levelSteps} langkah tingkat`,
      verdict: gap.reached.band.name,
    },
    ...(result.path ? pathSummary(assessment, result.path) : proof(result)),
    ...limits(result),
    ...totals(result),
    ...(result.aim === 'steps' && limits(result).length === 0 ? baseline(gap) : []),
    ...secondFloor(result, show),
    ...robustness(result),
  ];
}

const superlatives: Record<Aim, { readonly best: string; readonly none: string }> = {
  steps: {
    best: 'paling sedikit',
    none: 'tidak ada rencana yang lebih murah (setiap langkah dihitung sama)',
  },
  effort: { best: 'paling ringan', none: 'tidak ada rencana dengan hari kerja lebih sedikit' },
  cost: { best: 'paling murah', none: 'tidak ada rencana dengan biaya lebih rendah' },
  opd: { best: 'melibatkan OPD paling sedikit', none: 'tidak ada rencana dengan lebih sedikit OPD' },
  indicators: {
    best: 'menyentuh indikator paling sedikit',
    none: 'tidak ada rencana dengan lebih sedikit indikator',
  },
  time: { best: 'paling cepat', none: 'tidak ada rencana yang selesai lebih awal' },
  index: { best: 'tertinggi', none: 'tidak ada rencana dalam batas ini dengan indeks lebih tinggi' },
};

function proof({ gap, aim }: GapResult): Block[] {
  const { best, none } = superlatives[aim];
  const raised = `${gap.steps.length} indikator dinaikkan.`;
  if (gap.optimal) {
    const value = gap.value && describeValue(gap.value, aim);
    const what = value ? `Terbukti ${best} (${value})` : `Terbukti ${best}`;
    return [{ kind: 'paragraph', text: `${what}: ${none}. ${raised}`, tone: 'good' }];
  }
  const left =
    gap.value && gap.bound && !gap.bound.equals(gap.value)
      ? ` Batas yang terbukti: ${describeBound(gap.bound, aim)}; selisih dengan rencana ini ${describeBound(gap.value.sub(gap.bound).abs(), aim)}.`
      : '';
  const text = `Belum terbukti ${best}; perlakukan sebagai usulan.${left} ${raised}`;
  return [{ kind: 'paragraph', text, tone: 'caution' }];
}

/** What the headline does not say already. */
function describeValue(value: Fraction, aim: Aim): string | null {
  return aim === 'steps' || aim === 'index' ? null : describeBound(value, aim);
}

function describeBound(value: Fraction, aim: Aim): string {
  const units: Partial<Record<Aim, string>> = {
    steps: 'langkah',
    effort: 'hari kerja',
    opd: 'OPD',
    indicators: 'indikator',
    time: 'bulan',
  };
  if (aim === 'cost') return formatRupiah(value);
  return aim === 'index' ? `${formatNumber(value.abs(), 4)} poin` : `${formatDays(value)} ${units[aim]}`;
}

function limits({ budget, until, kept, path }: GapResult): Block[] {
  const parts = [
    ...(budget ? [`paling banyak ${formatMeasure(budget.amount, budget.measure)}`] : []),
    ...(until === null
      ? []
      : [
          path
            ? `selesai paling lambat ${formatDay(until).replace(/ \d+$/, '')} tiap tahun`
            : `selesai paling lambat ${formatDay(until)}`,
        ]),
    ...kept.map(
      ({ indicator, reason, exempt }) =>
        `${exempt ? 'dikecualikan' : 'beku'}: indikator ${indicator} (${reason})`,
    ),
  ];
  return parts.length === 0 ? [] : [{ kind: 'paragraph', text: `Batas: ${parts.join('; ')}.` }];
}

function totals({ days, rupiah, assumption }: GapResult): Block[] {
  if (days === null || assumption === null) return [];
  const price = rupiah ? `, ${formatRupiah(rupiah)}` : '';
  return [
    { kind: 'paragraph', text: `Beban kerja: sekitar ${formatDays(days)} hari kerja${price}.` },
    { kind: 'paragraph', text: assumption, tone: 'soft' },
  ];
}

function baseline({ baseline: { lowestFirst }, levelSteps }: Gap): Block[] {
  const saved = lowestFirst.levelSteps - levelSteps;
  const more = saved > 0 ? `, ${saved} lebih banyak` : '';
  const text = `Pembanding, menaikkan yang terendah lebih dulu: ${lowestFirst.levelSteps} langkah${more}.`;
  return [{ kind: 'paragraph', text }];
}

/** The other official target beside the index. */
function secondFloor({ secondFloor: second }: GapResult, show: (value: Fraction) => string): Block[] {
  if (!second) return [];
  const { level, alone, both } = second;
  const name = `Target resmi yang lain, setiap indikator minimal ${level}`;
  const together =
    both.status === 'planned' && both.levelSteps !== alone.levelSteps
      ? ` Keduanya sekaligus: ${both.levelSteps} langkah, indeks ${show(both.reached.index)}.`
      : '';
  const text = {
    reached: `${name}: sudah terpenuhi.`,
    planned: `${name}: ${alone.levelSteps} langkah, indeks menjadi ${show(alone.reached.index)} (${alone.reached.band.name}).${together}`,
    impossible: `${name}: tidak dapat dipenuhi dalam batas ini.`,
  }[alone.status];
  return [{ kind: 'paragraph', text }];
}

function robustness({ robustness: found, gap }: GapResult): Block[] {
  if (!found) return [];
  const { risk, chance, confidence, margin, plainSteps, isMet } = found;
  const base = `Bila setiap langkah dapat gagal dengan peluang ${formatChance(risk)}, target bertahan dengan peluang ${formatChance(chance)}.`;
  if (confidence === null) {
    return [{ kind: 'paragraph', text: base, tone: chance.compare(0.5) < 0 ? 'caution' : 'plain' }];
  }
  if (!isMet) {
    const text = `Peluang ${formatChance(confidence)} tidak dapat dicapai dengan rencana mana pun dalam batas ini. ${base} Turunkan --confidence, target, atau risiko langkahnya.`;
    return [{ kind: 'paragraph', text, tone: 'bad' }];
  }
  const more = gap.levelSteps - plainSteps;
  const how =
    more > 0
      ? ` Untuk itu ${more} langkah lebih banyak, cadangan ${formatNumber(margin, 4)} poin.`
      : ' Tanpa langkah tambahan.';
  return [{ kind: 'paragraph', text: `${base}${how}`, tone: 'good' }];
}
