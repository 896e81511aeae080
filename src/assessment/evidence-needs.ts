import { Fraction } from 'fraction.js';
import type { EvidenceItem } from '../instrument/criteria-schema.ts';
import { parseDocumentKind } from '../instrument/document-kinds.ts';
import type { Criteria } from '../instrument/load-criteria.ts';
import { mayProve } from './cover.ts';
import type { Assessment } from './merge.ts';
import type { Review, ReviewedDocument } from './review.ts';
import { exact } from './score.ts';

/**
 * present: a document counts for it. doubtful: there is one, but something speaks against it, or its kind is not said. missing: none is listed.
 * lacking: the checklist itself says it is not there.
 */
export type ItemState = 'present' | 'doubtful' | 'missing' | 'lacking';

/** One item that a claimed level asks for. */
export interface ItemNeed {
  readonly level: number;
  readonly item: EvidenceItem;
  /** alternative: one of several is enough. */
  readonly need: 'required' | 'alternative' | 'optional';
  readonly state: ItemState;
  /** Those that would prove it, whether they count or not. */
  readonly documents: readonly ReviewedDocument[];
}

/** What the claimed level of one indicator asks for, and what is there. */
export interface EvidenceNeeds {
  readonly indicator: string;
  /** Code of the OPD whose answer counts; null if none is known. */
  readonly opd: string | null;
  readonly claimed: number;
  readonly proven: number;
  /** Index points lost as long as the claim is not proven. */
  readonly stake: Fraction;
  /** Of the levels above the floor up to the claimed one, ascending, in the order of the criteria. */
  readonly items: readonly ItemNeed[];
  /** Every document listed for the indicator. */
  readonly documents: readonly ReviewedDocument[];
}

/** What every claimed indicator asks for, in the instrument's order. */
export function listNeeds(assessment: Assessment, criteria: Criteria, review: Review): EvidenceNeeds[] {
  const { instrument, answers, checklist } = assessment;
  const weights = new Map(instrument.indicators.map(({ id, weight }) => [id, weight]));
  return review.proven.map(({ id, claimed, proven }) => {
    const documents = review.documents.filter(({ evidence }) => evidence.indicator === id);
    const levels = (criteria.byIndicator.get(id)?.levels ?? []).filter(
      ({ level }) => level > instrument.scale.floor && level <= Math.ceil(claimed),
    );
    const items = levels.flatMap(({ level, evidence }) =>
      evidence.map((item): ItemNeed => {
        const fitting = documents.filter((one) =>
          mayProve(item, level, {
            level: Math.ceil(one.evidence.level ?? claimed),
            kind: parseDocumentKind(one.evidence.kind),
            coverage: criteria.about.coverage.rule,
          }),
        );
        return {
          level,
          item,
          need: needOf(item, evidence),
          state: stateOf(item, fitting, checklist),
          documents: fitting,
        };
      }),
    );
    const lost = exact(claimed).sub(exact(proven));
    return {
      indicator: id,
      opd: answers.get(id)?.opd ?? null,
      claimed,
      proven,
      stake: (weights.get(id) ?? new Fraction(0)).mul(lost).div(100),
      items,
      documents,
    };
  });
}

/** What must still be found or mended: required items that no document counts for; of alternatives, if none has one. */
export function openItems({ items }: EvidenceNeeds): ItemNeed[] {
  return items.filter((one) => {
    if (one.state === 'present' || one.need === 'optional') return false;
    if (one.need === 'required') return true;
    const { level, item } = one;
    return !items.some(
      (other) => other.level === level && other.item.anyOf === item.anyOf && other.state === 'present',
    );
  });
}

function needOf({ required, anyOf }: EvidenceItem, siblings: readonly EvidenceItem[]): ItemNeed['need'] {
  if (anyOf === undefined) return required ? 'required' : 'optional';
  return siblings.some((other) => other.anyOf === anyOf && other.required) ? 'alternative' : 'optional';
}

function stateOf(
  { id }: EvidenceItem,
  documents: readonly ReviewedDocument[],
  checklist: ReadonlyMap<string, boolean>,
): ItemState {
  if (checklist.get(id) === false) return 'lacking';
  const isSaid = ({ evidence }: ReviewedDocument) => parseDocumentKind(evidence.kind) !== null;
  if (documents.some((one) => one.refusedFor === null && isSaid(one))) return 'present';
  return documents.length > 0 ? 'doubtful' : 'missing';
}
