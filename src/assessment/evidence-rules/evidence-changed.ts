import { problem } from '../../problem-kinds.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';

/** A file whose content is another one since the assessor accepted it. */
export const evidenceChanged = documentRule(
  {
    code: 'evidence-changed',
    reason: 'file',
    source: 'Our own judgement: what was accepted must be what is submitted.',
  },
  (document) => {
    const facts = factsOf(document);
    if (!facts?.changedSinceAccepted) return null;
    const { evidence } = document;
    return problem('evidence-changed', evidence.cells.location, {
      ...describeDocument(evidence),
      found: facts.path,
    });
  },
);
