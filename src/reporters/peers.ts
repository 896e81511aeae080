import type { Fraction } from 'fraction.js';
import { type InstitutionKind, shortInstitutionName } from '../assessment/institution-name.ts';
import type { Distribution, Peer, PeerStanding } from '../assessment/peers.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Comparison } from './compare.ts';
import { formatChange, formatNumber } from './number.ts';
import type { Block, Cell, Column } from './report.ts';

type Published = NonNullable<Comparison['published']>;

/** `4 dari 93`. */
export function rankText({ rank, of }: PeerStanding): string {
  return `${rank} dari ${of}`;
}

/** A published name as people write it. */
export function institutionName(name: string): string {
  return shortInstitutionName(name);
}

/** Ranks, domains, the nearest above, the chosen ones and how all spread. */
export function peerBlocks({ published, exchange, kind, own, instrument }: Comparison): Block[] {
  if (published === null || kind === null) {
    return exchange ? [standingTable([['Berkas pertukaran', exchange]], 'Kelompok')] : [];
  }
  const { groups, year } = published;
  return [
    standingTable(
      [
        [`Semua ${kind}`, groups.kind],
        ...(groups.province ? [[`Kab./kota di ${groups.province.name}`, groups.province] as const] : []),
        ...(groups.chosen ? [['Yang dipilih', groups.chosen] as const] : []),
        ...(exchange ? [['Berkas pertukaran', exchange] as const] : []),
      ],
      'Kelompok',
    ),
    ties(groups.kind),
    ...domainTable(groups.domains, instrument, kind),
    ...nearestAbove(published, instrument, own?.source === 'files'),
    ...chosenTable(published),
    ...(groups.kind.distribution
      ? [
          section(`Sebaran semua ${kind}, hasil ${year}`),
          ...histogram(groups.kind.own, groups.kind.distribution),
        ]
      : []),
  ];
}

const right = (header: string): Column => ({ header, align: 'right' });
const section = (text: string): Block => ({ kind: 'section', text });
const show = (value: Fraction) => formatNumber(value, 2);

function standingTable(rows: readonly (readonly [string, PeerStanding | null])[], heading: string): Block {
  return {
    kind: 'table',
    columns: [
      { header: heading, flexible: true },
      right('Nilai'),
      right('Peringkat'),
      right('Di bawahnya'),
      { ...right('Rata-rata'), optional: true },
      { ...right('Kuartil'), optional: true },
      right('Median'),
      { ...right('Tertinggi'), optional: true },
    ],
    rows: rows.map(([name, standing]) => [
      { text: name },
      ...(standing ? standingCells(standing) : [{ text: '–', tone: 'caution' as const }]),
    ]),
  };
}

function standingCells(standing: PeerStanding): Cell[] {
  const { own, below, percentile, distribution } = standing;
  const share = percentile === null ? '' : ` (${formatNumber(percentile, 1)}%)`;
  return [
    { text: show(own), tone: 'strong' },
    { text: rankText(standing), tone: 'strong' },
    { text: `${below}${share}` },
    ...(distribution === null
      ? []
      : [
          { text: show(distribution.mean) },
          { text: `${show(distribution.lowerQuartile)}–${show(distribution.upperQuartile)}` },
          { text: show(distribution.median) },
          { text: show(distribution.max) },
        ]),
  ];
}

function domainTable(
  standings: Published['groups']['domains'],
  { groups }: Instrument,
  kind: InstitutionKind,
): Block[] {
  if (standings === null) return [];
  const domains = groups.filter((group) => group.kind === 'domain');
  return [
    section(`Domain, di antara semua ${kind}`),
    standingTable(
      domains.map(({ name }, position) => [name, standings[position] ?? null] as const),
      'Domain',
    ),
    ...(standings.includes(null)
      ? [{ kind: 'paragraph' as const, text: '– = tidak terbaca dalam hasil terbit.', tone: 'soft' as const }]
      : []),
  ];
}

/** How equal values are ranked, and who shares the rank. */
function ties({ rank, sharedWith }: PeerStanding): Block {
  const shared =
    sharedWith.length === 0
      ? 'Tidak ada yang bernilai sama'
      : `Peringkat ${rank} ditempati bersama ${sharedWith.length} lainnya: ${listNames(sharedWith)}`;
  return {
    kind: 'paragraph',
    text: `${shared}. Nilai sama berarti peringkat sama, dan peringkat sesudahnya terlewati (1-2-2-4). "Di bawahnya" menghitung yang nilainya lebih rendah.`,
    tone: 'soft',
  };
}

const mostNames = 8;

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(institutionName);
  const left = names.length - shown.length;
  return `${shown.join(', ')}${left > 0 ? `, dan ${left} lagi` : ''}`;
}

/** @param hasLevels whether a plan can be made */
function nearestAbove({ groups, steps }: Published, { scale }: Instrument, hasLevels: boolean): Block[] {
  const { own, above, next } = groups.kind;
  if (next === null) return [{ kind: 'paragraph', text: 'Tidak ada yang lebih tinggi.', tone: 'good' }];
  return [
    section('Terdekat di atas'),
    peerTable(above, own),
    { kind: 'paragraph', text: howToPass(own.add(next.distance), steps, scale, hasLevels), tone: 'soft' },
  ];
}

function howToPass(
  nearest: Fraction,
  steps: Published['steps'],
  { max }: Instrument['scale'],
  hasLevels: boolean,
): string {
  if (nearest.compare(max) >= 0) {
    return `Yang terdekat sudah di nilai tertinggi (${show(nearest)}): hanya dapat disamai.`;
  }
  const target = show(nearest.add('0.01'));
  const single = steps.map(({ indicator, from, to }) => `${indicator.id} (${from} → ${to})`);
  if (single.length === 0) {
    const plan = hasLevels ? `: spbe gap --target ${target.replace(',', '.')}` : '';
    return `Untuk melewati yang terdekat, indeks harus ${target}${plan}.`;
  }
  return `Naik satu tingkat pada satu saja dari indikator ini sudah melewati yang terdekat (indeks ${target} atau lebih): ${listSteps(single)}.`;
}

function listSteps(steps: readonly string[]): string {
  const left = steps.length - mostNames;
  return `${steps.slice(0, mostNames).join(', ')}${left > 0 ? `, dan ${left} lainnya` : ''}`;
}

function chosenTable({ groups }: Published): Block[] {
  if (groups.chosen === null) return [];
  const { own, peers } = groups.chosen;
  return [section('Yang dipilih'), peerTable(sortPeers(peers), own)];
}

function sortPeers(peers: readonly Peer[]): Peer[] {
  return peers.toSorted((a, b) => b.value.compare(a.value) || (a.name < b.name ? -1 : 1));
}

function peerTable(peers: readonly Peer[], own: Fraction): Block {
  return {
    kind: 'table',
    columns: [{ header: 'Instansi', flexible: true }, right('Nilai'), right('Selisih dari daerah ini')],
    rows: peers.map(({ name, value }) => [
      { text: institutionName(name) },
      { text: show(value) },
      { text: formatChange(value.sub(own), 2) },
    ]),
  };
}

function histogram(own: Fraction, { count, mean, histogram: classes }: Distribution): Block[] {
  const most = Math.max(...classes.map((one) => one.count));
  const holds = ({ from, to }: (typeof classes)[number], isLast: boolean) =>
    own.compare(from) >= 0 && (own.compare(to) < 0 || (isLast && own.equals(to)));
  return [
    {
      kind: 'table',
      columns: [{ header: 'Nilai' }, { header: 'Banyaknya' }, { header: '' }],
      rows: classes.map((one, position) => [
        { text: `${show(one.from)}–${show(one.to)}` },
        { text: String(one.count), bar: one.count / most },
        holds(one, position === classes.length - 1)
          ? { text: '◄ daerah ini', tone: 'strong' as const }
          : { text: '' },
      ]),
    },
    {
      kind: 'paragraph',
      text: `${count} hasil, rata-rata ${show(mean)}. Batas bawah termasuk dalam kelasnya, batas atas tidak.`,
      tone: 'soft',
    },
  ];
}
