import { formatDay } from '../../problem.ts';
import { problem } from '../../problem-kinds.ts';
import { asksLegalised } from './asked-items.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';
import { kindOf, numberedKinds } from './kind-of.ts';
import { lackingParticulars } from './lacking-particulars.ts';

/** A number or date that stands in the file alone: the first one read there is offered for the row. */
export const evidenceNumberInFile = documentRule(
  {
    code: 'evidence-number-in-file',
    reason: null,
    source: 'Our own judgement: the assessor reads the list before the files.',
  },
  (document, context) => {
    const { evidence } = document;
    const facts = factsOf(document);
    if (!facts || !numberedKinds.has(kindOf(evidence)) || !asksLegalised(evidence, context)) return null;
    const lacking = lackingParticulars(evidence);
    const [number] = lacking.includes('nomor') ? facts.numbers : [];
    const [date] = lacking.includes('tanggal') ? facts.dates : [];
    const found = [
      ...(number === undefined ? [] : [`nomor ${number}`]),
      ...(date === undefined ? [] : [`tanggal ${formatDay(date)}`]),
    ];
    if (found.length === 0) return null;
    const at = number === undefined ? evidence.cells.date : evidence.cells.number;
    const details = { ...describeDocument(evidence), found: found.join(' dan ') };
    return problem('evidence-number-in-file', at, details);
  },
);
