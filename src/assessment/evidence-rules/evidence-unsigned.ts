import { problem } from '../../problem-kinds.ts';
import { asksLegalised } from './asked-items.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { formalKinds, kindOf } from './kind-of.ts';

function isPaper(kind: ReturnType<typeof kindOf>): boolean {
  return kind === null || formalKinds.has(kind);
}

/** A paper that its row says nobody signed, where a legalised one is asked for. */
export const evidenceUnsigned = documentRule(
  {
    code: 'evidence-unsigned',
    reason: 'not-legal',
    source:
      'Pedoman Menteri PANRB 3/2024: what is asked is established by the one in charge; drafts do for level 1 only.',
  },
  ({ evidence }, context) =>
    evidence.signed === false && isPaper(kindOf(evidence)) && asksLegalised(evidence, context)
      ? problem('evidence-unsigned', evidence.cells.signed, describeDocument(evidence))
      : null,
);
