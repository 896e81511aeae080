import type { Fraction } from 'fraction.js';
import type { Assessment } from '../assessment/merge.ts';
import { exact, type Score } from '../assessment/score.ts';
import type { GapDocument } from '../contract/gap.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Gap } from '../plan/gap.ts';
import { settlementBlocks } from './conflict-range.ts';
import { exactText, formatExact, formatNumber, roundedNumber } from './number.ts';
import { problemSummary } from './problems.ts';
import type { Block, Report } from './report.ts';
import { indicatorsById, opdName } from './score.ts';
import { cautionOf, describeSubject, fileNotes, openDocument } from './subject.ts';

const mostCostly = 10;

/** The distance to a target, the cheapest plan that closes it, and what it means for aspects and OPD. */
export function reportGap(assessment: Assessment, gap: Gap): Report {
  const { instrument } = assessment;
  return {
    document: toDocument(assessment, gap),
    blocks: [
      {
        kind: 'title',
        text: `${describeSubject(assessment)} – rencana menuju ${gap.target.label}`,
        subtitle: `${instrument.name} · menurut isian sendiri, belum menurut penilaian asesor`,
      },
      ...cautionOf(assessment.instrument),
      ...fileNotes(assessment),
      ...answer(assessment, gap),
      ...settlementBlocks(assessment),
      ...(gap.status === 'planned'
        ? [...planTable(assessment, gap), ...aspectTable(gap), ...opdTable(assessment, gap)]
        : []),
      ...lossTable(assessment, gap),
      ...remarks(assessment, gap),
    ],
    records: toRecords(assessment, gap),
  };
}

function answer({ instrument }: Assessment, gap: Gap): Block[] {
  const show = (value: Fraction) => formatNumber(value, instrument.rounding.decimals);
  const from = `${show(gap.from.index)} (${gap.from.band.name})`;
  if (gap.status === 'reached') {
    return [
      {
        kind: 'paragraph',
        text: `Target ${gap.target.label} sudah tercapai: indeks sekarang ${from}, eksak ${formatExact(gap.from.index)}. Tidak ada langkah yang diperlukan; pertahankan buktinya.`,
        tone: 'good',
      },
    ];
  }
  if (gap.status === 'impossible') {
    return [
      {
        kind: 'paragraph',
        text: `Target ${gap.target.label} tidak dapat dicapai: indeks sekarang ${from}, paling tinggi ${show(gap.reached.index)}. Pilih target yang lebih rendah.`,
        tone: 'bad',
      },
    ];
  }
  const { lowestFirst } = gap.baseline;
  const saved = lowestFirst.levelSteps - gap.levelSteps;
  return [
    {
      kind: 'headline',
      label: `${show(gap.from.index)} → ${show(gap.reached.index)}`,
      value: `${gap.levelSteps} langkah tingkat`,
      verdict: gap.reached.band.name,
    },
    {
      kind: 'paragraph',
      text: gap.optimal
        ? `Terbukti paling sedikit: tidak ada rencana yang lebih murah (setiap langkah dihitung sama). ${gap.steps.length} indikator dinaikkan.`
        : 'Belum terbukti paling sedikit; perlakukan sebagai usulan.',
      tone: gap.optimal ? 'good' : 'caution',
    },
    {
      kind: 'paragraph',
      text: `Pembanding, menaikkan yang terendah lebih dulu: ${lowestFirst.levelSteps} langkah${saved > 0 ? `, ${saved} lebih banyak` : ''}.`,
    },
  ];
}

function planTable(assessment: Assessment, gap: Gap): Block[] {
  const named = indicatorsById(assessment.instrument);
  const { decimals } = assessment.instrument.scale;
  const level = (value: number) => formatNumber(exact(value), decimals);
  return [
    { kind: 'section', text: 'Rencana: indikator yang dinaikkan' },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Tingkat', align: 'center' },
        { header: 'Langkah', align: 'right' },
        { header: 'Tambahan', align: 'right' },
        { header: 'OPD', flexible: true, optional: true },
      ],
      rows: gap.steps.map((step) => [
        { text: step.indicator },
        { text: named.get(step.indicator)?.shortName ?? step.indicator },
        { text: `${level(step.from)} → ${level(step.to)}`, tone: 'strong' },
        { text: String(step.requires.length) },
        { text: `+${formatNumber(step.gain, 4)}` },
        { text: opdName(assessment, step.indicator) ?? '' },
      ]),
    },
  ];
}

function aspectTable(gap: Gap): Block[] {
  return [
    { kind: 'section', text: 'Artinya per aspek' },
    {
      kind: 'table',
      columns: [
        { header: 'Aspek', flexible: true },
        { header: 'Sekarang', align: 'right' },
        { header: 'Menjadi', align: 'right' },
        { header: 'Langkah', align: 'right' },
      ],
      rows: gap.byAspect.map(({ group, from, to, steps }) => [
        { text: group.name },
        { text: formatNumber(from, 2) },
        { text: formatNumber(to, 2), tone: steps > 0 ? 'good' : 'plain' },
        { text: steps === 0 ? '–' : String(steps) },
      ]),
    },
  ];
}

function opdTable(assessment: Assessment, gap: Gap): Block[] {
  if (gap.byOpd.every(({ opd }) => opd === null)) return [];
  return [
    { kind: 'section', text: 'Artinya per OPD' },
    {
      kind: 'table',
      columns: [
        { header: 'OPD', flexible: true },
        { header: 'Langkah', align: 'right' },
        { header: 'Tambahan', align: 'right' },
        { header: 'Indikator', flexible: true },
      ],
      rows: gap.byOpd.map(({ opd, levelSteps, gain, indicators }) => [
        { text: opd === null ? 'Belum ada OPD' : (assessment.opd.get(opd) ?? opd) },
        { text: String(levelSteps) },
        { text: `+${formatNumber(gain, 4)}` },
        { text: indicators.join(', ') },
      ]),
    },
  ];
}

function lossTable(assessment: Assessment, gap: Gap): Block[] {
  const named = indicatorsById(assessment.instrument);
  const levels = new Map(gap.from.indicators.map(({ id, level }) => [id, level]));
  const losses = gap.losses.slice(0, mostCostly);
  if (losses.length === 0) return [];
  return [
    { kind: 'section', text: 'Yang paling menahan indeks sekarang' },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Tingkat', align: 'center' },
        { header: 'Poin hilang', align: 'right' },
      ],
      rows: losses.map(({ indicator, lost }) => [
        { text: indicator },
        { text: named.get(indicator)?.shortName ?? indicator },
        { text: String(levels.get(indicator) ?? 'kosong') },
        { text: formatNumber(lost, 4) },
      ]),
    },
  ];
}

function remarks({ instrument, problems }: Assessment, { from }: Gap): Block[] {
  const blocks: Block[] = [];
  if (from.unanswered.length > 0) {
    blocks.push({
      kind: 'paragraph',
      text: `${from.unanswered.length} indikator belum bertingkat dan dihitung tingkat ${instrument.scale.floor}: ${formatIds(from.unanswered, instrument.indicators)}. Isi dulu agar rencananya tepat.`,
      tone: 'caution',
    });
  }
  return [...blocks, ...problemSummary(problems)];
}

function toDocument(assessment: Assessment, gap: Gap): GapDocument {
  const { decimals } = assessment.instrument.rounding;
  const named = indicatorsById(assessment.instrument);
  const shown = (value: Fraction) => roundedNumber(value, decimals);
  const result = ({ index, band }: Score) => ({
    index: shown(index),
    indexExact: exactText(index),
    predicate: band.name,
  });
  const { lowestFirst } = gap.baseline;
  return {
    ...openDocument(assessment),
    status: gap.status,
    from: result(gap.from),
    target: { indexExact: exactText(gap.target.index), label: gap.target.label },
    reached: result(gap.reached),
    steps: gap.steps.map(({ indicator, from, to, gain, cost, opd, requires }) => ({
      indicator,
      name: named.get(indicator)?.name ?? indicator,
      from,
      to,
      gain: roundedNumber(gain, 4),
      gainExact: exactText(gain),
      cost,
      opd,
      requires: requires.map((one) => ({ ...one })),
    })),
    levelSteps: gap.levelSteps,
    cost: gap.cost,
    optimal: gap.optimal,
    baseline: {
      lowestFirst: {
        levelSteps: lowestFirst.levelSteps,
        cost: lowestFirst.cost,
        index: shown(lowestFirst.reached),
        indexExact: exactText(lowestFirst.reached),
      },
    },
    byAspect: gap.byAspect.map(({ group, from, to, steps }) => ({
      id: group.id,
      name: group.name,
      from: shown(from),
      to: shown(to),
      levelSteps: steps,
    })),
    byOpd: gap.byOpd.map(({ opd, indicators, levelSteps, gain }) => ({
      opd,
      indicators: [...indicators],
      levelSteps,
      gain: roundedNumber(gain, 4),
      gainExact: exactText(gain),
    })),
    losses: gap.losses.map(({ indicator, lost }) => ({
      indicator,
      lost: roundedNumber(lost, 4),
      lostExact: exactText(lost),
    })),
    unanswered: [...gap.from.unanswered],
    problems: assessment.problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
}

function toRecords(assessment: Assessment, gap: Gap) {
  const named = indicatorsById(assessment.instrument);
  return {
    columns: ['indikator', 'nama', 'dari', 'ke', 'langkah', 'tambahan', 'biaya', 'opd', 'catatan'],
    rows: gap.steps.map(({ indicator, from, to, gain, cost, opd, requires }) => [
      indicator,
      named.get(indicator)?.name ?? '',
      from,
      to,
      requires.length,
      roundedNumber(gain, 4),
      cost,
      opd,
      assessment.answers.get(indicator)?.note ?? null,
    ]),
  };
}
