import type { Fraction } from 'fraction.js';
import type { Place } from '../problem.ts';

/** How several answers become one level, where no decision is written: see `settle`. */
export const mergeRules = ['lead', 'lowest', 'median', 'weighted'] as const;
export type MergeRule = (typeof mergeRules)[number];

/** A level that somebody decided in writing: it stands above every answer and every rule. */
export interface Decision {
  readonly indicator: string;
  readonly level: number;
  readonly reason: string;
  /** Who decided. */
  readonly by: string;
  /** ISO day. */
  readonly date: string;
  /** Where it is written. */
  readonly at: Place;
}

/** An OPD and the indicators it was given to answer. */
export interface AssignedOpd {
  readonly code: string;
  readonly name: string;
  readonly indicators: readonly string[];
}

/** What a region says about answers of several OPD. */
export interface MergePolicy {
  readonly rule: MergeRule;
  /** Indicator → code of the OPD that leads it (pengampu). */
  readonly leads: ReadonlyMap<string, string>;
  /** OPD code → weight of its voice under `weighted`; 1 where it is not named. */
  readonly weights: ReadonlyMap<string, Fraction>;
  readonly decisions: ReadonlyMap<string, Decision>;
  /** null: nobody says who answers what. */
  readonly assigned: readonly AssignedOpd[] | null;
}

/** Without a project: nobody leads, so the lowest counts. */
export const usualPolicy: MergePolicy = {
  rule: 'lead',
  leads: new Map(),
  weights: new Map(),
  decisions: new Map(),
  assigned: null,
};

/** The OPD whose answer decides: the one that is named, else the only one that was given the indicator; null if unknown. */
export function leadOf({ leads, assigned }: MergePolicy, indicator: string): string | null {
  const named = leads.get(indicator);
  if (named !== undefined) return named;
  const given = (assigned ?? []).filter(({ indicators }) => indicators.includes(indicator));
  return given.length === 1 ? (given[0]?.code ?? null) : null;
}

/** Whether the OPD may answer; true where nobody says who answers what, or which OPD it is. */
export function isAssigned({ assigned }: MergePolicy, opd: string | null, indicator: string): boolean {
  if (assigned === null || opd === null) return true;
  return assigned.some(({ code, indicators }) => code === opd && indicators.includes(indicator));
}
