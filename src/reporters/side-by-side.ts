import { Fraction } from 'fraction.js';
import { type HigherElsewhere, levelOf, type RegionResult } from '../assessment/region-result.ts';
import { exact } from '../assessment/score.ts';
import { stageWords } from '../assessment/stage.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Comparison } from './compare.ts';
import { formatNumber } from './number.ts';
import type { Block, Cell, Column } from './report.ts';

/** Beyond these the tables by aspect and indicator show how the regions spread instead of each of them. */
const mostColumns = 8;
const mostHigher = 15;

/** Several regions side by side: index, domains, aspects, indicators; and where others stand higher than the own one. */
export function regionBlocks({ instrument, regions, higher, own }: Comparison): Block[] {
  if (regions.length === 0) return [];
  const years = new Set(regions.flatMap(({ year }) => year ?? []));
  return [
    section(own ? 'Dengan daerah dari berkas pertukaran' : 'Indeks dan domain'),
    summaryTable(instrument, regions),
    soft('Daerah-daerah ini dibandingkan, tidak digabung: tidak ada indeks bersama.'),
    ...(years.size > 1 ? [caution('Tahunnya berbeda, jadi selisihnya juga selisih waktu.')] : []),
    ...(regions.some(({ source }) => source === 'exchange')
      ? [soft('Dari berkas pertukaran hanya tingkat yang dipakai; indeksnya dihitung ulang di sini.')]
      : []),
    ...higherTable(instrument, higher),
    ...spread(instrument, regions),
  ];
}

const right = (header: string): Column => ({ header, align: 'right' });
const section = (text: string): Block => ({ kind: 'section', text });
const soft = (text: string): Block => ({ kind: 'paragraph', text, tone: 'soft' });
const caution = (text: string): Block => ({ kind: 'paragraph', text, tone: 'caution' });

/** Letter of a region in the tables below the first. */
function letterOf(position: number): string {
  return String.fromCharCode(65 + position);
}

function summaryTable({ groups, rounding }: Instrument, regions: readonly RegionResult[]): Block {
  const isLettered = regions.length <= mostColumns;
  const top = groups.filter(({ parent }) => parent === null);
  const show = (value: Fraction) => formatNumber(value, rounding.decimals);
  return {
    kind: 'table',
    columns: [
      { header: '' },
      { header: 'Daerah', flexible: true },
      { header: 'Tahun', optional: true },
      { header: 'Tahap', optional: true },
      right('Indeks'),
      { header: 'Predikat' },
      ...top.map(({ id }) => right(id)),
      { ...right('Kosong'), optional: true },
    ],
    rows: regions.map(({ label, year, stage, score }, position) => [
      { text: isLettered ? letterOf(position) : '', tone: 'strong' },
      { text: label },
      { text: year === null ? '' : String(year) },
      { text: stageWords[stage] },
      { text: show(score.index), tone: 'strong' },
      { text: score.band.name },
      ...top.map(({ id }) => ({ text: show(groupIndex(score, id)) })),
      { text: score.unanswered.length === 0 ? '' : String(score.unanswered.length) },
    ]),
  };
}

/** Value of a domain or aspect. */
export function groupIndex({ groups }: RegionResult['score'], id: string): Fraction {
  return groups.find(({ group }) => group.id === id)?.index ?? new Fraction(0);
}

function higherTable({ scale }: Instrument, higher: readonly HigherElsewhere[]): Block[] {
  if (higher.length === 0) return [];
  const level = (value: number) => formatNumber(exact(value), scale.decimals);
  const left = higher.length - mostHigher;
  return [
    section('Indikator yang di daerah lain lebih tinggi'),
    {
      kind: 'table',
      columns: [
        right('No'),
        { header: 'Indikator', flexible: true },
        right('Di sini'),
        right('Tertinggi'),
        right('Lebih tinggi'),
        { header: 'Tertinggi di', flexible: true },
        right('Poin'),
      ],
      rows: higher
        .slice(0, mostHigher)
        .map((one) => [
          { text: one.indicator.id },
          { text: one.indicator.shortName },
          one.own === null ? { text: 'kosong', tone: 'caution' as const } : { text: level(one.own) },
          { text: level(one.highest) },
          { text: `${one.higher} daerah` },
          { text: listLabels(one.best) },
          { text: formatNumber(one.points, 4) },
        ]),
    },
    soft(`Poin = bobot × selisih tingkat ÷ 100.${left > 0 ? ` ${left} indikator lagi ada di json.` : ''}`),
  ];
}

function listLabels(labels: readonly string[]): string {
  const [first = '', ...others] = labels;
  return others.length === 0 ? first : `${first} dan ${others.length} lagi`;
}

function spread(instrument: Instrument, regions: readonly RegionResult[]): Block[] {
  const aspects = instrument.groups.filter(({ kind }) => kind === 'aspect');
  const { rounding, scale } = instrument;
  const differing = instrument.indicators.filter(
    ({ id }) => new Set(regions.map((one) => levelOf(one, id))).size > 1,
  );
  const same = instrument.indicators.length - differing.length;
  return [
    section('Aspek'),
    valueTable(
      'Aspek',
      regions,
      aspects.map(({ id, name }) => ({
        id,
        name,
        values: regions.map(({ score }) => groupIndex(score, id)),
        show: (value) => formatNumber(value, rounding.decimals),
      })),
    ),
    section('Indikator yang tingkatnya berbeda'),
    valueTable(
      'Indikator',
      regions,
      differing.map(({ id, shortName }) => ({
        id,
        name: shortName,
        values: regions.map((one) => {
          const level = levelOf(one, id);
          return level === null ? null : exact(level);
        }),
        show: (value) => formatNumber(value, scale.decimals),
      })),
    ),
    soft(`${same} indikator sama di semua daerah. – = kosong, dihitung di tingkat ${scale.floor}.`),
  ];
}

interface ValueRow {
  readonly id: string;
  readonly name: string;
  /** One a region; null = blank. */
  readonly values: readonly (Fraction | null)[];
  readonly show: (value: Fraction) => string;
}

function valueTable(heading: string, regions: readonly RegionResult[], rows: readonly ValueRow[]): Block {
  const isLettered = regions.length <= mostColumns;
  return {
    kind: 'table',
    columns: [
      right('No'),
      { header: heading, flexible: true },
      ...(isLettered
        ? regions.map((_, position) => right(letterOf(position)))
        : [
            right('Terendah'),
            right('Median'),
            right('Tertinggi'),
            { header: 'Di', flexible: true as const },
          ]),
    ],
    rows: rows.map((row) => [
      { text: row.id },
      { text: row.name },
      ...(isLettered ? row.values.map((value) => cellOf(value, row)) : spreadCells(row, regions)),
    ]),
  };
}

function cellOf(value: Fraction | null, { show }: ValueRow): Cell {
  return value === null ? { text: '–', tone: 'caution' } : { text: show(value) };
}

/** Lowest, middle (the lower of two) and highest of those that are not blank, and who has the highest. */
function spreadCells(row: ValueRow, regions: readonly RegionResult[]): Cell[] {
  const known = regions
    .flatMap(({ label }, position) => {
      const value = row.values[position];
      return value ? [{ value, label }] : [];
    })
    .toSorted((a, b) => a.value.compare(b.value));
  const at = (position: number) =>
    known.slice(position, position + 1).map(({ value }) => ({ text: row.show(value) }));
  const best = known.filter(({ value }) => known.every((other) => other.value.compare(value) <= 0));
  return [
    ...at(0),
    ...at((known.length - 1) >> 1),
    ...at(known.length - 1),
    {
      text: best.length === regions.length ? 'semua sama' : listLabels(best.map(({ label }) => label)),
    },
  ];
}
