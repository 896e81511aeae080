import { problem } from '../../problem-kinds.ts';
import { parseVerdict } from '../verdict.ts';
import { describeDocument, shorten } from './describe-document.ts';
import { documentRule } from './document-rule.ts';

/** A document that the internal assessor refused. */
export const evidenceRefused = documentRule(
  {
    code: 'evidence-refused',
    reason: 'refused',
    source: 'The internal assessor decides (PermenPANRB 59/2020: penilaian oleh Asesor Internal).',
  },
  ({ evidence }) =>
    parseVerdict(evidence.verdict) === 'refused'
      ? problem('evidence-refused', evidence.cells.verdict, {
          ...describeDocument(evidence),
          remark: shorten(evidence.remark) || 'tidak ada',
        })
      : null,
);
