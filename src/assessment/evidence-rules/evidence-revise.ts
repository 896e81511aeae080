import { problem } from '../../problem-kinds.ts';
import { parseVerdict } from '../verdict.ts';
import { describeDocument, shorten } from './describe-document.ts';
import { documentRule } from './document-rule.ts';

/** A document that the internal assessor wants mended. */
export const evidenceRevise = documentRule(
  {
    code: 'evidence-revise',
    reason: 'revise',
    source: 'The internal assessor decides (PermenPANRB 59/2020: penilaian oleh Asesor Internal).',
  },
  ({ evidence }) =>
    parseVerdict(evidence.verdict) === 'revise'
      ? problem('evidence-revise', evidence.cells.verdict, {
          ...describeDocument(evidence),
          remark: shorten(evidence.remark) || 'tidak ada',
        })
      : null,
);
