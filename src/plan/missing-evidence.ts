import { Fraction } from 'fraction.js';
import type { EvidenceItem, IndicatorCriteria } from '../instrument/criteria-schema.ts';

/** What a level still asks for. */
export interface MissingEvidence {
  /** Not yet there; of items of which one is enough, all are named. */
  readonly items: readonly EvidenceItem[];
  /** Share of what is required that is there: 0 where nothing is required, or nothing is known. */
  readonly done: Fraction;
}

/**
 * The evidence of a level that the checklist does not say is there. Items that are neither required nor an
 * alternative to others are left out.
 * @param isThere by item id (`12-L3-a`)
 */
export function findMissingEvidence(
  criteria: IndicatorCriteria | undefined,
  level: number,
  isThere: (item: string) => boolean,
): MissingEvidence {
  const asked = criteria?.levels.find((one) => one.level === level)?.evidence ?? [];
  const needs = new Map<string, EvidenceItem[]>();
  for (const item of asked) {
    if (!item.required && item.anyOf === undefined) continue;
    const key = item.anyOf === undefined ? item.id : `any ${item.anyOf}`;
    needs.set(key, [...(needs.get(key) ?? []), item]);
  }
  const open = [...needs.values()].filter((items) => !items.some(({ id }) => isThere(id)));
  return {
    items: open.flat(),
    done: needs.size === 0 ? new Fraction(0) : new Fraction(needs.size - open.length, needs.size),
  };
}
