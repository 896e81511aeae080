import type { Fraction } from 'fraction.js';
import type { PeerGroups } from '../assessment/peer-groups.ts';
import type { Distribution, Peer, PeerStanding } from '../assessment/peers.ts';
import { levelOf, type RegionResult } from '../assessment/region-result.ts';
import type { CompareDocument } from '../contract/compare.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Comparison } from './compare.ts';
import { exactText, roundedNumber } from './number.ts';
import type { Records } from './report.ts';
import { groupIndex } from './side-by-side.ts';

/** The document of the contract. */
export function compareDocumentOf(comparison: Comparison): CompareDocument {
  const { instrument, region, year, notes, own, kind, reason, exchange, regions, higher, problems } =
    comparison;
  const both = (index: Fraction) => ({
    index: roundedNumber(index, instrument.rounding.decimals),
    indexExact: exactText(index),
  });
  return {
    schemaVersion: 1,
    instrument: instrument.id,
    caution: instrument.caution,
    region,
    year,
    notes: [...notes],
    own: own && {
      ...both(own.index),
      predicate: own.predicate,
      stage: own.result?.stage ?? null,
      kind,
      source: own.source,
    },
    published: publishedOf(comparison, both),
    reason,
    exchange: exchange && standingOf(exchange),
    regions: regions.map((one) => ({
      label: one.label,
      region: one.region,
      kind: one.kind,
      year: one.year,
      stage: one.stage,
      source: one.source,
      ...both(one.score.index),
      predicate: one.score.band.name,
      groups: one.score.groups.map(({ group, index }) => ({ id: group.id, ...both(index) })),
      unanswered: one.score.unanswered.length,
    })),
    indicators: indicatorsOf(instrument, regions),
    higher: higher.map((one) => ({
      indicator: one.indicator.id,
      own: one.own,
      highest: one.highest,
      best: [...one.best],
      higher: one.higher,
      points: roundedNumber(one.points, 4),
      pointsExact: exactText(one.points),
    })),
    problems: problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
}

function publishedOf(
  { published, instrument, kind }: Comparison,
  both: (index: Fraction) => { index: number; indexExact: string },
): CompareDocument['published'] {
  if (published === null || kind === null) return null;
  const { year, row, groups, steps } = published;
  const { province, chosen } = groups;
  return {
    year,
    instrument: instrument.id,
    own: row && { name: row.name, index: Number(row.index) },
    groups: [
      { group: 'kind', name: kind, ...standingOf(groups.kind) },
      ...(province ? [{ group: 'province' as const, name: province.name, ...standingOf(province) }] : []),
      ...(chosen
        ? [
            {
              group: 'chosen' as const,
              name: chosen.peers.map(({ name }) => name).join(', '),
              ...standingOf(chosen),
            },
          ]
        : []),
    ],
    domains: domainStandings(instrument, groups).map(({ id, standing }) => ({ id, ...standingOf(standing) })),
    steps: steps.map(({ indicator, from, to, index }) => ({
      indicator: indicator.id,
      from,
      to,
      ...both(index),
    })),
  };
}

/** Of the domains whose own value is known. */
function domainStandings({ groups }: Instrument, { domains }: PeerGroups) {
  return groups
    .filter(({ kind }) => kind === 'domain')
    .flatMap(({ id }, position) => {
      const standing = domains?.[position];
      return standing ? [{ id, standing }] : [];
    });
}

function indicatorsOf(
  { indicators }: Instrument,
  regions: readonly RegionResult[],
): CompareDocument['indicators'] {
  if (regions.length === 0) return [];
  return indicators.map(({ id, name, weight }) => ({
    id,
    name,
    weight: exactText(weight),
    levels: regions.map((one) => levelOf(one, id)),
  }));
}

const two = (value: Fraction) => roundedNumber(value, 2);
const peerOf = ({ name, value }: Peer) => ({ name, value: two(value) });

/** For json: everything of a standing but what the reader can count. */
function standingOf(standing: PeerStanding) {
  const { own, rank, of, sharedWith, below, percentile, next, above, distribution } = standing;
  return {
    value: two(own),
    rank,
    of,
    sharedWith: [...sharedWith],
    below,
    percentile: percentile && roundedNumber(percentile, 1),
    next: next && { distance: two(next.distance), peers: next.peers.map(peerOf) },
    above: above.map(peerOf),
    distribution: distribution && distributionOf(distribution),
  };
}

function distributionOf(one: Distribution) {
  return {
    count: one.count,
    mean: two(one.mean),
    meanExact: exactText(one.mean),
    min: two(one.min),
    lowerQuartile: two(one.lowerQuartile),
    median: two(one.median),
    upperQuartile: two(one.upperQuartile),
    max: two(one.max),
    histogram: one.histogram.map(({ from, to, count }) => ({
      from: exactText(from),
      to: exactText(to),
      count,
    })),
  };
}

/** Regions side by side: a row an index, domain, aspect and indicator. Else a row a group and domain it is ranked in. */
export function compareRecords(comparison: Comparison): Records {
  const { regions, instrument } = comparison;
  return regions.length > 0 ? regionRecords(instrument, regions) : standingRecords(comparison);
}

function regionRecords(instrument: Instrument, regions: readonly RegionResult[]): Records {
  const { decimals } = instrument.rounding;
  return {
    columns: ['jenis', 'kode', 'nama', 'bobot', ...regions.map(({ label }) => label)],
    rows: [
      [
        'indeks',
        '',
        instrument.indexName,
        100,
        ...regions.map(({ score }) => roundedNumber(score.index, decimals)),
      ],
      ...instrument.groups.map(({ id, kind, name, weight }) => [
        kind === 'domain' ? 'domain' : 'aspek',
        id,
        name,
        weight.valueOf(),
        ...regions.map(({ score }) => roundedNumber(groupIndex(score, id), decimals)),
      ]),
      ...instrument.indicators.map(({ id, name, weight }) => [
        'indikator',
        id,
        name,
        weight.valueOf(),
        ...regions.map((one) => levelOf(one, id)),
      ]),
    ],
  };
}

function standingRecords({ published, kind, instrument }: Comparison): Records {
  const columns =
    'jenis kelompok nilai peringkat dari setara di_bawah persentil jumlah rata_rata minimum kuartil_bawah median kuartil_atas maksimum'.split(
      ' ',
    );
  if (published === null || kind === null) return { columns, rows: [] };
  const { groups } = published;
  return {
    columns,
    rows: [
      ['indeks', kind, ...standingValues(groups.kind)],
      ...(groups.province ? [['indeks', groups.province.name, ...standingValues(groups.province)]] : []),
      ...(groups.chosen ? [['indeks', 'pilihan', ...standingValues(groups.chosen)]] : []),
      ...domainStandings(instrument, groups).map(({ id, standing }) => [
        ...[id, kind, ...standingValues(standing)],
      ]),
    ],
  };
}

function standingValues({ own, rank, of, sharedWith, below, percentile, distribution }: PeerStanding) {
  return [
    two(own),
    rank,
    of,
    sharedWith.length,
    below,
    percentile && roundedNumber(percentile, 1),
    ...(distribution
      ? [
          distribution.count,
          two(distribution.mean),
          two(distribution.min),
          two(distribution.lowerQuartile),
          two(distribution.median),
          two(distribution.upperQuartile),
          two(distribution.max),
        ]
      : Array.from({ length: 7 }, () => null)),
  ];
}
