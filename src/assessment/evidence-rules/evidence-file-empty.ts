import { problem } from '../../problem-kinds.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';

/** A file of 0 bytes. */
export const evidenceFileEmpty = documentRule(
  {
    code: 'evidence-file-empty',
    reason: 'file',
    source: 'Our own judgement: an assessor cannot open it.',
  },
  (document) => {
    const facts = factsOf(document);
    if (facts?.state !== 'empty') return null;
    const { evidence } = document;
    return problem('evidence-file-empty', evidence.cells.location, {
      ...describeDocument(evidence),
      found: facts.path,
    });
  },
);
