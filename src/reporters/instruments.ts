import { Fraction } from 'fraction.js';
import type { InstrumentSummary, InstrumentsDocument } from '../contract/instruments.ts';
import type { Group, Instrument } from '../instrument/instrument.ts';
import type { Criteria } from '../instrument/load-criteria.ts';
import { exactText, formatNumber } from './number.ts';
import type { Block, Cell, Report } from './report.ts';
import { cautionOf } from './subject.ts';

export interface Pack {
  readonly instrument: Instrument;
  readonly criteria: Criteria;
}

/** Every pack, with status and sums. */
export function reportInstruments(packs: readonly Pack[]): Report {
  const summaries = packs.map(summarize);
  const document: InstrumentsDocument = { schemaVersion: 1, kind: 'list', instruments: summaries };
  return {
    document,
    blocks: [
      { kind: 'title', text: 'Instrumen', subtitle: 'bobot, predikat dan kriteria yang dipakai spbe' },
      {
        kind: 'table',
        columns: [
          { header: 'Id' },
          { header: 'Tahun' },
          { header: 'Naskah' },
          { header: 'Domain/aspek/indikator' },
          { header: 'Jumlah bobot', align: 'right' },
          { header: 'Kriteria', align: 'right' },
          { header: 'Bukti', align: 'right' },
        ],
        rows: summaries.map((one) => [
          { text: one.id, tone: 'strong' },
          { text: `${one.years.from}–${one.years.to}` },
          one.status === 'primary'
            ? { text: 'resmi', tone: 'good' }
            : { text: 'sumber kedua', tone: 'caution' },
          { text: `${one.domains}/${one.aspects}/${one.indicators}` },
          { text: one.weightSum },
          { text: `${one.criteria} dari ${one.cells}` },
          { text: `${one.evidence} dari ${one.cells}` },
        ]),
      },
      ...packs.flatMap(({ instrument }): Block[] =>
        instrument.caution === null
          ? []
          : [{ kind: 'paragraph', text: `${instrument.name}: ${instrument.caution}`, tone: 'caution' }],
      ),
    ],
    records: {
      columns: ['id', 'nama', 'dari', 'sampai', 'status', 'domain', 'aspek', 'indikator', 'jumlah_bobot'],
      rows: summaries.map((one) => [
        one.id,
        one.name,
        one.years.from,
        one.years.to,
        one.status,
        one.domains,
        one.aspects,
        one.indicators,
        Number(one.weightSum),
      ]),
    },
  };
}

/** One pack: structure, weights, bands, sources, known slips of the official texts. */
export function reportInstrument(pack: Pack): Report {
  const { instrument } = pack;
  const { groups, indicators, bands, sources, errata } = instrument;
  const plain = ({ id, name, weight }: Pick<Group, 'id' | 'name' | 'weight'>) => ({
    id,
    name,
    weight: exactText(weight),
  });
  const document: InstrumentsDocument = {
    schemaVersion: 1,
    kind: 'show',
    instrument: summarize(pack),
    groups: groups.map((group) => ({ ...plain(group), parent: group.parent })),
    indicators: indicators.map((indicator) => ({ ...plain(indicator), group: indicator.group })),
    bands: bands.map(({ name, from, to }) => ({ name, from: exactText(from), to: exactText(to) })),
    sources: sources.map((one) => ({ ...one })),
    errata: errata.map((one) => ({ ...one })),
  };
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  return {
    document,
    blocks: [
      { kind: 'title', text: instrument.name, subtitle: `${instrument.title} · ${instrument.years.note}` },
      ...cautionOf(instrument),
      { kind: 'section', text: 'Indikator dan bobot' },
      {
        kind: 'table',
        columns: [
          { header: 'No', align: 'right' },
          { header: 'Nama', flexible: true },
          { header: 'Bobot', align: 'right' },
        ],
        rows: ordered(groups).flatMap((group): Cell[][] => [
          [
            { text: group.id, tone: 'strong' },
            { text: group.name, tone: 'strong' },
            { text: formatNumber(group.weight, 2), tone: 'strong' },
          ],
          ...indicators
            .filter((indicator) => indicator.group === group.id)
            .map(({ id, shortName, weight }) => [
              { text: id },
              { text: shortName },
              { text: formatNumber(weight, 2) },
            ]),
        ]),
      },
      { kind: 'section', text: 'Predikat' },
      {
        kind: 'list',
        items: bands.map(({ name, from, to }) => `${name}: ${formatNumber(from, 2)}–${formatNumber(to, 2)}`),
      },
      { kind: 'paragraph', text: instrument.bandSource.note, tone: 'soft' },
      { kind: 'section', text: 'Sumber' },
      { kind: 'list', items: sources.map(({ title, note }) => `${title}. ${note}`) },
      ...(errata.length === 0
        ? []
        : [
            { kind: 'section' as const, text: 'Kekeliruan yang diketahui dalam naskah' },
            {
              kind: 'list' as const,
              items: errata.map(({ source, page, text }) => `${titles.get(source)}, ${page}: ${text}`),
            },
          ]),
    ],
    records: {
      columns: ['indikator', 'nama', 'aspek', 'bobot'],
      rows: indicators.map(({ id, name, group, weight }) => [id, name, group, weight.valueOf()]),
    },
  };
}

/** The figures by which a pack is known. */
export function summarize({ instrument, criteria }: Pack): InstrumentSummary {
  const levels = [...criteria.byIndicator.values()].flatMap((one) => one.levels);
  return {
    id: instrument.id,
    name: instrument.name,
    title: instrument.title,
    years: { from: instrument.years.from, to: instrument.years.to },
    status: instrument.status,
    caution: instrument.caution,
    domains: instrument.groups.filter(({ kind }) => kind === 'domain').length,
    aspects: instrument.groups.filter(({ kind }) => kind === 'aspect').length,
    indicators: instrument.indicators.length,
    weightSum: exactText(instrument.indicators.reduce((sum, { weight }) => sum.add(weight), new Fraction(0))),
    scale: { min: instrument.scale.min, max: instrument.scale.max },
    cells: levels.length,
    criteria: levels.filter(({ criterion }) => criterion !== null).length,
    evidence: levels.filter(({ evidence }) => evidence.length > 0).length,
  };
}

/** Tops, each followed by its aspects. */
export function ordered(groups: readonly Group[]): Group[] {
  return groups
    .filter(({ parent }) => parent === null)
    .flatMap((top) => [top, ...groups.filter(({ parent }) => parent === top.id)]);
}
