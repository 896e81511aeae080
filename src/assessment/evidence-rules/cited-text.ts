import type { Evidence } from '../answers.ts';
import { fileName, plainWords } from './plain-words.ts';

/** An explanation is read as far as this. */
const longestRead = 10_000;

/** An explanation, made ready to be asked which documents it names. */
export interface CitedText {
  /** ` per bup 12 2024 `: plain words with a blank around each. */
  readonly words: string;
  readonly wordSet: ReadonlySet<string>;
  /** ` 12 2024 4 `: the numbers alone, in their order. */
  readonly numbers: string;
  /** It goes on where nobody read: nothing can be called unnamed. */
  readonly isCut: boolean;
}

export function readCitations(text: string): CitedText {
  const plain = plainWords(text.slice(0, longestRead));
  return {
    words: ` ${plain} `,
    wordSet: new Set(plain.split(' ')),
    numbers: ` ${numbersIn(plain)} `,
    isCut: text.length > longestRead,
  };
}

/**
 * Whether a text names a document: by its number (`12/2024` for `Nomor 12 Tahun 2024`), by its file, or by most words of
 * its title. Lenient: a document that is meant must not be called uncited.
 */
export function cites(
  text: CitedText,
  { number, title, location }: Pick<Evidence, 'number' | 'title' | 'location'>,
): boolean {
  return text.isCut || citesNumber(text, number) || citesFile(text, location) || citesTitle(text, title);
}

function citesNumber({ numbers }: CitedText, number: string): boolean {
  const own = numbersIn(number);
  // A lone `12` is found in any text: a page, an article.
  return own.length > 2 && numbers.includes(` ${own} `);
}

function citesFile({ words }: CitedText, location: string): boolean {
  const file = plainWords(fileName(location));
  return file.length > 2 && words.includes(` ${file} `);
}

/** Words that stand in the title of any document. */
const common = new Set(
  'dan di pada dari untuk dengan yang tentang nomor no tahun kabupaten kota provinsi pemerintah daerah dokumen'.split(
    ' ',
  ),
);
const most = 0.75;

function citesTitle({ wordSet }: CitedText, title: string): boolean {
  const telling = plainWords(title)
    .split(' ')
    .filter((word) => word !== '' && !common.has(word));
  const found = telling.filter((word) => wordSet.has(word));
  return found.length > 0 && found.length >= most * telling.length;
}

/** `Nomor 012 Tahun 2024` → `12 2024`. */
function numbersIn(text: string): string {
  return [...text.matchAll(/0*(\d+)/g)].map(([, number]) => number).join(' ');
}
