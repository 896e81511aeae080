import type { EvidenceKind } from '../../instrument/criteria-schema.ts';
import { problem } from '../../problem-kinds.ts';
import type { DocumentType, FileFacts } from '../facts.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';
import { formalKinds, kindOf } from './kind-of.ts';
import { typeNames } from './type-names.ts';

/** What a paper that somebody established never is. */
const informal: ReadonlySet<DocumentType> = new Set(['html', 'text', 'eml', 'video']);

/** Whether a file of this type cannot prove what its row says: a program is never evidence, a saved web page no policy. */
export function isUnfit({ state, type }: FileFacts, kind: EvidenceKind | null): boolean {
  if (state !== 'good' && state !== 'too-large') return false;
  return type === 'unknown' || (informal.has(type) && formalKinds.has(kind));
}

/** A file whose content, whatever its name, cannot be the evidence that its row lists. */
export const evidenceFileType = documentRule(
  {
    code: 'evidence-file-type',
    reason: 'file',
    source: 'Our own judgement: a paper that was established is neither a program nor a saved web page.',
  },
  (document) => {
    const facts = factsOf(document);
    const { evidence } = document;
    if (facts === null || !isUnfit(facts, kindOf(evidence))) return null;
    return problem('evidence-file-type', evidence.cells.location, {
      ...describeDocument(evidence),
      found: facts.path,
      type: typeNames[facts.type],
    });
  },
);
