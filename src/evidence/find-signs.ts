import type { Signs, SignWord } from '../assessment/facts.ts';

/** Words of an unfinished document, and the abbreviations of draft regulations (rancangan peraturan daerah, …). */
const draft =
  'rancangan|draft|draf|drafts|konsep|ranperda|raperda|ranperbup|raperbup|ranperwal|raperwal|ranpergub|rapergub|ranperkada|raperkada';
/** Whole words; a digit may follow, as in draft2. */
const pattern = new RegExp(`(?<!\\p{L})(?:(${draft})|(final))(?!\\p{L})`, 'giu');
const alone = /^[^\p{L}\d]*(\p{L}+)[\s\W]*[\dIVX.]{0,4}\W*$/u;
const signed =
  /di\s?tanda\s?tangani\s+secara\s+(?:elektronik|digital)|salinan\s+sesuai\s+dengan\s+aslinya|(?<!\p{L})t\.?t\.?d(?!\p{L})/iu;
const address =
  /https?:\/\/|(?<![\p{L}\d])www\.[a-z\d-]+\.|[a-z\d-]\.(?:go|desa|ac|co|or)\.id(?![\p{L}\d])/iu;
const headingLength = 300;
const wordLimit = 10;
const longestLine = 60;

interface Texts {
  /** Name of the file without folders. */
  readonly name: string;
  readonly title: string | null;
  /** With its lines. */
  readonly text: string;
}

/** What the words say of a document's state. `signature` is true also if the file holds a digital signature. */
export function findSigns(
  { name, title, text }: Texts,
  hasSignature: boolean,
): { signs: Signs; words: SignWord[] } {
  const found = new Map<string, SignWord>();
  const add = (where: SignWord['where'], source: string) => {
    for (const [, one = '', other = ''] of source.matchAll(pattern)) {
      const word = (one || other).toLowerCase();
      const sign = one === '' ? 'final' : 'draft';
      if (!found.has(`${where} ${word}`)) found.set(`${where} ${word}`, { sign, word, where });
    }
  };
  add('name', splitName(name));
  add('title', title ?? '');
  add('heading', text.slice(0, headingLength));
  for (const line of text.split('\n')) {
    if (line.length <= longestLine && alone.test(line)) add('heading', line);
  }
  add('text', text.slice(headingLength));
  const words = [...found.values()];
  return {
    signs: {
      draft: words.some(({ sign }) => sign === 'draft'),
      final: words.some(({ sign }) => sign === 'final'),
      signature: hasSignature || signed.test(text),
      url: address.test(text),
    },
    words: words.slice(0, wordLimit),
  };
}

/** `DraftSK_final` is three words. */
function splitName(name: string): string {
  return name.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
}
