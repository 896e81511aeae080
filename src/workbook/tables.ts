import type { Field } from '../assessment/submission.ts';
import { toAddress } from './address.ts';
import type { Book, Cell, Row, Sheet } from './book.ts';
import { type Column, parseMark, type Table } from './layout.ts';

/** Far more than any office fills in; each may come to a problem that must be told. */
const rowLimit = 10_000;
/** What a cell of Excel holds at most. */
const longestText = 32_767;
/** No heading is longer, and to clean every text for comparison could take minutes. */
const longestHeader = 200;

/** A table of the layout, found in a book wherever its officers moved it. */
export interface FoundTable {
  readonly sheet: Sheet;
  /** 1-based sheet column by key; keys whose column is gone are absent. */
  readonly columns: ReadonlyMap<string, number>;
  /** Rows beneath the marks or the header, in sheet order. */
  readonly rows: readonly Row[];
  /** Keys found by the words of the header, their hidden marks being lost. */
  readonly guessed: readonly string[];
  /** Other sheets with the same marks: copies made by an officer. */
  readonly copies: readonly Sheet[];
}

/** Finds a table by its hidden marks, or else by the words of its header; null if neither is there. */
export function findTable(book: Book, table: Table): FoundTable | null {
  const [named] = book.sheets.filter((sheet) => isNamed(sheet, table));
  return findOwnTable(book, table) ?? (named ? findByHeader(named, table.columns) : null);
}

/** Finds a table that can be nobody else's: by its hidden marks, or by the headings that tell it, word for word. */
export function findOwnTable({ sheets }: Book, table: Table): FoundTable | null {
  const marked = sheets.flatMap((sheet) => findMarked(sheet, table) ?? []);
  return prefer(marked.length > 0 ? marked : sheets.flatMap((sheet) => findTold(sheet, table) ?? []), table);
}

/** The sheet that still has its name, or else the first; the others are copies. */
function prefer(fitting: readonly FoundTable[], table: Table): FoundTable | null {
  const preferred = fitting.find(({ sheet }) => isNamed(sheet, table)) ?? fitting[0];
  if (preferred === undefined) return null;
  const copies = fitting.flatMap(({ sheet }) => (sheet === preferred.sheet ? [] : [sheet]));
  return { ...preferred, copies };
}

function isNamed({ name }: Sheet, table: Table): boolean {
  return name.trim().toLowerCase() === table.sheet.toLowerCase();
}

function findTold(sheet: Sheet, { columns, telling = [] }: Table): FoundTable | null {
  const exact = columns
    .filter(({ key }) => telling.includes(key))
    .map((column) => ({ ...column, words: [column.header.toLowerCase()] }));
  const isTold = exact.length > 0 && findByHeader(sheet, exact)?.columns.size === exact.length;
  return isTold ? findByHeader(sheet, columns) : null;
}

/**
 * Finds columns by the words of a header row within the first 40 rows with content.
 * The row that names most columns wins; at least two must be named.
 */
export function findByHeader(sheet: Sheet, columns: readonly Column[]): FoundTable | null {
  let best: { row: Row; found: Map<string, number> } | undefined;
  for (const row of sheet.rows.slice(0, 40)) {
    const found = matchHeader(row, columns);
    if (found.size >= 2 && found.size > (best?.found.size ?? 0)) best = { row, found };
  }
  if (!best) return null;
  return {
    sheet,
    columns: best.found,
    rows: rowsBelow(sheet, best.row.number),
    guessed: [...best.found.keys()],
    copies: [],
  };
}

/** Why a table is not read; null if it is short enough. */
export function describeTooLong({ sheet, rows }: FoundTable): string | null {
  if (rows.length <= rowLimit) return null;
  const where = sheet.name === '' ? 'Tabel' : `Lembar ${sheet.name}`;
  return `${where} berisi lebih dari 10.000 baris. Hapus baris yang tidak diperlukan, atau pindahkan ke berkas lain.`;
}

/** The field of a row under a key; a missing cell is empty text at the address where it would stand. */
export function fieldAt(found: FoundTable, row: Row, key: string, file: string): Field {
  const column = found.columns.get(key);
  const { name: sheet } = found.sheet;
  if (column === undefined) return { text: '', at: sheet === '' ? { file } : { file, sheet } };
  const cell = cellAt(row, column);
  const address = cell?.address ?? toAddress(row.number, column);
  const at = sheet === '' ? { file, address } : { file, sheet, address };
  return { text: cell ? cleanText(cell) : '', at };
}

/** `fieldAt`, but of a cell merged with one above it what shows there, at the address of the upper one. */
export function shownAt(found: FoundTable, row: Row, key: string, file: string): Field {
  const field = fieldAt(found, row, key, file);
  const shown = field.text === '' ? shownCell(found, row, key) : undefined;
  return shown ? { text: cleanText(shown), at: { ...field.at, address: shown.address } } : field;
}

/** Where a hyperlink points, else the text of the cell, or of the one it is merged with. */
export function linkAt(found: FoundTable, row: Row, key: string, file: string): Field {
  const field = shownAt(found, row, key, file);
  const link = shownCell(found, row, key)?.link?.trim();
  return link ? { ...field, text: link } : field;
}

/** The cell of a row under a key, or the one above that it is merged with. */
export function shownCell({ columns, sheet }: FoundTable, row: Row, key: string): Cell | undefined {
  const column = columns.get(key);
  if (column === undefined) return undefined;
  return cellAt(row, column) ?? sheet.merged?.get(toAddress(row.number, column));
}

/** The cell of a row in a column; undefined if nothing stands there. */
export function cellAt({ cells }: Row, column: number): Cell | undefined {
  for (const cell of cells) {
    if (cell.column === column) return cell;
  }
  return undefined;
}

/** Text without padding, whatever kind of blank it is made of. */
export function cleanText({ text }: Cell): string {
  // The mark keeps `3`, a page of blanks and `x` from being read as 3.
  const short = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  return short.replace(/[\u00a0\u2007\u202f\u200b\ufeff]/g, ' ').trim();
}

function findMarked(sheet: Sheet, table: Table): FoundTable | null {
  for (const { number, marks } of marksOf(sheet)) {
    const columns = new Map<string, number>();
    for (const mark of marks) {
      if (mark.table === table.id && !columns.has(mark.key)) columns.set(mark.key, mark.column);
    }
    // One alone is a mark that somebody pasted among the answers.
    if (columns.size >= 2) {
      const rows = rowsBelow(sheet, number);
      return { sheet, columns, rows: withoutHeader(rows, table, columns), guessed: [], copies: [] };
    }
  }
  return null;
}

interface MarkedRow {
  readonly number: number;
  readonly marks: readonly { readonly table: string; readonly key: string; readonly column: number }[];
}

const markedRows = new WeakMap<Sheet, readonly MarkedRow[]>();

/** Rows of a sheet that hold marks, looked for once: every table is sought in every sheet. */
function marksOf(sheet: Sheet): readonly MarkedRow[] {
  const known = markedRows.get(sheet);
  if (known) return known;
  const marked: MarkedRow[] = [];
  for (const { number, cells } of sheet.rows) {
    const marks: MarkedRow['marks'][number][] = [];
    for (const { text, column } of cells) {
      const mark = parseMark(text);
      if (mark) marks.push({ ...mark, column });
    }
    if (marks.length > 0) marked.push({ number, marks });
  }
  markedRows.set(sheet, marked);
  return marked;
}

function rowsBelow({ rows }: Sheet, row: number): Row[] {
  return rows.slice(rows.findLastIndex(({ number }) => number <= row) + 1);
}

/**
 * The visible header usually stands right beneath the marks; rows moved above it would still be rows. Two of its
 * words in their columns tell it: officers rename some, and add columns of their own.
 */
function withoutHeader(rows: readonly Row[], table: Table, columns: ReadonlyMap<string, number>): Row[] {
  const headers: string[] = [];
  for (const { key, header } of table.columns) {
    const column = columns.get(key);
    if (column !== undefined) headers[column] = header;
  }
  const isHeader = (cell: Cell) => {
    const header = headers[cell.column];
    return header !== undefined && cell.text.length >= header.length && cleanText(cell) === header;
  };
  return rows.filter(({ cells }) => cells.filter(isHeader).length < 2);
}

function matchHeader(row: Row, columns: readonly Column[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { key, words } of columns) {
    const cell = row.cells.find(
      (other) =>
        other.text.length <= longestHeader &&
        words?.includes(cleanText(other).replace(/\s+/g, ' ').toLowerCase()) === true,
    );
    if (cell && ![...found.values()].includes(cell.column)) found.set(key, cell.column);
  }
  return found;
}
