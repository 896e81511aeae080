import type { Fraction } from 'fraction.js';
import type { Crosswalk } from '../instrument/crosswalk.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Stage } from './stage.ts';
import { findChanges } from './trend-changes.ts';
import { instrumentOf, mergeYears } from './trend-points.ts';
import { findStatements } from './trend-statements.ts';

/** A value as it is known. */
export interface Known {
  readonly value: Fraction;
  /** Decimals it was rounded to; null = exact. */
  readonly decimals: number | null;
}

/** Whose word a value is: a stage of an assessment, or what the Ministry or the news published. */
export type TrendKind = Stage | 'published';

/** What is never drawn in one line with another: the region's claim, its internal assessor's word, the external result. */
export type TrendMeasure = 'external' | 'internal' | 'claim';

/** The result of one year, from one source. */
export interface YearResult {
  readonly year: number;
  readonly kind: TrendKind;
  /** Id of the instrument it was measured with. */
  readonly instrument: string;
  readonly index: Known;
  /** By id of a domain or aspect; those that are known. */
  readonly groups: ReadonlyMap<string, Known>;
  /** As the source states it; null where it does not. */
  readonly predicate: string | null;
  /** Indicators without an answer, counted at the lowest level. */
  readonly blanks: number;
  /** Where it comes from, for people. */
  readonly source: string;
}

/** One year in a line. */
export interface TrendPoint extends YearResult {
  readonly measure: TrendMeasure;
  /** Set where the index is known only rounded and its exact value may have this predicate instead. */
  readonly otherPredicate: string | null;
  /** The same year from other sources, and how they stand to this one. */
  readonly others: readonly {
    readonly result: YearResult;
    readonly relation: 'agrees' | 'differs' | 'earlier-stage';
  }[];
}

/** What a domain or aspect brought to a change, in index points: weight × (new − old) ÷ 100. */
export interface TrendPart {
  readonly group: Instrument['groups'][number];
  readonly from: Known;
  readonly to: Known;
  readonly points: Fraction;
  /** By how much `points` may be off, since values are known only rounded; 0 = exact. */
  readonly uncertainty: Fraction;
}

/** How the parts of a change add up. `difference` of the change = sum of the parts + `rest`, always. */
export interface TrendParts {
  readonly parts: readonly TrendPart[];
  /** Groups whose value is not known in both years; what they brought is in `rest`. */
  readonly unknown: readonly Instrument['groups'][number][];
  readonly rest: Fraction;
  /** Everything is known exactly, and `rest` is 0. */
  readonly isExact: boolean;
}

/** From one year of a segment to the next. */
export interface TrendChange {
  readonly from: TrendPoint;
  readonly to: TrendPoint;
  readonly difference: Fraction;
  /** By how much the difference may be off; 0 = exact. */
  readonly uncertainty: Fraction;
  /** Of the indices as shown: `same` also where the exact ones differ by less than can be seen. */
  readonly direction: 'rise' | 'fall' | 'same';
  /** By the groups at the top: domains, or aspects where an instrument has no domains; null if none is known in both. */
  readonly byTop: TrendParts | null;
  /** By aspects, where those are not the top; null if none is known in both years. */
  readonly byAspect: TrendParts | null;
}

/** Years that may be drawn as one line: one instrument, one measure. */
export interface TrendSegment {
  readonly measure: TrendMeasure;
  readonly instrument: Instrument;
  /** Ascending by year, at most one a year. */
  readonly points: readonly TrendPoint[];
  /** One fewer than points. */
  readonly changes: readonly TrendChange[];
}

export interface TrendTarget {
  readonly index: Fraction;
  /** As a person names it: `4,00`, `Sangat Baik (3,50)`. */
  readonly label: string;
  /** Year in which it is to be reached; null = any. */
  readonly year: number | null;
}

/** How far two instruments can be compared: by what their indicators are about, never by their index. */
export interface Comparability {
  /** Indicators of the older one that go on in the newer one, and how many of these without doubt. */
  readonly continued: number;
  readonly certain: number;
  /** Indicators of the older one that ended, and of the newer one that are new. */
  readonly ended: number;
  readonly began: number;
}

/** What can be read off the lines: facts for a report to put in words, in the order of the lines and years. */
export type TrendStatement =
  | { readonly kind: 'change'; readonly change: TrendChange }
  | { readonly kind: 'predicate'; readonly change: TrendChange; readonly from: string; readonly to: string }
  | { readonly kind: 'years-missing'; readonly change: TrendChange; readonly years: readonly number[] }
  | { readonly kind: 'single'; readonly point: TrendPoint }
  | {
      readonly kind: 'instrument-break';
      readonly from: TrendPoint;
      readonly to: TrendPoint;
      /** null where nobody has compared the two directly. */
      readonly comparability: Comparability | null;
    }
  | { readonly kind: 'measures-apart'; readonly measures: readonly TrendMeasure[] }
  | { readonly kind: 'sources-differ'; readonly point: TrendPoint; readonly other: YearResult }
  | { readonly kind: 'early-stage'; readonly point: TrendPoint }
  | { readonly kind: 'blanks'; readonly point: TrendPoint }
  | {
      readonly kind: 'target';
      readonly target: TrendTarget;
      /** The value of the target's year; where there is none, the last one known. */
      readonly point: TrendPoint;
      /** Target − index; ≤ 0 = reached. */
      readonly distance: Fraction;
      /** The index is known only rounded, too coarsely to say whether it is reached. */
      readonly isUncertain: boolean;
    };

export interface Trend {
  /** By measure, external first, then by year. Two segments of a measure lie on either side of a change of instrument. */
  readonly segments: readonly TrendSegment[];
  readonly statements: readonly TrendStatement[];
}

export interface TrendContext {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly crosswalks: readonly Crosswalk[];
  /** Of this instrument only; values of another are not measured against them. */
  readonly targets: { readonly instrument: string; readonly list: readonly TrendTarget[] };
}

/**
 * The index over the years, in lines that never cross a change of instrument and never mix claims with external results.
 * @param results in any order; of two equally exact ones for the same year the earlier in the list counts
 * @throws Error (a bug) if a result names an instrument that is not in the context
 */
export function findTrend(results: readonly YearResult[], context: TrendContext): Trend {
  const points = mergeYears(results, context.instruments);
  const segments: TrendSegment[] = [];
  let run: TrendPoint[] = [];
  for (const [position, point] of points.entries()) {
    run.push(point);
    const next = points[position + 1];
    if (next?.measure === point.measure && next.instrument === point.instrument) continue;
    const instrument = instrumentOf(point, context.instruments);
    segments.push({ measure: point.measure, instrument, points: run, changes: findChanges(run, instrument) });
    run = [];
  }
  return { segments, statements: findStatements(segments, context) };
}
