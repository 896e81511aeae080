import { lastColumn } from './address.ts';
import type { Book, Row, Sheet } from './book.ts';
import type { ColumnMap } from './column-map.ts';
import { cleanText, type FoundTable } from './tables.ts';

const headerRows = 40;

/** A sheet on which every column of a map was found. */
export interface MappedSheet {
  /** Columns under the targets of the map. */
  readonly found: FoundTable;
  /** null where all columns are named by their letters. */
  readonly header: Row | null;
}

/** Sheets that a map fits; hidden ones only if it names them. */
export function findMappedSheets(book: Book, map: ColumnMap): MappedSheet[] {
  return book.sheets.flatMap((sheet) => {
    const own = withoutSheet(map, sheet);
    if (own === map && sheet.hidden) return [];
    // A map that names another sheet fits no heading here.
    return mapSheet(sheet, own) ?? [];
  });
}

/** A heading as it is compared: case and blanks do not count. */
export function plainHeading(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The map without the name of this sheet before its first column; the same map if that names no sheet, or another. */
function withoutSheet(map: ColumnMap, { name }: Sheet): ColumnMap {
  const [first, ...others] = map.columns;
  const prefix = `${plainHeading(name)}:`;
  if (first === undefined || name === '' || !plainHeading(first.name).startsWith(prefix)) return map;
  return { columns: [{ ...first, name: first.name.slice(first.name.indexOf(':') + 1).trim() }, ...others] };
}

function mapSheet(sheet: Sheet, { columns }: ColumnMap): MappedSheet | null {
  const inRow = (row: Row, name: string) =>
    row.cells.find((cell) => plainHeading(cleanText(cell)) === plainHeading(name))?.column;
  const matches = (row: Row) => columns.filter(({ name }) => inRow(row, name) !== undefined);
  // The row with most of the headings: "No" alone could be column NO, and a cell that holds "B" is no heading.
  const [header = null] = sheet.rows
    .slice(0, headerRows)
    .filter((row) => {
      const found = matches(row);
      return found.length === columns.length || found.some(({ name }) => lettersOf(name) === null);
    })
    .toSorted((a, b) => matches(b).length - matches(a).length);
  const found = new Map<string, number>();
  for (const { name, target } of columns) {
    const column = (header ? inRow(header, name) : undefined) ?? lettersOf(name);
    if (column === null) return null;
    found.set(target, column);
  }
  const rows = header ? sheet.rows.filter(({ number }) => number > header.number) : sheet.rows;
  return { found: { sheet, columns: found, rows, guessed: [], copies: [] }, header };
}

/** 1-based column of letters such as `C`; null for other texts. */
function lettersOf(name: string): number | null {
  if (!/^[a-z]{1,3}$/i.test(name)) return null;
  const column = [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return column <= lastColumn ? column : null;
}
