import { problem } from '../../problem-kinds.ts';
import { dayOf } from './day-of.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';

/** A document dated after the day on which it is judged. */
export const evidenceDateFuture = documentRule(
  {
    code: 'evidence-date-future',
    reason: 'wrong-date',
    source: 'Our own judgement: a document that does not exist yet proves nothing.',
  },
  ({ evidence }, { date: today }) => {
    const day = dayOf(evidence);
    return day !== null && day > today
      ? problem('evidence-date-future', evidence.cells.date, {
          ...describeDocument(evidence),
          found: day,
          today,
        })
      : null;
  },
);
