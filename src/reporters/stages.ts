import { exact } from '../assessment/score.ts';
import { stageWords } from '../assessment/stage.ts';
import type { StageResult, StageStep } from '../assessment/stages.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Problem } from '../problem.ts';
import { problemTable } from './external.ts';
import { nameIndicators } from './name-indicators.ts';
import { formatChange, formatExact, formatNumber } from './number.ts';
import type { Block, Cell, Column, Report } from './report.ts';
import { stagesDocumentOf, stagesRecords } from './stages-document.ts';
import { cautionOf } from './subject.ts';
import { capital } from './trend-words.ts';

export interface Compared {
  readonly instrument: Instrument;
  readonly region: string | null;
  readonly year: number | null;
  readonly stages: readonly StageResult[];
  readonly steps: readonly StageStep[];
  /** Stored results that give way to what the workbooks say. */
  readonly unused: readonly string[];
  /** Why no workbooks take part; null if they do, or were not asked for. */
  readonly skipped: string | null;
  readonly problems: readonly Problem[];
}

/** The stages side by side: what changed, what it is worth, and why. */
export function reportStages(compared: Compared): Report {
  const { instrument, region, year, stages, steps, problems } = compared;
  const whole = steps.at(-1);
  return {
    document: stagesDocumentOf(compared),
    blocks: [
      {
        kind: 'title',
        text: ['Perbandingan tahap', region, year].filter((part) => part !== null).join(' · '),
        subtitle: instrument.name,
      },
      ...cautionOf(instrument),
      summaryTable(compared),
      ...remarks(compared),
      ...(whole ? [...indicatorTable(instrument, stages, whole), ...aspectTable(instrument, whole)] : []),
      ...problemTable(problems.filter(({ code }) => code.startsWith('external-'))),
    ],
    records: stagesRecords(compared),
  };
}

const right = (header: string): Column => ({ header, align: 'right' });
const middle = (header: string): Column => ({ header, align: 'center' });

function summaryTable({ instrument, stages, steps }: Compared): Block {
  const { decimals } = instrument.rounding;
  return {
    kind: 'table',
    columns: [
      { header: 'Tahap' },
      right('Indeks'),
      { header: 'Predikat' },
      right('Perubahan'),
      { header: 'Sumber', flexible: true },
    ],
    rows: stages.map(({ stage, index, band, source }, position) => {
      const step = position === 0 ? undefined : steps[position - 1];
      return [
        { text: stageWords[stage], tone: 'strong' },
        { text: formatNumber(index, decimals), tone: 'strong' },
        { text: band?.name ?? '–' },
        { text: step ? formatChange(step.difference, decimals) : '' },
        { text: source },
      ];
    }),
  };
}

function remarks({ instrument, stages, steps, unused, skipped }: Compared): Block[] {
  const caution = (text: string): Block => ({ kind: 'paragraph', text, tone: 'caution' });
  const exactOnes = steps.map(
    ({ from, to, difference }) => `${stageWords[from]} → ${stageWords[to]} ${formatChange(difference, 4)}`,
  );
  return [
    { kind: 'paragraph', text: `Dari nilai eksak: ${exactOnes.join('; ')}.`, tone: 'soft' },
    ...(skipped === null ? [] : [caution(`Kertas kerja tidak ikut dibaca. ${skipped}`)]),
    ...unused.map((file) => caution(`${file} tidak dipakai: kertas kerja sudah memuat tahap itu.`)),
    ...stages
      .filter(({ carried }) => carried.length > 0)
      .map(({ stage, carried }) =>
        caution(
          `Tahap ${stageWords[stage]} tidak memuat ${carried.length} indikator, tingkatnya tetap seperti tahap sebelumnya: ${formatIds(carried, instrument.indicators)}.`,
        ),
      ),
    ...stages
      .filter(({ levels }) => levels === null)
      .map(({ stage }) =>
        caution(
          `Hasil tahap ${stageWords[stage]} hanya memuat aspek, jadi tidak dapat dirinci per indikator.`,
        ),
      ),
  ];
}

function indicatorTable(instrument: Instrument, stages: readonly StageResult[], whole: StageStep): Block[] {
  if (whole.indicators === null) return [];
  const named = nameIndicators(instrument);
  const shown = stages.filter(({ levels }) => levels !== null);
  const changed = whole.indicators.toSorted((a, b) => a.points.compare(b.points));
  const reasoned = changed.some(({ id }) => reasonOf(shown, id) !== '');
  const same = instrument.indicators.length - changed.length;
  const level = (stage: StageResult, id: string): Cell => {
    const value = stage.levels?.get(id);
    if (value === undefined) return { text: 'kosong', tone: 'caution' };
    return { text: formatNumber(exact(value), instrument.scale.decimals) };
  };
  return [
    { kind: 'section', text: `Indikator yang berubah, ${between(whole)}` },
    {
      kind: 'table',
      columns: [
        right('No'),
        { header: 'Indikator', flexible: true },
        ...shown.map(({ stage }) => middle(capital(stageWords[stage]))),
        right('Poin'),
        ...(reasoned ? [{ header: 'Alasan', flexible: true as const }] : []),
      ],
      rows: [
        ...changed.map(({ id, points }) => [
          { text: id },
          { text: named(id).shortName },
          ...shown.map((stage) => level(stage, id)),
          { text: formatChange(points, 4) },
          ...(reasoned ? [{ text: reasonOf(shown, id) }] : []),
        ]),
        sumRow(whole, shown.length, reasoned),
      ],
    },
    {
      kind: 'paragraph',
      text: `Poin = bobot × perubahan tingkat ÷ 100. ${same} indikator tidak berubah.`,
      tone: 'soft',
    },
  ];
}

function sumRow({ difference }: StageStep, levels: number, reasoned: boolean): Cell[] {
  return [
    { text: '' },
    { text: 'Jumlah', tone: 'strong' },
    ...Array.from({ length: levels }, () => ({ text: '' })),
    { text: formatChange(difference, 4), tone: 'strong' },
    ...(reasoned ? [{ text: '' }] : []),
  ];
}

/** That of the last stage that gives one. */
function reasonOf(stages: readonly StageResult[], id: string): string {
  const found = stages.findLast(({ reasons }) => (reasons.get(id) ?? '') !== '');
  return found === undefined ? '' : `${stageWords[found.stage]}: ${found.reasons.get(id)}`;
}

function aspectTable(instrument: Instrument, whole: StageStep): Block[] {
  const { decimals } = instrument.rounding;
  return [
    { kind: 'section', text: `Perubahan menurut aspek, ${between(whole)}` },
    {
      kind: 'table',
      columns: [
        { header: 'Aspek', flexible: true },
        right('Bobot'),
        right(capital(stageWords[whole.from])),
        right(capital(stageWords[whole.to])),
        right('Poin'),
      ],
      rows: [
        ...whole.aspects.map(({ group, from, to, points }) => [
          { text: group.name },
          { text: formatNumber(group.weight, 2) },
          { text: formatNumber(from, decimals) },
          { text: formatNumber(to, decimals) },
          { text: formatChange(points, 4) },
        ]),
        [
          { text: 'Jumlah', tone: 'strong' as const },
          { text: '' },
          { text: '' },
          { text: '' },
          { text: formatChange(whole.difference, 4), tone: 'strong' as const },
        ],
      ],
    },
    {
      kind: 'paragraph',
      text: `Jumlah poin tepat sama dengan selisih indeks (eksak ${formatSigned(whole)}); yang ditampilkan dibulatkan.`,
      tone: 'soft',
    },
  ];
}

function formatSigned({ difference }: StageStep): string {
  return `${difference.compare(0) < 0 ? '−' : ''}${formatExact(difference.abs())}`;
}

function between({ from, to }: StageStep): string {
  return `${stageWords[from]} → ${stageWords[to]}`;
}
