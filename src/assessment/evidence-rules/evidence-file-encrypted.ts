import { problem } from '../../problem-kinds.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';

/** A file that asks for a password. */
export const evidenceFileEncrypted = documentRule(
  {
    code: 'evidence-file-encrypted',
    reason: 'file',
    source: 'Our own judgement: an assessor cannot open it.',
  },
  (document) => {
    const facts = factsOf(document);
    if (facts?.state !== 'encrypted') return null;
    const { evidence } = document;
    return problem('evidence-file-encrypted', evidence.cells.location, {
      ...describeDocument(evidence),
      found: facts.path,
    });
  },
);
