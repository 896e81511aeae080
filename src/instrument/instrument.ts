import type { Fraction } from 'fraction.js';

/** A regulation's questionnaire, checked on load. Weights and band edges are exact; percent of the whole index. */
export interface Instrument {
  readonly id: string;
  /** Short name of the regulation, e.g. `PermenPANRB 59/2020`. */
  readonly name: string;
  readonly title: string;
  readonly indexName: string;
  readonly years: { readonly from: number; readonly to: number; readonly note: string };
  readonly scale: Scale;
  readonly rounding: { readonly decimals: number };
  readonly bandEdge: BandEdge;
  /** Ascending; the last one includes its upper edge. */
  readonly bands: readonly Band[];
  readonly capabilities: ReadonlyMap<string, Capability>;
  /** Domains first, then their aspects, in the regulation's order. */
  readonly groups: readonly Group[];
  /** In the regulation's order. */
  readonly indicators: readonly Indicator[];
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  /** What a blank indicator counts as. */
  readonly floor: number;
  /** Decimals a level may have; 0 = whole levels only. */
  readonly decimals: number;
}

export type BandBasis = 'exact' | 'rounded';

export interface BandEdge {
  /** Whether the predicate follows the exact or the rounded index. */
  readonly basis: BandBasis;
  /** Years in which the Ministry's published results follow another basis. */
  readonly byYear: ReadonlyMap<number, BandBasis>;
  /** Distance from an edge below which reports say so. */
  readonly warnWithin: Fraction;
}

export interface Band {
  readonly name: string;
  readonly from: Fraction;
  readonly to: Fraction;
}

export interface Capability {
  readonly id: string;
  readonly name: string;
  readonly levels: readonly {
    readonly level: number;
    readonly name: string;
    readonly definition: string;
  }[];
}

export interface Group {
  readonly id: string;
  readonly kind: 'domain' | 'aspect';
  readonly name: string;
  readonly parent: string | null;
  readonly weight: Fraction;
}

export interface Indicator {
  /** As printed in the regulation: `12`, or `35-1` in 5/2018. */
  readonly id: string;
  readonly name: string;
  /** At most 40 characters, for tables and charts. */
  readonly shortName: string;
  readonly question: string;
  /** Id of its aspect. */
  readonly group: string;
  readonly weight: Fraction;
  readonly capability: string;
}
