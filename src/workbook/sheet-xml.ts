import { refuseDamaged } from '../archive/refusal.ts';
import type { Relationship } from '../archive/relationships.ts';
import { type Attributes, readXml } from '../archive/xml.ts';
import { columnName, lastColumn, lastRow, parseAddress } from './address.ts';
import type { Cell, Row, Sheet } from './book.ts';
import type { CellContext } from './make-cell.ts';
import { makeCell } from './make-cell.ts';
import { collectMerged } from './merged-cells.ts';
import { scanCells } from './scan-cells.ts';
import { collectLinks } from './sheet-links.ts';

export interface SheetContext extends CellContext {
  readonly relationships: ReadonlyMap<string, Relationship>;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Rows and merged cells of one worksheet. Cells that have only a style are left out.
 * @throws refusal if the XML is damaged, rows or cells are out of order, or lie outside Excel's sheet
 */
export function readSheet(
  bytes: Uint8Array,
  part: string,
  context: SheetContext,
): Pick<Sheet, 'rows' | 'merged'> {
  const usual = scanCells(bytes, context);
  return usual === null
    ? parseSheet(bytes, part, context, [])
    : parseSheet(usual.rest, part, context, usual.rows);
}

/** @param scanned rows already read, of a part whose cells were cut out */
function parseSheet(
  bytes: Uint8Array,
  part: string,
  context: SheetContext,
  scanned: readonly Row[],
): Pick<Sheet, 'rows' | 'merged'> {
  const rows: Row[] = [];
  const merges = collectMerged();
  const links = collectLinks(context.relationships);
  const cell = readCellParts(context);
  let cells: Cell[] = [];
  let inData = false;
  let row = 0;
  let column = 0;
  readXml(bytes, part, {
    open(name, attributes, depth) {
      if (depth === 2) {
        inData = name === 'sheetData';
        if (inData) for (const one of scanned) rows.push(one);
      }
      if (inData && depth === 3 && name === 'row') {
        row = nextRow(attributes['r'], row, part);
        column = 0;
        cells = [];
      } else if (inData && depth === 4 && name === 'c') {
        column = nextColumn(attributes['r'], row, column, part);
        cell.begin(attributes);
      } else if (inData && depth > 4) cell.open(name);
      else if (!inData && depth === 3 && name === 'hyperlink') links.add(attributes);
      else if (!inData && depth === 3 && name === 'mergeCell') {
        const [first, last] = (attributes['ref'] ?? '').split(':').map(parseAddress);
        if (first && last) merges.add(first, last);
      }
    },
    text: cell.text,
    close(name, depth) {
      if (!inData) return;
      if (depth === 4 && name === 'c') {
        const read = cell.end(row, column);
        if (read !== null) cells.push(read);
      } else if (depth === 3 && name === 'row') {
        if (cells.length > 0) rows.push({ number: row, cells });
      } else if (depth > 4) cell.close(name);
    },
  });
  addLinks(rows, links.byAddress);
  const merged = merges.resolve(rows);
  return merged.size === 0 ? { rows } : { rows, merged };
}

/** Links stand after the cells in the file. They win over a HYPERLINK formula, as they do in Excel. */
function addLinks(rows: readonly Row[], links: ReadonlyMap<string, string>): void {
  if (links.size === 0) return;
  for (const { cells } of rows) {
    for (const cell of cells as Writable<Cell>[]) {
      const link = links.get(cell.address);
      if (link !== undefined) cell.link = link;
    }
  }
}

function nextRow(written: string | undefined, previous: number, part: string): number {
  const row = written === undefined ? previous + 1 : Number(written);
  if (Number.isInteger(row) && row > previous && row <= lastRow) return row;
  return refuseDamaged(`baris ${written ?? row} di bagian ${part} tidak pada tempatnya`);
}

function nextColumn(written: string | undefined, row: number, previous: number, part: string): number {
  const at = written === undefined ? { row, column: previous + 1 } : parseAddress(written);
  if (at !== null && at.row === row && at.column > previous && at.column <= lastColumn) return at.column;
  return refuseDamaged(
    `sel ${written ?? columnName(previous + 1)} di baris ${row} bagian ${part} tidak pada tempatnya`,
  );
}

/** Gathers the parts of one cell after the other. */
function readCellParts(context: CellContext) {
  let type: string | undefined;
  let style: string | undefined;
  let value = '';
  let inline = '';
  let formula: string | null = null;
  let target: 'value' | 'inline' | 'formula' | null = null;
  let phonetic = false;
  return {
    begin(attributes: Attributes) {
      type = attributes['t'];
      style = attributes['s'];
      value = inline = '';
      formula = target = null;
    },
    open(name: string) {
      if (name === 'v') target = 'value';
      else if (name === 't') target = phonetic ? null : 'inline';
      else if (name === 'rPh') phonetic = true;
      else if (name === 'f') {
        target = 'formula';
        formula = '';
      }
    },
    text(piece: string) {
      if (target === 'value') value += piece;
      else if (target === 'inline') inline += piece;
      else if (target === 'formula') formula += piece;
    },
    close(name: string) {
      if (name === 'v' || name === 't' || name === 'f') target = null;
      else if (name === 'rPh') phonetic = false;
    },
    end: (row: number, column: number) =>
      makeCell(row, column, { type, style, value, inline, formula }, context),
  };
}
