import { plainWords } from './plain-words.ts';

/** Unfinished laws, which have names of their own (ranperbup, raperda …), and unfinished papers of any kind. */
const draftLaw = /^(rancangan|ra(n)?per(da|bup|wal|wali|gub|kada))\d*$/;
const draftPaper = /^(drafts?|draf|konsep)\d*$/;

/** Before a draft: what is done with it, so that the paper itself is not it. */
const acting = new Set(
  (
    'pembahasan membahas penyusunan penyusun menyusun konsultasi harmonisasi fasilitasi sosialisasi publik ' +
    'perancang tentang atas terhadap'
  ).split(' '),
);
/** Papers about drafts, which may be drafts themselves. */
const reporting = new Set(
  'notulen notula undangan evaluasi reviu review laporan risalah berita daftar rapat'.split(' '),
);
/** Rancangan of these is a design. */
const designed = new Set('aplikasi sistem basis database antarmuka jaringan teknis bangun'.split(' '));
/** What may follow the last word of a name: `draft 2`, `draft final`. */
const version = /^(v?\d+|final|fix|rev\p{L}*)$/u;

/** The word by which a title or a file name says that the document is a draft; null if none does. */
export function findDraftWord(text: string): string | null {
  const words = plainWords(text).split(' ');
  const position = words.findIndex((_, index) => isDraft(words.slice(0, index + 1), words.slice(index + 1)));
  return words[position] ?? null;
}

/** @param upTo the words before, and the one in question last */
function isDraft(upTo: readonly string[], after: readonly string[]): boolean {
  const word = upTo.at(-1) ?? '';
  const before = upTo.slice(0, -1);
  const last = before.at(-1) ?? '';
  if (draftLaw.test(word)) {
    return !before.some((one) => acting.has(one) || reporting.has(one)) && !designed.has(after[0] ?? '');
  }
  const isAtEnd = after.every((one) => version.test(one));
  // "Konsep" is also an idea; a draft is called so first or last.
  const isName = /^konsep/.test(word) ? before.length === 0 || isAtEnd : true;
  return draftPaper.test(word) && isName && !acting.has(last) && (isAtEnd || !reporting.has(last));
}
