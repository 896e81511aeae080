import { problem } from '../../problem-kinds.ts';
import { asksLegalised } from './asked-items.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';
import { kindOf, numberedKinds } from './kind-of.ts';
import { lackingParticulars } from './lacking-particulars.ts';

/** A policy, decree, guideline or agreement whose number or date stands neither in its row nor in its file. */
export const evidenceUnnumbered = documentRule(
  {
    code: 'evidence-unnumbered',
    reason: 'not-legal',
    source:
      'Pedoman Menteri PANRB 3/2024: a policy is one that was established, so that it bears number and date.',
  },
  (document, context) => {
    const { evidence, located } = document;
    if (!numberedKinds.has(kindOf(evidence)) || !asksLegalised(evidence, context)) return null;
    const { numbers = [], dates = [] } = factsOf(document) ?? {};
    const lacking = lackingParticulars(evidence).filter(
      (one) => (one === 'nomor' ? numbers : dates).length === 0,
    );
    if (lacking.length === 0) return null;
    const at = lacking.includes('nomor') ? evidence.cells.number : evidence.cells.date;
    const found = problem('evidence-unnumbered', at, {
      ...describeDocument(evidence),
      lacking: lacking.join(' dan '),
    });
    // Without a look at the file nobody knows: it is a doubt, and does not count against the document.
    return located.kind === 'unexamined' ? { ...found, severity: 'warning' } : found;
  },
);
