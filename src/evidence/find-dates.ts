const months: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];
const monthOf = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1])));
const names = [...monthOf.keys()].join('|');

/** Three ways to write a date: `17 Agustus 2025`, `17-08-2025` (also / and .), `2025-08-17`. */
const pattern = new RegExp(
  `(?<![\\p{L}\\d])(?:(\\d{1,2})[\\s-]{1,4}(${names})[.,]?[\\s-]{1,4}(\\d{4})|(\\d{1,2})([-/.])(\\d{1,2})\\5(\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))(?![\\p{L}\\d])`,
  'giu',
);
const firstYear = 1945;
const lastYear = 2099;

/**
 * Dates in a text, day before month as in Indonesia.
 * @returns ISO dates in order of appearance, each once; what is no day of the calendar is left out
 */
export function findDates(text: string, limit: number): string[] {
  const found = new Set<string>();
  for (const [, day, name, year, day2, , month2, year2, year3, month3, day3] of text.matchAll(pattern)) {
    const month = name === undefined ? (month2 ?? month3) : monthOf.get(name.toLowerCase());
    const date = toIso(Number(year ?? year2 ?? year3), Number(month), Number(day ?? day2 ?? day3));
    if (date !== null) found.add(date);
    if (found.size === limit) break;
  }
  return [...found];
}

function toIso(year: number, month: number, day: number): string | null {
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return null;
  // Day 0 of the next month is the last of this one.
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
