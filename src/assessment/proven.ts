import { Fraction } from 'fraction.js';
import type { EvidenceItem, EvidenceKind, IndicatorCriteria } from '../instrument/criteria-schema.ts';
import { admits } from '../instrument/document-kinds.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { groupBy } from './group-by.ts';
import { type LossReason, lossReasons, mildest } from './loss-reason.ts';
import { exact, type Levels } from './score.ts';

/** One listed document, as far as it decides what level is proven. */
export interface ProvingDocument {
  readonly indicator: string;
  /** Level it is listed for; null = for the claimed one. */
  readonly level: number | null;
  readonly kind: EvidenceKind | null;
  /** ISO day; null if not known. */
  readonly date: string | null;
  /** Why it does not count; null if it does. */
  readonly refusedFor: LossReason | null;
}

export interface ProvenInput {
  readonly instrument: Instrument;
  readonly criteria: ReadonlyMap<string, IndicatorCriteria>;
  /** carries-below: a document listed for level k counts for the levels below too. */
  readonly coverage: 'carries-below' | 'every-level';
  readonly claimed: Levels;
  readonly documents: readonly ProvingDocument[];
  /** Ids of the items that the checklist says are not there yet. */
  readonly lacking: ReadonlySet<string>;
}

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

/** Items of which one is enough; without any, one document of whatever kind is asked. */
interface Need {
  readonly items: readonly EvidenceItem[];
}

/** What a level asks for: each required item alone, or with its alternatives. */
function neededItems(evidence: readonly EvidenceItem[]): Need[] {
  const alternatives = groupBy(evidence, ({ id, anyOf }) => anyOf ?? id);
  const needs = [...alternatives.values()].filter((items) => items.some(({ required }) => required));
  return needs.length > 0 ? needs.map((items) => ({ items })) : [{ items: [] }];
}

type Listed = ProvingDocument & { readonly level: number };

/**
 * Needs of a level that no document meets. One whose kind is not said may be of any kind, but only of one: it meets the
 * needs of one kind that no other document meets.
 */
function uncovered(
  needs: readonly Need[],
  level: number,
  documents: readonly Listed[],
  input: ProvenInput,
): Need[] {
  const open = needs.filter(
    (need) =>
      isLacking(need, input) ||
      !candidates(need, level, documents, input).some(
        ({ refusedFor, kind }) => refusedFor === null && (kind !== null || need.items.length === 0),
      ),
  );
  const jokers = documents.filter(
    ({ kind, refusedFor, level: listedFor }) =>
      kind === null && refusedFor === null && isForLevel(level, listedFor, input.coverage),
  );
  const openKinds = new Set(open.flatMap((need) => (isLacking(need, input) ? [] : kindOf(need))));
  // In the order of all needs: were it that of the open ones, one more document could change which kind a joker meets.
  const kinds = [...new Set(needs.flatMap(kindOf))].filter((kind) => openKinds.has(kind));
  const met = new Set(kinds.slice(0, jokers.length));
  return open.filter((need) => isLacking(need, input) || !kindOf(need).some((kind) => met.has(kind)));
}

/** The kind that a need asks for first; none where any document will do. */
function kindOf({ items }: Need): EvidenceKind[] {
  return items.slice(0, 1).map(({ kind }) => kind);
}

function isLacking({ items }: Need, { lacking }: ProvenInput): boolean {
  return items.length > 0 && items.every(({ id }) => lacking.has(id));
}

/** Documents that would prove one of the items, whether they count or not. */
function candidates(
  { items }: Need,
  level: number,
  documents: readonly Listed[],
  { coverage, lacking }: ProvenInput,
  isTimely = isLateEnough,
): Listed[] {
  const open = items.filter(({ id }) => !lacking.has(id));
  return documents.filter((one) =>
    items.length === 0
      ? isForLevel(level, one.level, coverage)
      : open.some((item) => mayProve(item, level, { ...one, coverage }) && isTimely(item, one, documents)),
  );
}

/** Whether a document of this kind, listed for that level, is of the sort that the item of a level asks for. */
export function mayProve(
  item: EvidenceItem,
  level: number,
  document: Pick<Listed, 'level' | 'kind'> & Pick<ProvenInput, 'coverage'>,
): boolean {
  return isForLevel(level, document.level, document.coverage) && admits(item.kind, document.kind);
}

function isForLevel(level: number, listedFor: number, coverage: ProvenInput['coverage']): boolean {
  return coverage === 'carries-below' ? listedFor >= level : listedFor === level;
}

/**
 * Where the guideline wants a follow-up some time after the review, one review at least must lie that far back. Where a
 * date is not known nothing speaks against it.
 */
function isLateEnough(
  { yearsAfterReview }: EvidenceItem,
  { date }: Listed,
  documents: readonly Listed[],
): boolean {
  if (yearsAfterReview === undefined || date === null) return true;
  return documents.some(
    (one) =>
      admits('review-report', one.kind) &&
      (one.date === null || addYears(one.date, yearsAfterReview) <= date),
  );
}

/** `2024-02-29` + 1 → `2025-02-29`: compares rightly as text with every real day. */
export function addYears(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
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
  const { decimals, max } = input.instrument.scale;
  if (decimals === 0 || whole >= max) return whole;
  const needs = itemsAt(whole + 1);
  const open = uncovered(needs, whole + 1, documents, input).length;
  // Rounded down: never more than is there. A level that is complete but for one it requires is not reached.
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
    const refused = candidates(need, level, documents, input).flatMap(({ refusedFor }) => refusedFor ?? []);
    const early = candidates(need, level, documents, input, () => true);
    return (
      mildest(refused) ??
      (early.some(({ refusedFor }) => refusedFor === null) ? 'wrong-date' : 'item-missing')
    );
  });
  // The gravest of what stops the level: mending the others would not be enough.
  return lossReasons.find((reason) => reasons.includes(reason)) ?? 'item-missing';
}

function descending(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);
}
