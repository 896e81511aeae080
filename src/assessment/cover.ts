import type { EvidenceItem, EvidenceKind, IndicatorCriteria } from '../instrument/criteria-schema.ts';
import { admits } from '../instrument/document-kinds.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { groupBy } from './group-by.ts';
import type { LossReason } from './loss-reason.ts';
import type { Levels } from './score.ts';

/** One listed document, as far as it decides what level is proven. */
export interface ProvingDocument {
  readonly indicator: string;
  /** Level it is listed for; null = for the claimed one. */
  readonly level: number | null;
  readonly kind: EvidenceKind | null;
  /** ISO day; null if not known, or if it does not matter since an assessor accepted the document. */
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
  /** ISO day from which the age of a document is counted back. */
  readonly reference: string;
  readonly documents: readonly ProvingDocument[];
  /** Ids of the items that the checklist says are not there yet. */
  readonly lacking: ReadonlySet<string>;
}

/** Items of which one is enough; without any, one document of whatever kind is asked. */
export interface Need {
  readonly items: readonly EvidenceItem[];
}

/** What a level asks for: each required item alone, or with its alternatives. */
export function neededItems(evidence: readonly EvidenceItem[]): Need[] {
  const alternatives = groupBy(evidence, ({ id, anyOf }) => anyOf ?? id);
  const needs = [...alternatives.values()].filter((items) => items.some(({ required }) => required));
  return needs.length > 0 ? needs.map((items) => ({ items })) : [{ items: [] }];
}

/** A document with the level it counts for. */
export type Listed = ProvingDocument & { readonly level: number };

/**
 * Needs of a level that no document meets. One whose kind is not said may be of any kind, but only of one: it meets the
 * needs of the kind of which most are open. Were it any other kind, to say that an item is lacking could leave fewer open.
 */
export function uncovered(
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
  const meetable = open.filter((need) => !isLacking(need, input)).flatMap(kindOf);
  const openOf = groupBy(meetable, (kind) => kind);
  // Between kinds of which as many are open, the first in the order of all needs, whatever other documents meet.
  const kinds = [...new Set(needs.flatMap(kindOf))]
    .filter((kind) => openOf.has(kind))
    .toSorted((a, b) => (openOf.get(b)?.length ?? 0) - (openOf.get(a)?.length ?? 0));
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
export function candidates(
  { items }: Need,
  level: number,
  documents: readonly Listed[],
  { coverage, lacking, reference }: ProvenInput,
  isTimely: TimeRule = (item, one) =>
    isLateEnough(item, one, documents) && isYoungEnough(item, one, reference),
): Listed[] {
  const open = items.filter(({ id }) => !lacking.has(id));
  return documents.filter((one) =>
    items.length === 0
      ? isForLevel(level, one.level, coverage)
      : open.some((item) => mayProve(item, level, { ...one, coverage }) && isTimely(item, one)),
  );
}

type TimeRule = (item: EvidenceItem, document: Listed) => boolean;

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
export function isLateEnough(
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

/** Reviews and audits must be younger than the item's limit; a date that is not known speaks neither for nor against. */
function isYoungEnough({ maxAgeYears }: EvidenceItem, { date }: Listed, reference: string): boolean {
  return maxAgeYears === undefined || date === null || addYears(date, maxAgeYears) > reference;
}

/** `2024-02-29` + 1 → `2025-02-29`: compares rightly as text with every real day. */
export function addYears(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
