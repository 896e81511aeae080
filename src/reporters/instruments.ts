import { Fraction } from 'fraction.js';
import type { InstrumentSummary, InstrumentsDocument } from '../contract/instruments.ts';
import type { Crosswalk, CrosswalkLink } from '../instrument/crosswalk.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Group, Instrument } from '../instrument/instrument.ts';
import type { Criteria } from '../instrument/load-criteria.ts';
import { exactText, formatNumber } from './number.ts';
import type { Block, Cell, Report } from './report.ts';
import { cautionOf } from './subject.ts';

export interface Pack {
  readonly instrument: Instrument;
  readonly criteria: Criteria;
}

const certainties = { high: 'pasti', medium: 'cukup pasti', low: 'perkiraan' } as const;

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

/** Two packs side by side: structure, weights, bands, and which indicator continues where. */
export function reportDiff(a: Pack, b: Pack, crosswalk: Crosswalk | null): Report {
  const names = [...new Set([...b.instrument.bands, ...a.instrument.bands].map(({ name }) => name))];
  const bands = names.map((name) => ({ name, a: edgeOf(a.instrument, name), b: edgeOf(b.instrument, name) }));
  const groups = pairGroups(a.instrument, b.instrument);
  const links = crosswalk === null ? [] : orient(crosswalk, a.instrument.id);
  const [left, right] = [summarize(a), summarize(b)];
  const document: InstrumentsDocument = {
    schemaVersion: 1,
    kind: 'diff',
    a: left,
    b: right,
    groups,
    bands,
    links,
  };
  const counts = (one: InstrumentSummary) => `${one.domains} / ${one.aspects} / ${one.indicators}`;
  const facts: [string, string, string][] = [
    ['Domain / aspek / indikator', counts(left), counts(right)],
    ['Tingkat', `${left.scale.min}–${left.scale.max}`, `${right.scale.min}–${right.scale.max}`],
    ['Tahun', `${left.years.from}–${left.years.to}`, `${right.years.from}–${right.years.to}`],
    ...bands.map(({ name, a: from, b: to }): [string, string, string] => [
      `${name} mulai`,
      show(from),
      show(to),
    ]),
  ];
  return {
    document,
    blocks: [
      {
        kind: 'title',
        text: `${a.instrument.name} dan ${b.instrument.name}`,
        subtitle: 'susunan, bobot, predikat, padanan indikator',
      },
      ...cautionOf(a.instrument),
      ...cautionOf(b.instrument),
      {
        kind: 'table',
        columns: [{ header: '' }, { header: left.id, align: 'right' }, { header: right.id, align: 'right' }],
        rows: facts.map(([label, from, to]) => [
          { text: label },
          { text: from },
          { text: to, tone: from === to ? 'plain' : 'strong' },
        ]),
      },
      { kind: 'section', text: 'Bobot domain dan aspek' },
      {
        kind: 'table',
        columns: [
          { header: left.id, flexible: true },
          { header: 'Bobot', align: 'right' },
          { header: right.id, flexible: true },
          { header: 'Bobot', align: 'right' },
        ],
        rows: groups.map(({ a: from, b: to }) => [
          { text: from?.name ?? '–' },
          { text: show(from?.weight ?? null) },
          { text: to?.name ?? '–' },
          { text: show(to?.weight ?? null) },
        ]),
      },
      ...linkTable(a.instrument, b.instrument, links, crosswalk?.note ?? null),
    ],
    records: {
      columns: ['a', 'b', 'kepastian', 'alasan', 'bukti_yang_masih_berguna'],
      rows: links.map((link) => [link.a, link.b, link.certainty, link.reason, link.evidence]),
    },
  };
}

type Link = Pick<CrosswalkLink, 'certainty' | 'reason' | 'evidence'> & { a: string | null; b: string | null };

function orient({ from, links }: Crosswalk, a: string): Link[] {
  return links.map(({ from: older, to: newer, certainty, reason, evidence }) => ({
    ...(from === a ? { a: older, b: newer } : { a: newer, b: older }),
    certainty,
    reason,
    evidence,
  }));
}

function linkTable(a: Instrument, b: Instrument, links: readonly Link[], note: string | null): Block[] {
  if (links.length === 0) {
    return [
      {
        kind: 'paragraph',
        text: 'Belum ada tabel padanan indikator untuk kedua instrumen ini.',
        tone: 'soft',
      },
    ];
  }
  const nameIn = ({ indicators }: Instrument, id: string | null) =>
    id === null ? '–' : `${id} ${indicators.find((one) => one.id === id)?.shortName ?? ''}`;
  const newer = b.indicators.filter(({ id }) => links.every((link) => link.b !== id || link.a === null));
  return [
    { kind: 'section', text: 'Padanan indikator' },
    {
      kind: 'table',
      columns: [
        { header: a.id, flexible: true },
        { header: b.id, flexible: true },
        { header: 'Kepastian' },
        { header: 'Alasan', flexible: true, optional: true },
      ],
      rows: links.map((link) => [
        { text: nameIn(a, link.a) },
        { text: nameIn(b, link.b) },
        { text: certainties[link.certainty] },
        { text: link.reason },
      ]),
    },
    ...(newer.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: `Baru di ${b.name}: indikator ${formatIds(
              newer.map(({ id }) => id),
              b.indicators,
            )}.`,
          },
        ]),
    ...(note === null ? [] : [{ kind: 'paragraph' as const, text: note, tone: 'soft' as const }]),
  ];
}

function summarize({ instrument, criteria }: Pack): InstrumentSummary {
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

function pairGroups(a: Instrument, b: Instrument) {
  const [left, right] = [ordered(a.groups), ordered(b.groups)];
  const plain = (group: Group | undefined) =>
    group ? { id: group.id, name: group.name, weight: exactText(group.weight) } : null;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    a: plain(left[index]),
    b: plain(right[index]),
  }));
}

/** Tops, each followed by its aspects. */
function ordered(groups: readonly Group[]): Group[] {
  return groups
    .filter(({ parent }) => parent === null)
    .flatMap((top) => [top, ...groups.filter(({ parent }) => parent === top.id)]);
}

function edgeOf({ bands }: Instrument, name: string): string | null {
  const band = bands.find((one) => one.name === name);
  return band ? exactText(band.from) : null;
}

function show(value: string | null): string {
  return value === null ? '–' : formatNumber(new Fraction(value), 2);
}
