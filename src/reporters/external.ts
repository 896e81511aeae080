import type { Fraction } from 'fraction.js';
import type { ExternalValues } from '../assessment/external.ts';
import { type Stage, stageWords } from '../assessment/stage.ts';
import type { ExternalDocument } from '../contract/external.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Problem } from '../problem.ts';
import { exactText, formatExact, formatNumber } from './number.ts';
import { placeInFile, severityCell } from './problems.ts';
import type { Block, Report } from './report.ts';
import { cautionOf } from './subject.ts';

/** What was found in the file, and where it is kept. */
export interface Imported {
  readonly instrument: Instrument;
  readonly stage: Stage;
  readonly year: number;
  readonly institution: string | null;
  readonly values: ExternalValues;
  /** Ours, from levels or aspects; null if neither is complete. */
  readonly index: Fraction | null;
  /** Relative to the project; null if errors forbid it. */
  readonly stored: string | null;
  readonly problems: readonly Problem[];
}

/** What an import found, what contradicts itself, and where the result is kept. */
export function reportExternal(imported: Imported): Report {
  const { instrument, stage, year, institution, values, index, stored, problems } = imported;
  const document: ExternalDocument = {
    schemaVersion: 1,
    instrument: instrument.id,
    institution,
    year,
    stage,
    stored,
    levels: values.levels.length,
    sums: values.groups.size,
    statedIndex: values.index && exactText(values.index.value),
    indexExact: index && exactText(index),
    problems: problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
  return {
    document,
    blocks: [
      {
        kind: 'title',
        text: [`Hasil tahap ${stageWords[stage]} ${year}`, institution ?? ''].filter(Boolean).join(' · '),
        subtitle: instrument.name,
      },
      ...cautionOf(instrument),
      { kind: 'paragraph', text: describeContent(imported) },
      ...problemTable(problems),
      stored === null
        ? {
            kind: 'paragraph',
            text: 'Belum disimpan: perbaiki kesalahan di atas, lalu impor lagi.',
            tone: 'bad',
          }
        : { kind: 'paragraph', text: `Disimpan: ${stored}`, tone: 'good' },
    ],
    records: {
      columns: ['jenis', 'kode', 'nilai', 'alasan', 'opd', 'berkas', 'lembar', 'sel'],
      rows: toRows(values),
    },
  };
}

function describeContent({ instrument, values, index }: Imported): string {
  const { decimals } = instrument.rounding;
  const parts = [
    `${values.levels.length} dari ${instrument.indicators.length} indikator bertingkat`,
    `${values.groups.size} nilai domain atau aspek`,
    values.index ? `indeks tertulis ${formatNumber(values.index.value, decimals)}` : 'tanpa indeks tertulis',
  ];
  const own =
    index && `; indeks hitungan kami ${formatNumber(index, decimals)} (eksak ${formatExact(index)})`;
  return `${parts.join(', ')}${own ?? ''}.`;
}

/** Problems of an imported file, with their places; nothing if there are none. @param placeOf where they come from several files */
export function problemTable(
  problems: readonly Problem[],
  placeOf = (one: Problem) => placeInFile(one) || one.at.file,
): Block[] {
  if (problems.length === 0) return [];
  return [
    { kind: 'section', text: 'Yang perlu dilihat' },
    {
      kind: 'table',
      columns: [
        { header: 'Tempat' },
        { header: 'Jenis' },
        { header: 'Masalah dan perbaikannya', flexible: true },
      ],
      rows: problems.map((one) => [{ text: placeOf(one) }, severityCell(one), { text: one.message }]),
    },
  ];
}

function toRows({ levels, groups, index }: ExternalValues) {
  const place = ({ file, sheet, address }: { file: string; sheet?: string; address?: string }) => [
    file,
    sheet ?? null,
    address ?? null,
  ];
  return [
    ...levels.map(({ id, level, reason, opd, at }) => ['indikator', id, level, reason, opd, ...place(at)]),
    ...[...groups].map(([id, { value, at }]) => ['jumlah', id, value.valueOf(), null, null, ...place(at)]),
    ...(index ? [['indeks', null, index.value.valueOf(), null, null, ...place(index.at)]] : []),
  ];
}
