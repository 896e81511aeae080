import { Fraction } from 'fraction.js';
import type { Province, PublishedResult } from '../instrument/benchmarks.ts';
import { type InstitutionKind, provinceOf } from './institution-name.ts';
import { type Peer, type PeerStanding, standAmong } from './peers.ts';

/** What is compared with the published results. */
export interface OwnResult {
  readonly index: Fraction;
  /** In the order of the published ones; null where only the index is known, or one of them is not. */
  readonly domains: readonly (Fraction | null)[] | null;
  readonly kind: InstitutionKind;
  /** The own row among the published results of that year; null if there is none. */
  readonly published: PublishedResult | null;
  /** Name of the province of a kabupaten or kota; null if unknown, or for any other institution. */
  readonly province: string | null;
}

/** Where a result stands among the published ones of a year. */
export interface PeerGroups {
  /** Among all of its kind in Indonesia. */
  readonly kind: PeerStanding;
  /** Among the kabupaten and kota of its province; null where that makes no sense or none is published. */
  readonly province: (PeerStanding & { readonly name: string }) | null;
  /** Among those that the user chose; null if none. */
  readonly chosen: (PeerStanding & { readonly peers: readonly Peer[] }) | null;
  /** Each domain among its kind, in the order of the domains; null where the own ones are not known. */
  readonly domains: readonly (PeerStanding | null)[] | null;
}

/**
 * Ranks one result among its own kind, within its province, and among chosen ones. The order of the rows does not matter.
 * @param published all results of one year, of every kind
 * @param chosen rows of `published`
 */
export function findPeerGroups(
  own: OwnResult,
  published: readonly PublishedResult[],
  provinces: readonly Province[],
  chosen: readonly PublishedResult[] = [],
): PeerGroups {
  const self = own.published?.name ?? null;
  const alike = published.filter(({ type }) => type === own.kind);
  const neighbours =
    own.province === null ? [] : published.filter((row) => provinceOf(row, provinces) === own.province);
  const others = chosen.filter(({ name }) => name !== self);
  return {
    kind: standAmong(own.index, alike.map(toPeer), self),
    province:
      own.province === null || neighbours.length === 0
        ? null
        : { name: own.province, ...standAmong(own.index, neighbours.map(toPeer), self) },
    chosen:
      others.length === 0
        ? null
        : { peers: others.map(toPeer), ...standAmong(own.index, others.map(toPeer), self) },
    domains:
      own.domains?.map((value, position) => value && standInDomain(value, position, alike, self)) ?? null,
  };
}

function standInDomain(
  value: Fraction,
  position: number,
  alike: readonly PublishedResult[],
  self: string | null,
): PeerStanding {
  const peers = alike.flatMap(({ name, domains }): Peer[] => {
    const printed = domains[position] ?? null;
    return printed === null ? [] : [{ name, value: new Fraction(printed) }];
  });
  return standAmong(value, peers, self);
}

function toPeer({ name, index }: PublishedResult): Peer {
  return { name, value: new Fraction(index) };
}
