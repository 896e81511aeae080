import type { Fraction } from 'fraction.js';

/** A regulation's questionnaire, checked on load. Weights and band edges are exact; percent of the whole index. */
export interface Instrument {
  readonly id: string;
  /** Short name of the regulation, e.g. `PermenPANRB 59/2020`. */
  readonly name: string;
  readonly title: string;
  readonly indexName: string;
  /** `secondary`: the official text was not available to us. */
  readonly status: 'primary' | 'secondary';
  /** One line that every output must carry; null for a pack that rests on the official text. */
  readonly caution: string | null;
  readonly years: { readonly from: number; readonly to: number; readonly note: string };
  readonly scale: Scale;
  readonly rounding: { readonly decimals: number };
  readonly bandEdge: BandEdge;
  /** Ascending; the last one includes its upper edge. */
  readonly bands: readonly Band[];
  readonly bandSource: { readonly status: 'official' | 'secondary' | 'compatible'; readonly note: string };
  readonly capabilities: ReadonlyMap<string, Capability>;
  /** In the regulation's order. Some regulations have no domains; then every aspect is at the top. */
  readonly groups: readonly Group[];
  /** In the regulation's order. */
  readonly indicators: readonly Indicator[];
  readonly externalIndices: readonly ExternalIndex[];
  readonly sources: readonly Source[];
  readonly errata: readonly { readonly source: string; readonly page: string; readonly text: string }[];
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

/** An index of another agency that decides an indicator's value. */
export interface ExternalIndex {
  readonly indicator: string;
  readonly name: string;
  readonly owner: string;
  /** null: the sources give the bands only. */
  readonly conversion: 'linear' | null;
  readonly note: string;
  /** Ascending and without hole; `from` null = from the bottom. */
  readonly bands: readonly {
    readonly from: Fraction | null;
    readonly to: Fraction;
    readonly levelFrom: Fraction;
    readonly levelTo: Fraction;
  }[];
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
  /** Ascending. Names and definitions are null where no source gives them. */
  readonly levels: readonly {
    readonly level: number;
    readonly name: string | null;
    readonly definition: string | null;
  }[];
}

export interface Group {
  readonly id: string;
  readonly kind: 'domain' | 'aspect';
  readonly name: string;
  /** Id of the domain; null at the top. */
  readonly parent: string | null;
  readonly weight: Fraction;
}

export interface Indicator {
  /** As printed in the regulation: `12`, or `35-1` in 5/2018. */
  readonly id: string;
  readonly name: string;
  /** At most 40 characters, for tables and charts. */
  readonly shortName: string;
  /** null where no source gives it. */
  readonly question: string | null;
  /** Id of its aspect. */
  readonly group: string;
  readonly weight: Fraction;
  readonly capability: string;
}
