import { problem } from '../../problem-kinds.ts';
import { dayOf } from './day-of.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { lastDay } from './reference-day.ts';

/** A document that came into being after the assessed year. */
export const evidenceDateAfterYear = documentRule(
  {
    code: 'evidence-date-after-year',
    reason: 'wrong-date',
    source: 'Our own judgement: the level of a year is proven by what existed in that year.',
  },
  ({ evidence }, context) => {
    const day = dayOf(evidence);
    const { year } = context.assessment;
    // One dated after today is said to be just that.
    if (day === null || year === null || day > context.date || day <= lastDay(year)) return null;
    return problem('evidence-date-after-year', evidence.cells.date, {
      ...describeDocument(evidence),
      found: day,
      year,
    });
  },
);
