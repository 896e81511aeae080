import { problem } from '../../problem-kinds.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';

const megabyte = 1_000_000;
const usualLimit = 100 * megabyte;

/** A file that may be too large for the portal. */
export const evidenceFileLarge = documentRule(
  {
    code: 'evidence-file-large',
    reason: null,
    source: 'Our own judgement: no official limit is known to us. A region sets its own in spbe.yaml.',
  },
  (document, { largestFile = usualLimit }) => {
    const facts = factsOf(document);
    if (facts === null || facts.size <= largestFile) return null;
    const { evidence } = document;
    return problem('evidence-file-large', evidence.cells.location, {
      ...describeDocument(evidence),
      found: facts.path,
      megabytes: Math.ceil(facts.size / megabyte),
      limit: Math.floor(largestFile / megabyte),
    });
  },
);
