import { problem } from '../../problem-kinds.ts';
import { describeDocument, shorten } from './describe-document.ts';
import { documentRule } from './document-rule.ts';

/** A path that leads out of the project, or to something that is no file. */
export const evidenceFileOutside = documentRule(
  {
    code: 'evidence-file-outside',
    reason: 'file',
    source: 'Our own judgement: nothing outside the project is read.',
  },
  ({ evidence, located: { kind } }) =>
    kind === 'outside' || kind === 'not-regular'
      ? problem('evidence-file-outside', evidence.cells.location, {
          ...describeDocument(evidence),
          found: shorten(evidence.location),
        })
      : null,
);
