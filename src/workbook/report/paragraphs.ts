import type { Worksheet } from 'exceljs';
import { rowHeight } from '../sheets/action-rows.ts';
import { font, ink } from '../sheets/style.ts';
import { cellText } from './cell-text.ts';

/** Where the next line of a sheet goes. */
export interface Cursor {
  readonly sheet: Worksheet;
  /** Columns that a paragraph runs over, and their width together. */
  readonly columns: number;
  readonly width: number;
  row: number;
}

/** A heading, after a line left blank. */
export function addSection(at: Cursor, text: string): void {
  at.row++;
  const cell = at.sheet.getCell(at.row, 1);
  cell.value = cellText(text);
  cell.font = font({ size: 13, bold: true, color: { argb: ink.dark } });
  at.sheet.getRow(at.row).height = 20;
  at.row++;
}

/** One line each, over the whole width, broken where it is longer. */
export function addParagraphs(at: Cursor, texts: readonly string[], colour: string = ink.text): void {
  for (const text of texts) {
    const cell = at.sheet.getCell(at.row, 1);
    cell.value = cellText(text);
    cell.font = font({ color: { argb: colour } });
    cell.alignment = { wrapText: true, vertical: 'top' };
    if (at.columns > 1) at.sheet.mergeCells(at.row, 1, at.row, at.columns);
    at.sheet.getRow(at.row).height = rowHeight([[cellText(text), at.width]]);
    at.row++;
  }
}
