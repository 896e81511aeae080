import type { Fraction } from 'fraction.js';
import type { Month } from './month.ts';
import type { Rung } from './rungs.ts';

/** What a limit counts: level steps, person-days, or rupiah. */
export type Measure = 'steps' | 'days' | 'rupiah';

/** Level steps an OPD can finish in a quarter (see `quarterOf`); null = as many as you like. */
export type CapacityOf = (opd: string, quarter: number) => number | null;

/** Something a plan must keep to. Each kind stands at most once, but `group`. */
export type Constraint =
  /** `needed`: index points still missing. */
  | { readonly kind: 'index'; readonly needed: Fraction }
  /** A domain or aspect: index points (of the whole) its indicators must gain together. */
  | {
      readonly kind: 'group';
      readonly group: string;
      readonly indicators: ReadonlySet<string>;
      readonly needed: Fraction;
    }
  /** No indicator below `level`, but for those exempt. */
  | { readonly kind: 'floor'; readonly level: number; readonly exempt: ReadonlySet<string> }
  /** Work that has begun is finished: indicator → level. */
  | { readonly kind: 'underway'; readonly to: ReadonlyMap<string, number> }
  | { readonly kind: 'frozen'; readonly indicators: ReadonlySet<string> }
  | { readonly kind: 'budget'; readonly measure: Measure; readonly amount: Fraction }
  /** All is done within the months from `start` to `end`, both whole and included. */
  | { readonly kind: 'deadline'; readonly start: Month; readonly end: Month }
  /** Level steps that an OPD can finish in a calendar quarter; binds only together with a deadline. */
  | { readonly kind: 'capacity'; readonly ofOpd: CapacityOf };

/** Another indicator's level that must be met before work on this step begins. */
export interface Requirement {
  readonly indicator: string;
  readonly level: number;
  readonly needs: { readonly indicator: string; readonly level: number };
}

/** The one of this kind; undefined if the question has none. */
export function constraintOf<K extends Constraint['kind']>(
  constraints: readonly Constraint[],
  kind: K,
): Extract<Constraint, { kind: K }> | undefined {
  return constraints.find((one): one is Extract<Constraint, { kind: K }> => one.kind === kind);
}

/** @throws Error (a bug) if the step's work or price is asked for and unknown */
export function measure(rung: Rung, by: Measure, one: Fraction): Fraction {
  if (by === 'steps') return one;
  const value = by === 'days' ? rung.work?.days : rung.work?.rupiah;
  if (!value) throw new Error(`No ${by} for ${rung.indicator} to level ${rung.to}`);
  return value;
}
