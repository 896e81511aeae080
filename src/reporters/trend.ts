import type { Fraction } from 'fraction.js';
import type { Trend, TrendChange, TrendParts, TrendPoint, TrendSegment } from '../assessment/trend.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { formatPlace, type Problem } from '../problem.ts';
import { problemTable } from './external.ts';
import { exactText, formatChange, formatNumber, roundedChange, roundedNumber } from './number.ts';
import type { Block, Cell, Column, Report } from './report.ts';
import { cautionsOf, trendDocumentOf } from './trend-document.ts';
import { capital, kindWord, measureWords, sayStatement, span, topWord } from './trend-words.ts';

/** A trend, and what it was made from. */
export interface Traced {
  readonly region: string | null;
  readonly trend: Trend;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly leftOut: readonly string[];
  readonly problems: readonly Problem[];
}

/** The index over the years: what can be read off it, the lines, and what each change is made of. */
export function reportTrend(traced: Traced): Report {
  const { region, trend, instruments, leftOut, problems } = traced;
  const { segments, statements } = trend;
  const years = segments.flatMap(({ points }) => points.map(({ year }) => year));
  return {
    document: trendDocumentOf(traced),
    blocks: [
      {
        kind: 'title',
        text: ['Tren indeks', region].filter((part) => part !== null).join(' · '),
        subtitle: describeYears(years),
      },
      ...cautionsOf(trend).map(
        (text): Block => ({ kind: 'paragraph', text: `Perhatian: ${text}`, tone: 'caution' }),
      ),
      ...(statements.length === 0
        ? []
        : [
            { kind: 'section' as const, text: 'Yang terbaca' },
            { kind: 'list' as const, items: statements.map((one) => sayStatement(one, instruments)) },
          ]),
      ...segments.flatMap((segment, position) => [
        ...breakLine(segments[position - 1], segment),
        ...segmentTable(segment),
      ]),
      ...segments.flatMap((segment) => segment.changes.flatMap((change) => partsTable(change, segment))),
      ...leftOut.map(
        (text): Block => ({ kind: 'paragraph', text: `Tidak dipakai: ${text}`, tone: 'caution' }),
      ),
      // With the file: they may come from several.
      ...problemTable(problems, ({ at }) => formatPlace(at)),
    ],
    records: recordsOf(segments),
  };
}

function describeYears(years: readonly number[]): string {
  if (years.length === 0) return 'Belum ada nilai';
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return `${years.length} nilai, ${first === last ? first : `${first}–${last}`}`;
}

const right = (header: string): Column => ({ header, align: 'right' });

function breakLine(before: TrendSegment | undefined, { measure, instrument }: TrendSegment): Block[] {
  if (before?.measure !== measure) return [];
  const text = `--- garis diputus: ${before.instrument.name} → ${instrument.name} ---`;
  return [{ kind: 'paragraph', text, tone: 'caution' }];
}

function segmentTable({ measure, instrument, points, changes }: TrendSegment): Block[] {
  const { decimals } = instrument.rounding;
  return [
    { kind: 'section', text: `${measureWords[measure]} · ${instrument.name}` },
    {
      kind: 'table',
      columns: [
        { header: 'Tahun' },
        right('Indeks'),
        { header: '' },
        right('Perubahan'),
        { header: 'Predikat' },
        { header: 'Jenis' },
        { header: 'Sumber', flexible: true, optional: true },
      ],
      rows: points.map((point, position): Cell[] => {
        const change = changes[position - 1];
        return [
          { text: String(point.year) },
          { text: formatNumber(point.index.value, decimals), tone: 'strong' },
          { text: '', bar: point.index.value.div(instrument.scale.max).valueOf() },
          changeCell(change, decimals),
          { text: predicateText(point) },
          { text: kindWord(point.kind) },
          { text: sourceText(point) },
        ];
      }),
    },
  ];
}

/** Arrows and words: colour alone says nothing. */
function changeCell(change: TrendChange | undefined, decimals: number): Cell {
  if (change === undefined) return { text: '' };
  if (change.direction === 'same') return { text: 'tetap' };
  const text = formatChange(change.difference, decimals);
  return change.direction === 'rise' ? { text, tone: 'good' } : { text, tone: 'bad' };
}

function predicateText({ predicate, otherPredicate }: TrendPoint): string {
  if (predicate === null) return '–';
  return otherPredicate === null ? predicate : `${predicate} / ${otherPredicate}?`;
}

function sourceText({ source, others }: TrendPoint): string {
  const same = others.filter(({ relation }) => relation === 'agrees').map(({ result }) => result.source);
  return same.length === 0 ? source : `${source}; sama: ${same.join('; ')}`;
}

/** Nothing where no part is known. */
function partsTable(change: TrendChange, { measure, instrument }: TrendSegment): Block[] {
  const { byTop, byAspect, difference } = change;
  if (byTop === null) return [];
  const { decimals } = instrument.rounding;
  // Exact points have up to four decimals in all instruments; what is rounded deserves no more than one beyond.
  const places = byTop.isExact ? 4 : decimals + 1;
  const word = topWord(instrument);
  const row = ({ group, from, to, points }: TrendParts['parts'][number], indent: string): Cell[] => [
    { text: `${indent}${group.name}` },
    { text: formatNumber(group.weight, 2) },
    { text: formatNumber(from.value, decimals) },
    { text: formatNumber(to.value, decimals) },
    { text: formatChange(points, places) },
  ];
  const sum = (text: string, value: Fraction, tone?: 'strong'): Cell[] => [
    { text, ...(tone ? { tone } : {}) },
    ...Array.from({ length: 3 }, () => ({ text: '' })),
    { text: formatChange(value, places), ...(tone ? { tone } : {}) },
  ];
  return [
    {
      kind: 'section',
      text: `${span(change)} menurut ${word}${byTop.isExact ? '' : ' (perkiraan)'} · ${measureWords[measure].toLowerCase()}`,
    },
    {
      kind: 'table',
      columns: [
        { header: capital(word), flexible: true },
        right('Bobot'),
        right(String(change.from.year)),
        right(String(change.to.year)),
        right('Poin indeks'),
      ],
      rows: [
        ...byTop.parts.flatMap((part) => [
          row(part, ''),
          ...(byAspect?.parts ?? [])
            .filter(({ group }) => group.parent === part.group.id)
            .map((aspect) => row(aspect, '  ')),
        ]),
        ...(byTop.rest.equals(0) ? [] : [sum(restName(byTop), byTop.rest)]),
        sum('Perubahan indeks', difference, 'strong'),
      ],
    },
    { kind: 'paragraph', text: explainParts(byTop, places, word), tone: 'soft' },
  ];
}

function restName({ unknown }: TrendParts): string {
  if (unknown.length === 0) return 'Sisa karena pembulatan';
  return `Tidak dapat dirinci (${unknown.map(({ id }) => id).join(', ')} tidak diketahui)`;
}

function explainParts({ parts, isExact }: TrendParts, places: number, word: string): string {
  const how = 'Poin = bobot × perubahan nilai ÷ 100.';
  if (isExact) return `${how} Semua nilai eksak; jumlah poin ${word} tepat sama dengan perubahan indeks.`;
  const widest = parts
    .map(({ uncertainty }) => uncertainty)
    .reduce((most, one) => (one.compare(most) > 0 ? one : most));
  return `${how} Perkiraan: nilai ${word} hanya diketahui setelah dibulatkan, jadi tiap poin dapat meleset sampai ${formatNumber(widest, Math.max(places, 4))}.`;
}

function recordsOf(segments: readonly TrendSegment[]): Report['records'] {
  return {
    columns: [
      ...['garis', 'ukuran', 'instrumen', 'tahun', 'jenis', 'bagian', 'nama', 'nilai', 'nilai_penuh'],
      ...['eksak', 'predikat', 'perubahan', 'poin', 'poin_meleset', 'sumber'],
    ],
    rows: segments.flatMap(({ measure, instrument, points, changes }, line) =>
      points.flatMap((point, position) => {
        const change = changes[position - 1];
        const { decimals } = instrument.rounding;
        const opening = [
          line + 1,
          measureWords[measure].toLowerCase(),
          instrument.id,
          point.year,
          kindWord(point.kind),
        ];
        const difference = change ? roundedChange(change.difference, 6) : null;
        const parts = [...(change?.byTop?.parts ?? []), ...(change?.byAspect?.parts ?? [])];
        return [
          [
            ...[...opening, 'indeks', instrument.indexName, roundedNumber(point.index.value, decimals)],
            ...[
              exactText(point.index.value),
              point.index.decimals === null ? 'ya' : 'tidak',
              point.predicate,
            ],
            ...[
              difference,
              difference,
              change ? roundedNumber(change.uncertainty, 6) : null,
              sourceText(point),
            ],
          ],
          ...instrument.groups.flatMap(({ id, name }) => {
            const value = point.groups.get(id);
            if (value === undefined) return [];
            const part = parts.find(({ group }) => group.id === id);
            return [
              [
                ...[...opening, id, name, roundedNumber(value.value, decimals), exactText(value.value)],
                ...[value.decimals === null ? 'ya' : 'tidak', null],
                part ? roundedChange(part.to.value.sub(part.from.value), 6) : null,
                part ? roundedChange(part.points, 6) : null,
                part ? roundedNumber(part.uncertainty, 6) : null,
                null,
              ],
            ];
          }),
        ];
      }),
    ),
  };
}
