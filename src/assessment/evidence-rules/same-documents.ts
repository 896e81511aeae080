import { formatPlaceFrom } from '../../problem.ts';
import { groupBy } from '../group-by.ts';
import { factsOf } from './facts-of.ts';
import { plainWords } from './plain-words.ts';
import type { ListedDocument } from './rule.ts';

/** A row of Bukti with its position among all of them. */
export interface Use {
  readonly document: ListedDocument;
  readonly position: number;
}

/** The rows that list the same document, for each that several rows list; in the order of the first of them. */
export function sameDocuments(documents: readonly ListedDocument[]): (readonly [Use, ...Use[]])[] {
  const uses = documents.map((document, position) => ({ document, position }));
  const groups = groupBy(uses, ({ document }) => contentOf(document)).entries();
  return [...groups].flatMap(([content, [first, ...others]]) =>
    content !== null && first && others.length > 0 ? [[first, ...others] as const] : [],
  );
}

/** What tells one document from another: its content; else the link; else, if nobody looked, what the row says. */
function contentOf(document: ListedDocument): string | null {
  const { located, evidence } = document;
  const facts = factsOf(document);
  // All empty files have the same content, and of unreadable ones nothing is known.
  if (facts) return facts.size === 0 || facts.sha256 === '' ? null : facts.sha256;
  if (located.kind === 'link') return located.url;
  if (located.kind !== 'unexamined') return null;
  const said = plainWords(evidence.location);
  return said === '' ? null : `${evidence.opd ?? ''} ${said}`;
}

const mostNamed = 5;

/** `Bukti!D6, b.xlsx › Bukti!D9` … where the rows are, seen from the first of them; the first few of many. */
export function formatUses(uses: readonly [Use, ...Use[]]): string {
  const [first] = uses;
  const places = uses
    .slice(0, mostNamed)
    .map(({ document }) => formatPlaceFrom(document.evidence.at, first.document.evidence.at));
  const left = uses.length - places.length;
  return `${places.join(', ')}${left > 0 ? ` dan ${left} baris lagi` : ''}`;
}
