import { refuseDamaged } from '../archive/refusal.ts';
import type { Attributes } from '../archive/xml.ts';
import { lastColumn, lastRow, toAddress } from './address.ts';
import type { Cell, Row } from './book.ts';
import type { Budget } from './budget.ts';
import { collectMerged } from './merged-cells.ts';
import { collectText } from './ods-text.ts';
import { type CellContent, readOdsCell } from './ods-value.ts';

/** Takes in what stands inside one `table:table`. */
export interface SheetCollector {
  open(name: string, attributes: Attributes, depth: number): void;
  text(piece: string): void;
  close(name: string, depth: number): void;
  readonly rows: readonly Row[];
  /** Once all is taken in: cells merged with one above them, as in `Sheet`. */
  merged(): ReadonlyMap<string, Cell>;
  /** Whether it is another file's sheet, kept for the formulas that refer to it. */
  isLinkCopy(): boolean;
}

/** Elements that may stand around rows; of all others (shapes, forms, column formats) nothing is read. */
const around = new Set(['table-header-rows', 'table-rows', 'table-row-group']);
const cellNames = new Set(['table-cell', 'covered-table-cell']);

/**
 * Rows of one OpenDocument sheet at their true addresses: repeated blanks only move on, repeated contents are written
 * out and counted, so that a short file cannot fill the memory.
 */
export function collectSheet(budget: Budget, part: string): SheetCollector {
  const rows: Row[] = [];
  const merges = collectMerged();
  const content = collectText(part);
  let linkCopy = false;
  let skipped = 0;
  let row = 0;
  let rowRepeat = 1;
  let column = 0;
  let cells: Cell[] = [];
  let cellDepth = 0;
  let cell: Attributes = {};

  function endCell(): void {
    const repeat = repeatOf(cell['table:number-columns-repeated'], part);
    const read = readOdsCell(cell, content.end());
    if (read !== null) {
      if (column + repeat > lastColumn) refuseOutside(part);
      for (let next = 1; next <= repeat; next++) {
        budget.spend(read.text.length);
        cells.push(place(read, row + 1, column + next));
      }
      const spanned = Number(cell['table:number-rows-spanned'] ?? 1);
      if (spanned > 1) {
        const first = { row: row + 1, column: column + 1 };
        merges.add(first, { ...first, row: row + spanned });
      }
    }
    column += repeat;
    cellDepth = 0;
  }

  function endRow(): void {
    if (cells.length > 0) {
      if (row + rowRepeat > lastRow) refuseOutside(part);
      // The first was counted cell by cell: one row alone could fill the memory.
      rows.push({ number: row + 1, cells });
      for (let number = row + 2; number <= row + rowRepeat; number++) {
        for (const { text } of cells) budget.spend(text.length);
        rows.push({ number, cells: cells.map((one) => place(one, number, one.column)) });
      }
    }
    row += rowRepeat;
  }

  return {
    rows,
    merged: () => merges.resolve(rows),
    isLinkCopy: () => linkCopy,
    open(name, attributes, depth) {
      if (cellDepth > 0) content.open(name, attributes, depth - cellDepth);
      else if (skipped > 0) return;
      else if (name === 'table-row') {
        rowRepeat = repeatOf(attributes['table:number-rows-repeated'], part);
        column = 0;
        cells = [];
      } else if (cellNames.has(name)) {
        cellDepth = depth;
        cell = attributes;
        content.begin();
      } else if (!around.has(name)) {
        skipped = depth;
        if (name === 'table-source') linkCopy = true;
      }
    },
    text(piece) {
      if (cellDepth > 0) content.text(piece);
    },
    close(name, depth) {
      if (cellDepth > 0 && depth > cellDepth) content.close(depth - cellDepth);
      else if (cellDepth > 0) endCell();
      else if (skipped > 0) skipped = depth === skipped ? 0 : skipped;
      else if (name === 'table-row') endRow();
    },
  };
}

function place({ text, kind, formula, link }: CellContent, row: number, column: number): Cell {
  const cell = { address: toAddress(row, column), row, column, text, kind, formula };
  return link === undefined ? cell : { ...cell, link };
}

function repeatOf(written: string | undefined, part: string): number {
  if (written === undefined) return 1;
  const repeat = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  return repeat > 0 ? repeat : refuseDamaged(`pengulangan "${written}" di bagian ${part} tidak sah`);
}

function refuseOutside(part: string): never {
  refuseDamaged(`ada isi di bagian ${part} di luar batas lembar Excel`);
}
