import { problem } from '../../problem-kinds.ts';
import { describeDocument, shorten } from './describe-document.ts';
import { documentRule } from './document-rule.ts';

/** A link to a whole folder in the cloud. */
export const evidenceLinkFolder = documentRule(
  {
    code: 'evidence-link-folder',
    reason: 'file',
    source: 'Our own judgement: an assessor opens one document an item.',
  },
  ({ evidence, located }) =>
    located.kind === 'link' && located.form === 'folder'
      ? problem('evidence-link-folder', evidence.cells.location, {
          ...describeDocument(evidence),
          found: shorten(located.url),
        })
      : null,
);
