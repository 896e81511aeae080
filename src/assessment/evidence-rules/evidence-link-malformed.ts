import { problem } from '../../problem-kinds.ts';
import { describeDocument, shorten } from './describe-document.ts';
import { documentRule } from './document-rule.ts';

/** A link that cannot be opened as it is written. */
export const evidenceLinkMalformed = documentRule(
  {
    code: 'evidence-link-malformed',
    reason: 'file',
    source: 'Pedoman Menteri PANRB 3/2024: every level is proven by documents that the assessor opens.',
  },
  ({ evidence, located }) => {
    if (located.kind !== 'link' || located.form !== 'malformed') return null;
    return problem('evidence-link-malformed', evidence.cells.location, {
      ...describeDocument(evidence),
      found: shorten(located.url),
      why: located.hint ?? 'bukan alamat yang dapat dibuka',
    });
  },
);
