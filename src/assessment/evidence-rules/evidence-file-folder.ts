import { problem } from '../../problem-kinds.ts';
import { describeDocument, shorten } from './describe-document.ts';
import { documentRule } from './document-rule.ts';

/** A folder where a document is wanted. */
export const evidenceFileFolder = documentRule(
  {
    code: 'evidence-file-folder',
    reason: 'file',
    source: 'Our own judgement: an assessor opens one document an item.',
  },
  ({ evidence, located }) =>
    located.kind === 'folder'
      ? problem('evidence-file-folder', evidence.cells.location, {
          ...describeDocument(evidence),
          found: shorten(located.path),
          files: located.files,
        })
      : null,
);
