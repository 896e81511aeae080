import type { ExplainDocument } from '../contract/explain.ts';
import type { NationalAverage } from '../instrument/benchmarks.ts';
import type { GlossaryTerm } from '../instrument/glossary.ts';
import type { Indicator, Instrument } from '../instrument/instrument.ts';
import type { Hit } from '../instrument/search.ts';
import { exactText, formatNumber } from './number.ts';
import type { Block, Report } from './report.ts';
import { cautionOf } from './subject.ts';

/** How the index is made: formula, weights, bands, rounding, and what others reach. */
export function reportIndex(instrument: Instrument, averages: readonly NationalAverage[]): Report {
  const { groups, indicators, bands, rounding, bandSource } = instrument;
  const document: ExplainDocument = {
    ...opening(instrument),
    kind: 'index',
    formula: 'Σ (bobot indikator × tingkat) ÷ 100',
    rounding: { decimals: rounding.decimals, mode: 'half-up' },
    groups: groups.map(({ id, name, parent, weight }) => ({ id, name, parent, weight: exactText(weight) })),
    indicators: indicators.map(({ id, name, group, weight }) => ({
      id,
      name,
      group,
      weight: exactText(weight),
    })),
    bands: bands.map(({ name, from, to }) => ({ name, from: exactText(from), to: exactText(to) })),
  };
  return {
    document,
    blocks: [
      {
        kind: 'title',
        text: `Cara menghitung ${instrument.indexName}`,
        subtitle: `${instrument.name} – ${instrument.title}`,
      },
      ...cautionOf(instrument),
      {
        kind: 'paragraph',
        text: `Nilai aspek = Σ (bobot indikator × tingkat) ÷ bobot aspek. Nilai domain = Σ (bobot aspek × nilai aspek) ÷ bobot domain. ${instrument.indexName} = Σ (bobot × nilai) ÷ 100. Semua dihitung eksak; dibulatkan sekali di akhir, setengah ke atas, ${rounding.decimals} desimal.`,
      },
      { kind: 'section', text: 'Bobot' },
      weightTable(instrument),
      { kind: 'section', text: 'Predikat' },
      {
        kind: 'table',
        columns: [
          { header: 'Predikat' },
          { header: 'Mulai', align: 'right' },
          { header: 'Sampai', align: 'right' },
        ],
        rows: bands.map(({ name, from, to }, index) => [
          { text: name },
          { text: formatNumber(from, 2) },
          { text: `${index === bands.length - 1 ? '' : 'di bawah '}${formatNumber(to, 2)}` },
        ]),
      },
      ...(bandSource.status === 'official'
        ? []
        : [{ kind: 'paragraph' as const, text: bandSource.note, tone: 'caution' as const }]),
      ...averageTable(averages),
      {
        kind: 'paragraph',
        text: `Sumber: ${instrument.sources.map(({ title }) => title).join('; ')}.`,
        tone: 'soft',
      },
    ],
    records: {
      columns: ['indikator', 'nama', 'aspek', 'bobot'],
      rows: indicators.map(({ id, name, group, weight }) => [id, name, group, weight.valueOf()]),
    },
  };
}

function weightTable({ groups, indicators }: Instrument): Block {
  const ordered = groups
    .filter(({ parent }) => parent === null)
    .flatMap((top) => [top, ...groups.filter(({ parent }) => parent === top.id)]);
  return {
    kind: 'table',
    columns: [
      { header: 'Domain / aspek', flexible: true },
      { header: 'Bobot', align: 'right' },
      { header: 'Indikator' },
      { header: 'Bobot masing-masing', align: 'right', flexible: true },
    ],
    rows: ordered.map((group) => {
      const own = indicators.filter((indicator) => indicator.group === group.id);
      const weights = [...new Set(own.map(({ weight }) => formatNumber(weight, 2)))];
      return [
        {
          text: `${group.parent === null ? '' : '  '}${group.name}`,
          tone: group.parent === null ? 'strong' : 'plain',
        },
        { text: formatNumber(group.weight, 2) },
        { text: own.length === 0 ? '' : `${own[0]?.id}${own.length > 1 ? `–${own.at(-1)?.id}` : ''}` },
        { text: weights.join(' / ') },
      ];
    }),
  };
}

function averageTable(averages: readonly NationalAverage[]): Block[] {
  if (averages.length === 0) return [];
  const years = [...new Set(averages.map(({ year }) => year))].sort();
  const kinds = [...new Set(averages.map(({ group }) => group))];
  return [
    { kind: 'section', text: 'Rata-rata indeks yang diumumkan' },
    {
      kind: 'table',
      columns: [
        { header: 'Kelompok' },
        ...years.map((year) => ({ header: String(year), align: 'right' as const })),
      ],
      rows: kinds.map((kind) => [
        { text: kind },
        ...years.map((year) => ({
          text:
            averages.find((one) => one.group === kind && one.year === year)?.index.replace('.', ',') ?? '–',
        })),
      ]),
    },
  ];
}

/** A term of the field in one sentence, and the indicators that speak of it. */
export function reportTerm(
  instrument: Instrument,
  { term, aliases, definition, source }: GlossaryTerm,
  indicators: readonly Pick<Indicator, 'id' | 'name' | 'shortName'>[],
): Report {
  const document: ExplainDocument = {
    ...opening(instrument),
    kind: 'term',
    term,
    aliases,
    definition,
    source,
    indicators: indicators.map(({ id, name }) => ({ id, name })),
  };
  return {
    document,
    blocks: [
      {
        kind: 'title',
        text: term,
        subtitle: aliases.length === 0 ? 'istilah' : `juga: ${aliases.join(', ')}`,
      },
      ...cautionOf(instrument),
      { kind: 'paragraph', text: definition },
      ...(indicators.length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: `Indikator yang menyebutnya: ${indicators.map(({ id, shortName }) => `${id} ${shortName}`).join(', ')}. Selengkapnya: spbe explain ${indicators[0]?.id}.`,
            },
          ]),
      { kind: 'paragraph', text: `Sumber: ${source}.`, tone: 'soft' },
    ],
    records: { columns: ['istilah', 'arti', 'sumber'], rows: [[term, definition, source]] },
  };
}

/** What a search found. */
export function reportHits(instrument: Instrument, words: string, hits: readonly Hit[]): Report {
  const document: ExplainDocument = {
    ...opening(instrument),
    kind: 'hits',
    words,
    hits: hits.map((hit) => ({ ...hit })),
  };
  return {
    document,
    blocks: [
      { kind: 'title', text: `Yang cocok dengan “${words}”`, subtitle: instrument.name },
      ...cautionOf(instrument),
      {
        kind: 'table',
        columns: [
          { header: 'Jenis' },
          { header: 'No / istilah', flexible: true },
          { header: 'Nama', flexible: true },
        ],
        rows: hits.map(({ kind, name, title }) => [
          { text: kind === 'indicator' ? 'indikator' : 'istilah' },
          { text: name, tone: 'strong' },
          { text: kind === 'indicator' ? title : '' },
        ]),
      },
      { kind: 'paragraph', text: 'Selengkapnya: spbe explain <nomor atau istilah>.', tone: 'soft' },
    ],
    records: {
      columns: ['jenis', 'kunci', 'nama'],
      rows: hits.map(({ kind, name, title }) => [kind, name, title]),
    },
  };
}

function opening({ id, caution }: Instrument) {
  return { schemaVersion: 1 as const, instrument: id, caution };
}
