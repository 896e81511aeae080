import { problem } from '../../problem-kinds.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';
import { formalKinds, kindOf } from './kind-of.ts';

/** A paper that was only photographed or scanned: nobody, this tool included, can look for words in it. */
export const evidenceScan = documentRule(
  {
    code: 'evidence-scan',
    reason: null,
    source: 'Our own judgement: assessors look for the passage that an explanation names.',
  },
  (document) => {
    const facts = factsOf(document);
    const { evidence } = document;
    const kind = kindOf(evidence);
    const isPaper = kind === null ? facts?.type !== 'image' : formalKinds.has(kind);
    if (facts?.hasText !== false || facts.state !== 'good' || !isPaper) return null;
    return problem('evidence-scan', evidence.cells.location, {
      ...describeDocument(evidence),
      found: facts.path,
    });
  },
);
