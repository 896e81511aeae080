import { admits } from '../../instrument/document-kinds.ts';
import { problem } from '../../problem-kinds.ts';
import { addYears } from '../cover.ts';
import { groupBy } from '../group-by.ts';
import { levelOf } from './asked-items.ts';
import { dayOf } from './day-of.ts';
import { describeDocument } from './describe-document.ts';
import { kindOf } from './kind-of.ts';
import type { EvidenceContext, EvidenceRule, ListedDocument } from './rule.ts';

/** A follow-up dated too soon after the review it follows, where the guideline says how long that must be. */
export const evidenceFollowUpEarly: EvidenceRule = {
  code: 'evidence-follow-up-early',
  // The proven level sees to it: a review listed later may make the same follow-up timely.
  reason: null,
  source: 'Pedoman Menteri PANRB 3/2024: turunan kebijakan tingkat 5 ditetapkan 1 tahun setelah reviu',
  find: (context) => {
    const byIndicator = groupBy(context.documents, ({ evidence }) => evidence.indicator);
    return context.documents.flatMap(({ evidence }, document) => {
      const date = dayOf(evidence);
      if (date === null || kindOf(evidence) !== 'follow-up') return [];
      const years = yearsAsked(evidence, context);
      const review = firstReview(byIndicator.get(evidence.indicator) ?? []);
      if (years === null || review === null || addYears(review, years) <= date) return [];
      const details = { ...describeDocument(evidence), date, review, years };
      return [{ problem: problem('evidence-follow-up-early', evidence.cells.date, details), document }];
    });
  },
};

/** Years that must lie between review and follow-up at the level of this document; null if none are asked. */
function yearsAsked(evidence: ListedDocument['evidence'], context: EvidenceContext): number | null {
  const level = levelOf(evidence, context);
  const { levels = [] } = context.criteria.byIndicator.get(evidence.indicator) ?? {};
  const items = levels.find((one) => one.level === Math.ceil(level ?? 0))?.evidence ?? [];
  return items.find(({ yearsAfterReview }) => yearsAfterReview !== undefined)?.yearsAfterReview ?? null;
}

/** ISO day of the earliest review; null if there is none, or one whose date is not known: nothing speaks against it. */
function firstReview(documents: readonly ListedDocument[]): string | null {
  const reviews = documents.filter(({ evidence }) => admits('review-report', kindOf(evidence)));
  const days = reviews.map(({ evidence }) => dayOf(evidence));
  return days.includes(null) ? null : ((days as string[]).toSorted()[0] ?? null);
}
