import { problem } from '../../problem-kinds.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';
import { fileName, plainWords } from './plain-words.ts';
import type { ListedDocument } from './rule.ts';

/** A document about something like, but other than, what is asked for: the decree on the assessors where auditors are meant. */
export const evidenceOtherObject = documentRule(
  {
    code: 'evidence-other-object',
    reason: 'other-object',
    source:
      'The refusals of each pack, as patterns in its other-objects.json; a doubt, unless a region says otherwise.',
  },
  (document, { criteria }) => {
    const { evidence } = document;
    const patterns = criteria.otherObjects.filter(({ indicators }) =>
      indicators.includes(evidence.indicator),
    );
    if (patterns.length === 0) return null;
    const texts = textsOf(document).map((text) => ` ${plainWords(text)} `);
    const holds = (text: string, words: readonly string[]) => words.some((one) => text.includes(` ${one} `));
    const fitting = patterns.find(({ names, unless = [] }) =>
      texts.some((text) => holds(text, names) && !holds(text, unless)),
    );
    if (fitting === undefined) return null;
    const { found, asked } = fitting;
    return problem('evidence-other-object', evidence.at, { ...describeDocument(evidence), found, asked });
  },
);

const headingLength = 300;
const subjectLength = 80;

/** What says what a document is: its titles, its name, and what a law is about ("tentang …" in its heading). */
function textsOf(document: ListedDocument): string[] {
  const { evidence } = document;
  const facts = factsOf(document);
  const heading = facts?.excerpt.slice(0, headingLength) ?? '';
  const subject = heading.search(/\btentang\b/i);
  return [
    evidence.title,
    fileName(facts?.path ?? evidence.location),
    facts?.title ?? '',
    subject < 0 ? '' : heading.slice(subject, subject + subjectLength),
  ];
}
