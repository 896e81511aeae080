import { problem } from '../../problem-kinds.ts';
import { describeDocument, shorten } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';
import { findDraftWord } from './find-draft-word.ts';
import { fileName, plainWords } from './plain-words.ts';

/** A file called "final": so people call the last of several drafts. A final report is only called what it is. */
export const evidenceFinal = documentRule(
  {
    code: 'evidence-final',
    reason: null,
    source: 'Our own judgement: published audits of regions found drafts named "final".',
  },
  (document) => {
    const { evidence } = document;
    const name = fileName(factsOf(document)?.path ?? evidence.location);
    const words = plainWords(name).split(' ');
    const isFinal = words.some((word, index) => /^final\d*$/.test(word) && words[index - 1] !== 'laporan');
    if (!isFinal || findDraftWord(name) !== null) return null;
    return problem('evidence-final', evidence.cells.location, {
      ...describeDocument(evidence),
      found: shorten(name),
    });
  },
);
