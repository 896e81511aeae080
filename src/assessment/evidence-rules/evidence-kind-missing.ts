import { problem } from '../../problem-kinds.ts';
import { describeDocument, shorten } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { kindOf } from './kind-of.ts';

/** A row that does not say what kind of document it lists. */
export const evidenceKindMissing = documentRule(
  {
    code: 'evidence-kind-missing',
    reason: null,
    source: 'Our own judgement: nobody knows for which item of its level such a document stands.',
  },
  ({ evidence }) =>
    kindOf(evidence) === null
      ? problem('evidence-kind-missing', evidence.cells.kind, {
          ...describeDocument(evidence),
          found: shorten(evidence.kind),
        })
      : null,
);
