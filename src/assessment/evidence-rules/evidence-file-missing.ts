import { problem } from '../../problem-kinds.ts';
import { describeDocument, shorten } from './describe-document.ts';
import { documentRule } from './document-rule.ts';

/** A file that does not lie in the evidence folder; the most similar name is suggested. */
export const evidenceFileMissing = documentRule(
  {
    code: 'evidence-file-missing',
    reason: 'file',
    source: 'Pedoman Menteri PANRB 3/2024: every level is proven by documents that the assessor opens.',
  },
  ({ evidence, located }) => {
    if (located.kind !== 'missing') return null;
    const { nearest } = located;
    return problem('evidence-file-missing', evidence.cells.location, {
      ...describeDocument(evidence),
      found: shorten(evidence.location),
      suggestion:
        nearest === null
          ? 'salin berkasnya ke folder bukti, atau perbaiki namanya'
          : `maksud Anda "${nearest}"? Bila ya, tulis nama itu`,
    });
  },
);
