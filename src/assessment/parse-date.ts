export type ParsedDate =
  /** `2025-08-17`. */
  | { readonly kind: 'day'; readonly iso: string }
  /** `2025-08`. */
  | { readonly kind: 'month'; readonly iso: string }
  /** `2025`. */
  | { readonly kind: 'year'; readonly iso: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'invalid' };

/** The ISO form of what is understood of a date, else its text: for json and csv. */
export function isoOrText({ date, dated }: { readonly date: string; readonly dated: ParsedDate }): string {
  return 'iso' in dated ? dated.iso : date;
}

const monthNames: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'pebruari', 'feb', 'peb', 'february'],
  ['maret', 'mar', 'mrt', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agu', 'agt', 'agst', 'ags', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'des', 'dec', 'december'],
];
const months = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
/** By the number that `Date` gives a weekday. */
const weekdays = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', "jum'?at", 'sabtu'] as const;
const none = new Set(['-', '–', '—', 'n/a', 'belum ada', 'tidak ada', 'tanpa tanggal']);

/** Earlier is a slip: a year typed into a cell of dates becomes a day of 1905, since Excel counts days from 1900. */
const firstYear = 1945;
const lastYear = 2099;
/** Two digits from here on belong to the last century. */
const centuryTurn = 70;
const longestDate = 60;

/**
 * Understands how dates are written in Indonesia, the day before the month always: `17 Agustus 2025`, `17-Agt-25`,
 * `17/8/2025`, `Minggu, 17 Agustus 2025`, and the ISO form that cells of dates come in, with or without a time of day.
 * `Agustus 2025`, `08/2025` and `2025` are less than a day and stay so. `8/17/25`, `31 Februari 2025`, a weekday that
 * does not fit, and years before 1945 or after 2099 are invalid: never a guess.
 */
export function parseDate(text: string): ParsedDate {
  if (text.length > longestDate) return { kind: 'invalid' };
  const plain = text.normalize('NFKC').replace(/[’`]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
  if (plain === '' || none.has(plain)) return { kind: 'blank' };
  const { weekday, rest } = splitWeekday(withoutTime(plain).replace(/^(?:tanggal|tgl\.?)\s*:?\s*/, ''));
  const parsed = parseDay(rest);
  if (weekday === null) return parsed;
  const fits = parsed.kind === 'day' && new Date(`${parsed.iso}T00:00:00Z`).getUTCDay() === weekday;
  return fits ? parsed : { kind: 'invalid' };
}

/** `2025-08-17t09:30`, `17/8/2025 09.30 wib`. */
function withoutTime(text: string): string {
  return text.replace(/(?:t| |, ?)(?:pukul )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?w(?:ib|ita|it))?$/, '');
}

function splitWeekday(text: string): { weekday: number | null; rest: string } {
  for (const [weekday, name] of weekdays.entries()) {
    const match = new RegExp(`^${name}\\s*[,/]?\\s+(.+)$`).exec(text);
    if (match?.[1] !== undefined) return { weekday, rest: match[1] };
  }
  return { weekday: null, rest: text };
}

function parseDay(text: string): ParsedDate {
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
  if (iso) return makeDate(Number(iso[1]), Number(iso[2]), iso[3]);
  const numbers = /^(?:(\d{1,2})\s?[-/. ]\s?)?(\d{1,2})\s?[-/. ]\s?(\d{4}|\d\d)$/.exec(text);
  if (numbers) {
    const [, day, month, year = ''] = numbers;
    // Of two pairs of digits nobody knows what the first is.
    if (day === undefined && year.length === 2) return { kind: 'invalid' };
    return makeDate(fullYear(year), Number(month), day);
  }
  const words = /^(?:(\d{1,2})\s?[-/. ]?\s?)?([a-z]{3,9})\.?(?:\s?[-/,. ]\s?)(\d{4}|\d\d)$/.exec(text);
  const month = months.get(words?.[2] ?? '');
  if (words && month !== undefined) return makeDate(fullYear(words[3] ?? ''), month, words[1]);
  const year = /^(?:tahun )?(\d{4})$/.exec(text)?.[1];
  return year !== undefined && isYear(Number(year)) ? { kind: 'year', iso: year } : { kind: 'invalid' };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year < centuryTurn ? 2000 : 1900);
}

function isYear(year: number): boolean {
  return year >= firstYear && year <= lastYear;
}

/** @param day undefined where only a month is named */
function makeDate(year: number, month: number, day: string | undefined): ParsedDate {
  if (!isYear(year) || month < 1 || month > 12) return { kind: 'invalid' };
  const iso = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return { kind: 'month', iso };
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isDay = Number(day) >= 1 && Number(day) <= lastDay;
  return isDay ? { kind: 'day', iso: `${iso}-${day.padStart(2, '0')}` } : { kind: 'invalid' };
}
