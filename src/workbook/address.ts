export const lastColumn = 16_384;
export const lastRow = 1_048_576;

const names = new Map<number, string>();

/** Letters of a 1-based column: 1 is `A`, 27 is `AA`. */
export function columnName(column: number): string {
  const known = names.get(column) ?? makeName(column);
  if (names.size < lastColumn) names.set(column, known);
  return known;
}

function makeName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A1 address of a 1-based row and column. */
export function toAddress(row: number, column: number): string {
  return columnName(column) + row;
}

/**
 * Reads an A1 address such as `F17`, `f17` or `$F$17`.
 * @returns 1-based row and column; null if it is no address or lies outside Excel's sheet (XFD1048576)
 */
export function parseAddress(address: string): { row: number; column: number } | null {
  let at = address.startsWith('$') ? 1 : 0;
  let column = 0;
  for (; at < address.length; at++) {
    // Upper case by clearing the bit that tells a letter's case; digits and signs fall out of A–Z.
    const letter = address.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > lastColumn) return null;
  }
  if (address[at] === '$') at++;
  let row = 0;
  const firstDigit = at;
  for (; at < address.length; at++) {
    const digit = address.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return null;
    row = row * 10 + digit;
    if (row > lastRow) return null;
  }
  return column > 0 && row > 0 && address[firstDigit] !== '0' ? { row, column } : null;
}
