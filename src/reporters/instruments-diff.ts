import { Fraction } from 'fraction.js';
import type { InstrumentSummary, InstrumentsDocument } from '../contract/instruments.ts';
import type { Crosswalk, CrosswalkLink } from '../instrument/crosswalk.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Group, Instrument } from '../instrument/instrument.ts';
import { ordered, type Pack, summarize } from './instruments.ts';
import { exactText, formatNumber } from './number.ts';
import type { Block, Report } from './report.ts';
import { cautionOf } from './subject.ts';

const certainties = { high: 'pasti', medium: 'cukup pasti', low: 'perkiraan' } as const;

/** Two packs side by side: structure, weights, bands, and which indicator continues where. */
export function reportDiff(a: Pack, b: Pack, crosswalk: Crosswalk | null): Report {
  const names = [...new Set([...b.instrument.bands, ...a.instrument.bands].map(({ name }) => name))];
  const bands = names.map((name) => ({ name, a: edgeOf(a.instrument, name), b: edgeOf(b.instrument, name) }));
  const groups = pairGroups(a.instrument, b.instrument);
  const links = crosswalk === null ? [] : orient(crosswalk, a.instrument);
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

/** Links as seen from `a`, in its order; those without an indicator of `a` come last. */
function orient({ from, links }: Crosswalk, { id, indicators }: Instrument): Link[] {
  const place = new Map(indicators.map((indicator, index) => [indicator.id, index]));
  const placeOf = (one: Link) => (one.a === null ? undefined : place.get(one.a)) ?? indicators.length;
  return links
    .map(({ from: older, to: newer, certainty, reason, evidence }) => ({
      ...(from === id ? { a: older, b: newer } : { a: newer, b: older }),
      certainty,
      reason,
      evidence,
    }))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
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
  const added = b.indicators.filter(({ id }) => links.every((link) => link.b !== id || link.a === null));
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
    ...(added.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: `Hanya di ${b.name}: indikator ${formatIds(
              added.map(({ id }) => id),
              b.indicators,
            )}.`,
          },
        ]),
    ...(note === null ? [] : [{ kind: 'paragraph' as const, text: note, tone: 'soft' as const }]),
  ];
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

function edgeOf({ bands }: Instrument, name: string): string | null {
  const band = bands.find((one) => one.name === name);
  return band ? exactText(band.from) : null;
}

function show(value: string | null): string {
  return value === null ? '–' : formatNumber(new Fraction(value), 2);
}
