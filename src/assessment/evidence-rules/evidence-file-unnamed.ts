import { problem } from '../../problem-kinds.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';

/** A row of Bukti that names neither a file nor a link. */
export const evidenceFileUnnamed = documentRule(
  {
    code: 'evidence-file-unnamed',
    reason: 'file',
    source: 'Pedoman Menteri PANRB 3/2024: every level is proven by documents that the assessor opens.',
  },
  ({ evidence, located }) =>
    located.kind === 'unnamed'
      ? problem('evidence-file-unnamed', evidence.cells.location, describeDocument(evidence))
      : null,
);
