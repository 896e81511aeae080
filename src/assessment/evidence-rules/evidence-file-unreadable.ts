import { problem } from '../../problem-kinds.ts';
import type { FileState } from '../facts.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';

const reasons: Partial<Record<FileState, string>> = {
  damaged: 'rusak atau terpotong',
  unreadable: 'tidak boleh dibaca atau sedang dipakai program lain',
  'too-complex': 'terlalu rumit untuk dibaca',
};

/** A file that is damaged, that the system refuses, or that cannot be read within the limits. */
export const evidenceFileUnreadable = documentRule(
  {
    code: 'evidence-file-unreadable',
    reason: 'file',
    source: 'Our own judgement: an assessor cannot open it.',
  },
  (document) => {
    const facts = factsOf(document);
    const why = facts && reasons[facts.state];
    if (!why) return null;
    const { evidence } = document;
    return problem('evidence-file-unreadable', evidence.cells.location, {
      ...describeDocument(evidence),
      found: facts.path,
      why,
    });
  },
);
