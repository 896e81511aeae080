import { Fraction } from 'fraction.js';
import type { EvidenceItem } from '../instrument/criteria-schema.ts';
import type { Instrument } from '../instrument/instrument.ts';
import {
  candidates,
  isLateEnough,
  type Listed,
  type Need,
  neededItems,
  type ProvenInput,
  type ProvingDocument,
  uncovered,
} from './cover.ts';
import { groupBy } from './group-by.ts';
import { type LossReason, lossReasons, mildest } from './loss-reason.ts';
import { exact, type Levels } from './score.ts';

export interface ProvenIndicator {
  readonly id: string;
  readonly claimed: number;
  readonly proven: number;
  /** Items without a document at the level that stops it; empty if nothing is lost. */
  readonly missing: readonly EvidenceItem[];
  /** Level that is not carried; null if nothing is lost. */
  readonly stopsAt: number | null;
  /** null if nothing is lost. */
  readonly reason: LossReason | null;
}

export interface Loss {
  readonly reason: LossReason;
  /** Index points. */
  readonly points: Fraction;
  readonly indicators: readonly string[];
}

/**
 * The level of each claimed indicator that its documents carry, at most the claim. A level is carried if each required
 * item has a document that counts, and every level it requires is carried (PermenPANRB 59/2020, pp. 27–80: "kriteria
 * tingkat sebelumnya telah terpenuhi"; Pedoman Menteri PANRB 3/2024 for the items). More documents never lower it.
 */
export function findProven(input: ProvenInput): ProvenIndicator[] {
  const byIndicator = groupBy(input.documents, ({ indicator }) => indicator);
  return input.instrument.indicators.flatMap(({ id }) => {
    const claimed = input.claimed.get(id);
    return claimed === undefined ? [] : [proveIndicator(id, claimed, byIndicator.get(id) ?? [], input)];
  });
}

/** The proven levels, ready for `score`. */
export function provenLevels(proven: readonly ProvenIndicator[]): Levels {
  return new Map(proven.map(({ id, proven: level }) => [id, level]));
}

/** Index points between claim and proof by reason, in the order of `lossReasons`; they add up to the difference exactly. */
export function lossByReason(instrument: Instrument, proven: readonly ProvenIndicator[]): Loss[] {
  const weights = new Map(instrument.indicators.map(({ id, weight }) => [id, weight]));
  return lossReasons.flatMap((reason) => {
    const own = proven.filter((one) => one.reason === reason);
    if (own.length === 0) return [];
    const points = own.reduce(
      (sum, one) =>
        sum.add((weights.get(one.id) ?? new Fraction(0)).mul(exact(one.claimed).sub(exact(one.proven)))),
      new Fraction(0),
    );
    return [{ reason, points: points.div(100), indicators: own.map(({ id }) => id) }];
  });
}

interface LevelProof {
  readonly isCarried: boolean;
  /** Level at which the chain breaks; null if carried. */
  readonly stopsAt: number | null;
}

function proveIndicator(
  id: string,
  claimed: number,
  listed: readonly ProvingDocument[],
  input: ProvenInput,
): ProvenIndicator {
  const { floor } = input.instrument.scale;
  const top = Math.ceil(claimed);
  const documents = listed.map((one) => ({ ...one, level: Math.ceil(one.level ?? claimed) }));
  const levels = new Map(input.criteria.get(id)?.levels.map((one) => [one.level, one]));
  const itemsAt = (level: number) => neededItems(levels.get(level)?.evidence ?? []);
  const isCarried = (level: number): LevelProof => {
    if (level <= floor) return { isCarried: true, stopsAt: null };
    // What lies deeper is named: it must be mended first.
    for (const { level: before } of levels.get(level)?.requires ?? []) {
      const deeper = isCarried(before);
      if (!deeper.isCarried) return deeper;
    }
    const isCovered = uncovered(itemsAt(level), level, documents, input).length === 0;
    return isCovered ? { isCarried: true, stopsAt: null } : { isCarried: false, stopsAt: level };
  };
  const whole = descending(top, floor).find((level) => isCarried(level).isCarried) ?? floor;
  const proven = carriesIndex(id, documents, input)
    ? claimed
    : Math.min(claimed, withShareOfNext(whole, itemsAt, documents, input));
  if (proven >= claimed) {
    return { id, claimed, proven: claimed, missing: [], stopsAt: null, reason: null };
  }
  const stopsAt = isCarried(top).stopsAt ?? top;
  const missing = uncovered(itemsAt(stopsAt), stopsAt, documents, input);
  return {
    id,
    claimed,
    proven,
    missing: missing.flatMap(({ items }) => items),
    stopsAt,
    reason: reasonOf(missing, stopsAt, documents, input),
  };
}

/**
 * On a scale with decimals the part of the next level's items that is proven counts. Our judgement: the sources say only
 * that a level counts when all its items are accepted.
 */
function withShareOfNext(
  whole: number,
  itemsAt: (level: number) => Need[],
  documents: readonly Listed[],
  input: ProvenInput,
): number {
  const { decimals } = input.instrument.scale;
  const needs = itemsAt(whole + 1);
  const open = uncovered(needs, whole + 1, documents, input).length;
  // Rounded down: never more than is there. A level that is complete but for one it requires is not reached. On a scale
  // of whole levels this leaves nothing; nor is there anything above the top.
  const units = 10 ** decimals;
  const share = Math.min(Math.floor(((needs.length - open) * units) / needs.length), units - 1);
  return (whole * units + share) / units;
}

/** A value that another agency's index decides is proven by that index, not by items. */
function carriesIndex(id: string, documents: readonly Listed[], { instrument }: ProvenInput): boolean {
  return (
    instrument.externalIndices.some(({ indicator }) => indicator === id) &&
    documents.some(({ kind, refusedFor }) => kind === 'index' && refusedFor === null)
  );
}

function reasonOf(
  missing: readonly Need[],
  level: number,
  documents: readonly Listed[],
  input: ProvenInput,
): LossReason {
  if (documents.length === 0) return 'no-evidence';
  const reasons = missing.map((need): LossReason => {
    const refusals = (found: readonly Listed[]) =>
      mildest(found.flatMap(({ refusedFor }) => refusedFor ?? []));
    return (
      refusals(candidates(need, level, documents, input)) ??
      untimely(need, level, documents, input) ??
      refusals(candidates(need, level, documents, input, () => true)) ??
      'item-missing'
    );
  });
  // The gravest of what stops the level: mending the others would not be enough.
  return lossReasons.find((reason) => reasons.includes(reason)) ?? 'item-missing';
}

/** Whether all that keeps a document from an item is its date. One whose kind is not said was used for another item. */
function untimely(
  need: Need,
  level: number,
  documents: readonly Listed[],
  input: ProvenInput,
): LossReason | null {
  const counting = (found: readonly Listed[]) =>
    found.some(({ refusedFor, kind }) => refusedFor === null && kind !== null);
  if (!counting(candidates(need, level, documents, input, () => true))) return null;
  const late = candidates(need, level, documents, input, (item, one) => isLateEnough(item, one, documents));
  return counting(late) ? 'outdated' : 'wrong-date';
}

function descending(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);
}
