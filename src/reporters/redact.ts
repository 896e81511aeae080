import { cleanLines } from './clean.ts';

/** Takes what must not be shared out of a text. */
export type Redact = (text: string) => string;

/** What stands instead. */
export const redactedWord = '[disamarkan]';

/** Words that officers write into a field of a name when there is none. */
const noName = /^(belum|tidak|tdk|nihil|kosong|sama|idem|sda|n\/?a|tes|test)( (ada|diisi|tahu))?$/i;
const titles = /^(?:(?:\p{L}{1,5}\.|dr|drs|dra|ir|prof|h|hj|kh|ns|apt)\s+)+(?=\p{L}{2})/iu;
const fewestLetters = 4;
const fewestDigits = 6;

/**
 * Makes a function that takes out of any text: the given names of persons and numbers however they are spaced, NIP and
 * NIK, telephone numbers, mail addresses, and the folders of paths that lead out of the project. A name that nobody gave
 * cannot be found.
 * @param secrets names and numbers of persons, as fields of their own hold them
 */
export function makeRedact(secrets: Iterable<string>): Redact {
  const all = [...secrets].map((one) => cleanLines(one).trim());
  const names = either(all.flatMap(namePatterns), 'giu');
  const cutNames = either(all.flatMap(cutNamePatterns), 'giu');
  const numbers = either(all.flatMap(numberPatterns), 'gu');
  return (text) => {
    let left = cleanLines(text);
    // Half a secret is no longer known as one: what was cut off goes first.
    if (left.includes('…')) for (const pattern of cutWords) left = left.replace(pattern, '');
    for (const pattern of folders) left = left.replace(pattern, '');
    for (const pattern of [...patterns, numbers, names]) left = left.replace(pattern, redactedWord);
    return left.includes('…') ? left.replace(cutNumber, redactedWord).replace(cutNames, redactedWord) : left;
  };
}

/** A digit in any script, since full-width ones are read as digits. */
const personal = String.raw`(?<![\p{L}\p{Nd}.,/])`;
const end = String.raw`(?![\p{L}\p{Nd}/])`;
/** Of NIP: date of birth, then ten digits, however they are spaced. */
const nip = String.raw`(?:19|20)(?:[\s.-]?\p{Nd}){16}`;
const patterns: readonly RegExp[] = [
  /(?<![\p{L}\p{Nd}._%+-])[\p{L}\p{Nd}._%+-]+@[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)+/gu,
  new RegExp(`${personal}(?:${nip}|\\p{Nd}{15,18})${end}`, 'gu'),
  // Mobile: +62 812…, 62812…, 0812…; the dialling code of a town only in brackets or after a word that tells.
  new RegExp(`${personal}(?:\\+?62[\\s.-]?|0)8(?:[\\s.-]?\\p{Nd}){7,11}${end}`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{Nd}])\\+62(?:[\\s.()-]*\\p{Nd}){7,12}${end}`, 'gu'),
  new RegExp(`\\(0\\p{Nd}{2,3}\\)\\s?\\p{Nd}(?:[\\s.-]?\\p{Nd}){4,8}${end}`, 'gu'),
  /(?<=\b(?:telp|telepon|tel|hp|wa|whatsapp|fax|faks)[\s.:]{1,3})\+?\p{Nd}(?:[\s.()-]?\p{Nd}){5,13}(?!\p{Nd})/giu,
];

/** Folders before a name: of Windows drives and shares, of POSIX systems, of `file:` links, and upwards. */
const folders: readonly RegExp[] = [
  /\bfile:\/+(?:[^\s"'<>|]*[\\/])?/giu,
  /(?<![\p{L}\p{Nd}])\p{L}:[\\/]+(?:[^\\/:*?"<>|\n]{1,255}[\\/]+)*/gu,
  /\\\\[^\\/\s]+\\(?:[^\\/:*?"<>|\n]{1,255}\\)*/gu,
  /(?<![\p{L}\p{Nd}:/.\\~)\]])~?\/(?:[^\s/"'<>|]+(?: [^\s/"'<>|]+){0,3}\/)+/gu,
  /(?<![\p{L}\p{Nd}.\\/])(?:\.\.[\\/])+(?:[^\s\\/"'<>|]+(?: [^\s\\/"'<>|]+){0,3}[\\/])*/gu,
];

/** Before the mark of a text that was shortened: a path that may go on, and the last word, which may be half of one. */
const cutWords: readonly RegExp[] = [
  /(?<![\p{L}\p{Nd}])(?:\p{L}:[\\/]|\\\\|file:)[^"'<>|\n…]{0,400}(?=…)/giu,
  /(?<![\p{L}\p{Nd}:/.\\~)\]])~?\/[^\s/"'<>|…][^"'<>|\n…]{0,400}(?=…)/gu,
  /(?<![^\s…])[^\s…]+(?=…)/gu,
];
const cutNumber = /(?<![\p{L}\p{Nd}.,/])\+?\p{Nd}(?:[\s.()-]?\p{Nd}){3,}(?=[\s.()-]*…)/gu;

/** The first words of a name whose others are cut off. */
function cutNamePatterns(name: string): string[] {
  return variantsOf(name).flatMap((words) =>
    words
      .slice(1)
      .map((_, index) => `(?<![\\p{L}\\p{Nd}])${joined(words.slice(0, index + 1))}(?=[^\\p{L}\\p{Nd}…]*…)`),
  );
}

function namePatterns(name: string): string[] {
  return variantsOf(name).map((words) => `(?<![\\p{L}\\p{Nd}])${joined(words)}(?![\\p{L}\\p{Nd}])`);
}

/** Words of the name in full, without the degrees after it, and without the titles before it. */
function variantsOf(name: string): string[][] {
  const [bare = ''] = name.split(',');
  return [name, bare, bare.replace(titles, '')].flatMap((one) => {
    const words = one.match(/[\p{L}\p{M}'’`]+/gu) ?? [];
    const isName = words.join('').length >= fewestLetters && !noName.test(words.join(' '));
    return isName ? [[...words]] : [];
  });
}

/** However they are spaced, also as parts of a file's name. */
function joined(words: readonly string[]): string {
  return words.join('[^\\p{L}\\p{Nd}]{1,3}');
}

function numberPatterns(text: string): string[] {
  const digits = text.match(/\p{Nd}/gu) ?? [];
  if (digits.length < fewestDigits) return [];
  return [`(?<![\\p{Nd}.,/])${digits.join('[\\s.()-]{0,2}')}(?!\\p{Nd})`];
}

/** The longest first, so that no part of a name is left standing. */
function either(sources: readonly string[], flags: string): RegExp {
  const longest = [...new Set(sources)].sort((a, b) => b.length - a.length);
  return longest.length === 0 ? /(?!)/g : new RegExp(longest.join('|'), flags);
}

/**
 * The same value with every text in it redacted, keys too: lists, maps, sets and plain objects are gone through, other
 * objects (numbers, dates) stay as they are.
 */
export function redactDeep<T>(value: T, redact: Redact): T {
  return walk(value, redact) as T;
}

function walk(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((one) => walk(one, redact));
  if (value instanceof Map) {
    return new Map([...value].map(([key, one]) => [walk(key, redact), walk(one, redact)]));
  }
  if (value instanceof Set) return new Set([...value].map((one) => walk(one, redact)));
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [redact(key), walk(one, redact)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
