import { problem } from '../../problem-kinds.ts';
import { asksLegalised } from './asked-items.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';
import { findDraftWord } from './find-draft-word.ts';
import { formalKinds, kindOf } from './kind-of.ts';
import { fileName } from './plain-words.ts';
import type { ListedDocument } from './rule.ts';

/** A draft where an established document is asked for. Deep in the text such words mean little, so they are not looked for there. */
export const evidenceDraft = documentRule(
  {
    code: 'evidence-draft',
    reason: 'draft',
    source: 'Pedoman Menteri PANRB 3/2024: rancangan or konsep proves level 1 only.',
  },
  (document, context) => {
    const { evidence } = document;
    const kind = kindOf(evidence);
    if ((kind !== null && !formalKinds.has(kind)) || !asksLegalised(evidence, context)) return null;
    for (const [where, text] of placesOf(document)) {
      const found = findDraftWord(text);
      if (found === null) continue;
      return problem('evidence-draft', evidence.at, { ...describeDocument(evidence), found, where });
    }
    return null;
  },
);

/** Where a draft says that it is one, most telling first. */
function placesOf(document: ListedDocument): readonly (readonly [string, string])[] {
  const { evidence } = document;
  const facts = factsOf(document);
  const heading = facts?.words.filter(({ sign, where }) => sign === 'draft' && where === 'heading') ?? [];
  return [
    ['judulnya di lembar Bukti', evidence.title],
    ['nama berkasnya', fileName(facts?.path ?? evidence.location)],
    ['judul dokumennya', facts?.title ?? ''],
    // Folded text has no lines: the words before it, in the same heading, say what it is about.
    ...heading.map(({ word }) => ['kepala dokumennya', headingTo(facts?.excerpt ?? '', word)] as const),
  ];
}

const headingLength = 300;

/** The beginning of the text up to and with the word; the word alone if it comes later, as the heading of a page. */
function headingTo(excerpt: string, word: string): string {
  const position = excerpt.slice(0, headingLength).toLowerCase().indexOf(word);
  return position < 0 ? word : excerpt.slice(0, position + word.length);
}
