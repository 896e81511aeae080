import { attributesForm, hasTwice, resolveEntities, usualText } from '../archive/usual-xml.ts';
import { lastColumn, lastRow } from './address.ts';
import type { Cell, Row } from './book.ts';
import { type CellContext, makeCell } from './make-cell.ts';

const opening = '<sheetData>';
const closing = '</sheetData>';

const rowForm = new RegExp(`<row r="([1-9]\\d{0,6})"(${attributesForm})(/?)>`, 'y');
const cellForm = new RegExp(
  [
    '<c r="([A-Z]{1,3})([1-9]\\d{0,6})"(?: s="(\\d+)")?(?: t="([a-zA-Z]+)")?(?:/>|>',
    `(?:<f(${attributesForm})(?:/>|>([^<]*)</f>))?`,
    '(?:<v>([^<]*)</v>|<v/>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?',
    '</c>)',
  ].join(''),
  'y',
);

/** Rows of a sheet, and the XML around them with an empty `sheetData` in their place. */
export interface ScannedCells {
  readonly rows: Row[];
  readonly rest: Uint8Array;
}

/**
 * Cuts up the cells of a worksheet that has the form in which programs write them: nearly all of its length.
 * @returns null if it has not; the budget is then as it was
 * @throws refusal if a shared string does not exist, or the file holds more than the limits
 */
export function scanCells(bytes: Uint8Array, context: CellContext): ScannedCells | null {
  const xml = usualText(bytes);
  if (xml === null) return null;
  const start = xml.indexOf(opening) + opening.length;
  const end = xml.indexOf(closing, start);
  const isOnce = xml.indexOf('sheetData', start) === end + 2 && xml.lastIndexOf('sheetData') === end + 2;
  if (start < opening.length || end < start || !isOnce) return null;
  // In a comment or an instruction the tags would be none.
  const rest = xml.slice(0, start) + xml.slice(end);
  if (/<[!?]/.test(rest)) return null;
  const restore = context.budget.mark();
  const rows = scanRows(xml, start, end, context);
  if (rows === null) restore();
  return rows && { rows, rest: Buffer.from(rest) };
}

/** null at the first character that departs from the form. */
function scanRows(xml: string, start: number, end: number, context: CellContext): Row[] | null {
  const rows: Row[] = [];
  let at = start;
  let previous = 0;
  while (at < end) {
    rowForm.lastIndex = at;
    const found = rowForm.exec(xml);
    if (found === null) return null;
    const [, written = '', attributes = '', isEmpty] = found;
    const number = Number(written);
    if (number <= previous || number > lastRow || hasTwice(` r=""${attributes}`)) return null;
    previous = number;
    at = rowForm.lastIndex;
    if (isEmpty === '/') continue;
    const cells: Cell[] = [];
    const after = scanRow(xml, at, number, written, cells, context);
    if (after === null || !xml.startsWith('</row>', after)) return null;
    if (cells.length > 0) rows.push({ number, cells });
    at = after + '</row>'.length;
  }
  return at === end ? rows : null;
}

/** @returns where the cells of the row end; null if one is not in its place, or holds what only a reader of XML knows */
function scanRow(
  xml: string,
  start: number,
  row: number,
  written: string,
  cells: Cell[],
  context: CellContext,
): number | null {
  let at = start;
  let previous = 0;
  cellForm.lastIndex = at;
  for (let found = cellForm.exec(xml); found !== null; found = cellForm.exec(xml)) {
    at = cellForm.lastIndex;
    // By their places: to take an array apart costs more than all the rest, and this runs for every cell.
    const column = columnOf(found[1] ?? '');
    if (found[2] !== written || column <= previous || column > lastColumn) return null;
    previous = column;
    const attributes = found[5];
    if (!found[7] && !found[8] && attributes === undefined) continue;
    const value = resolveEntities(found[7] ?? '');
    const inline = resolveEntities(found[8] ?? '');
    const formula = attributes === undefined ? null : resolveEntities(found[6] ?? '');
    const isOdd = formula === null ? attributes !== undefined : hasTwice(attributes ?? '');
    if (value === null || inline === null || isOdd) return null;
    const parts = { type: found[4], style: found[3], value, inline, formula };
    const cell = makeCell(row, column, parts, context);
    if (cell !== null) cells.push(cell);
  }
  return at;
}

function columnOf(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index++) column = column * 26 + letters.charCodeAt(index) - 64;
  return column;
}
