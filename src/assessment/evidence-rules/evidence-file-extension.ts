import { problem } from '../../problem-kinds.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { isUnfit } from './evidence-file-type.ts';
import { factsOf } from './facts-of.ts';
import { kindOf } from './kind-of.ts';
import { typeNames } from './type-names.ts';

/** A name whose extension belies the content. */
export const evidenceFileExtension = documentRule(
  {
    code: 'evidence-file-extension',
    reason: null,
    source: 'Our own judgement: Windows opens a file by its extension.',
  },
  (document) => {
    const facts = factsOf(document);
    const { evidence } = document;
    if (facts === null || facts.nameMatchesType || facts.state !== 'good') return null;
    if (isUnfit(facts, kindOf(evidence))) return null;
    return problem('evidence-file-extension', evidence.cells.location, {
      ...describeDocument(evidence),
      found: facts.path,
      type: typeNames[facts.type],
    });
  },
);
