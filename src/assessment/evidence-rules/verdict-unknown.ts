import { problem } from '../../problem-kinds.ts';
import { parseVerdict } from '../verdict.ts';
import { describeDocument, shorten } from './describe-document.ts';
import { documentRule } from './document-rule.ts';

/** A word of the assessor's that is not understood. */
export const verdictUnknown = documentRule(
  {
    code: 'verdict-unknown',
    reason: null,
    source: 'Our own judgement: a verdict must not be guessed.',
  },
  ({ evidence }) =>
    evidence.verdict.trim() !== '' && parseVerdict(evidence.verdict) === null
      ? problem('verdict-unknown', evidence.cells.verdict, {
          ...describeDocument(evidence),
          found: shorten(evidence.verdict),
        })
      : null,
);
