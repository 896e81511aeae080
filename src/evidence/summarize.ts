import { dropControls } from '../archive/drop-controls.ts';
import type { FileFacts } from '../assessment/facts.ts';
import { findDates } from './find-dates.ts';
import { findNumbers } from './find-numbers.ts';
import { findSigns } from './find-signs.ts';

/** What a reader of one format got out of a document. */
export interface Content {
  readonly type: FileFacts['type'];
  readonly state: FileFacts['state'];
  readonly pages: number | null;
  readonly title: string | null;
  /** From the first pages and the last; lines kept. */
  readonly text: string;
  /** Whether documents of this type without text are pictures of text; false for tables, which may hold numbers only. */
  readonly expectsText: boolean;
}

/** The part of the facts that comes from the content. */
export type Summary = Pick<
  FileFacts,
  'type' | 'state' | 'pages' | 'hasText' | 'title' | 'excerpt' | 'dates' | 'numbers' | 'signs' | 'words'
>;

export const longestExcerpt = 1_500;
export const longestTitle = 300;
export const findLimit = 20;
/** Fewer letters and digits than this are page numbers or a stamp, not the text of a document. */
const fewestLetters = 15;
/** What scanning programs print on every page. */
const scannerMarks = /(?:scanned|dipindai)\s+(?:by|with|using|dengan|oleh)\s+(?:tap)?\w*scann?\w*/giu;

/** @param name of the file, without folders */
export function summarize(content: Content, name: string, hasSignature: boolean): Summary {
  const text = wellFormed(dropControls(content.text)).replace(scannerMarks, '');
  const title = content.title === null ? null : fold(content.title, longestTitle) || null;
  const read = content.state === 'good';
  return {
    type: content.type,
    state: content.state,
    pages: content.pages,
    hasText: !read ? null : hasLetters(text) ? true : content.expectsText ? false : null,
    title,
    excerpt: fold(text, longestExcerpt),
    dates: findDates(text, findLimit),
    numbers: findNumbers(text, findLimit),
    ...findSigns({ name, title, text }, hasSignature),
  };
}

function hasLetters(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(/[\p{L}\d]/gu)) {
    count++;
    if (count === fewestLetters) return true;
  }
  return false;
}

/** One line of at most `limit` characters. Blanks are folded in a part of the text only: the rest is cut off anyway. */
function fold(text: string, limit: number): string {
  const folded = dropControls(text.slice(0, limit * 20))
    .replace(/\s+/g, ' ')
    .trim();
  return wellFormed(folded.slice(0, limit));
}

/** A cut may have parted a pair of surrogates. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
