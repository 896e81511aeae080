import { parseAddress } from '../address.ts';

const sheetName = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))`;
const range = new RegExp(String.raw`^${sheetName}!(\$[A-Z]{1,3}\$\d+)(?::(\$[A-Z]{1,3}\$\d+))?$`, 'u');

/**
 * How many cells a reference of a chart names: `Dasbor!$C$13:$C$20` or `(Dasbor!$C$14,Dasbor!$C$16:$C$18)`.
 * @throws if it is none, names a sheet that is not there, or cells that lie in no single row or column: our bug
 */
export function cellsOfReference(reference: string, sheets: ReadonlySet<string>): number {
  const list = /^\((.*)\)$/s.exec(reference)?.[1];
  const ranges = list === undefined ? [reference] : splitRanges(list);
  return ranges.reduce((sum, text) => sum + cellsOfRange(text, sheets), 0);
}

/** At the commas outside quotation marks. */
function splitRanges(list: string): string[] {
  return list.match(/(?:'(?:[^']|'')*'|[^',])+/g) ?? [];
}

function cellsOfRange(text: string, sheets: ReadonlySet<string>): number {
  const [, quoted, bare, first, last = first] = range.exec(text) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? bare;
  if (sheet === undefined || !first || !last) throw new Error(`Not a reference for a chart: ${text}`);
  if (!sheets.has(sheet)) throw new Error(`A chart refers to a sheet that is not there: ${text}`);
  const start = parseAddress(first);
  const end = parseAddress(last);
  if (!start || !end || end.row < start.row || end.column < start.column) {
    throw new Error(`A chart refers to cells that cannot be: ${text}`);
  }
  if (start.row !== end.row && start.column !== end.column) {
    throw new Error(`A chart refers to more than one row or column: ${text}`);
  }
  return end.row - start.row + end.column - start.column + 1;
}
