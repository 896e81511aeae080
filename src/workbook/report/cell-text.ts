import { cleanLines } from '../../reporters/clean.ts';

/** A row grows to 409 points, about so many characters of the widest column; more could be neither read nor printed. */
const longest = 1500;
const cutMark = '… (dipotong)';

/** Text from a workbook as a cell may hold it: no control characters, no escapes that Excel would decode, not longer than a row can show. */
export function cellText(text: string): string {
  const plain = cleanLines(text).trim();
  const short =
    plain.length <= longest
      ? plain
      : `${plain.slice(0, longest - cutMark.length).replace(/[\ud800-\udbff]$/, '')}${cutMark}`;
  return literal(short);
}

/** `_x0041_` would be shown as `A`. */
export function literal(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
