const part = '[A-Za-z0-9][A-Za-z0-9.-]{0,40}';
/** `188.45/123/HK/2024`, `12`; blanks around the strokes come from the layout. */
const body = `${part}(?:\\s?/\\s?[A-Za-z0-9.-]{1,40}){0,10}`;
const year = '(?:\\s{1,4}tahun\\s{1,4}\\d{4})';
/**
 * After "Nomor" anything with a digit counts; after "No." only what has strokes or a year, since rows of tables are
 * numbered so too; without either word only what has two strokes and ends in a year.
 */
const pattern = new RegExp(
  `(?<![\\p{L}\\d])(?:(nomor|no)\\s{0,3}[.:]{0,2}\\s{0,3}(${body}${year}?)|(\\d{2,4}(?:\\.\\d{1,4}){0,4}(?:/[A-Za-z0-9.-]{1,40}){1,8}/\\d{4}))(?![\\p{L}\\d])`,
  'giu',
);
const longest = 80;
const date = /^\d{1,2}\/\d{1,2}\/\d{4}$/;

/** Numbers of documents in a text, as written but for white space, in order of appearance, each once. */
export function findNumbers(text: string, limit: number): string[] {
  const found = new Set<string>();
  for (const [, word = '', named = '', bare = ''] of text.matchAll(pattern)) {
    const number = tidy(named || bare);
    if (number.length > longest || !/\d/.test(number) || date.test(number)) continue;
    if (word.toLowerCase() === 'no' && !/\/|tahun/i.test(number)) continue;
    found.add(number);
    if (found.size === limit) break;
  }
  return [...found];
}

function tidy(number: string): string {
  return number
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .replace(/[.\-/]+$/, '');
}
