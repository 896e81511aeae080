import type { Workbook } from 'exceljs';
import type { WorkbookSpec } from '../contents.ts';
import { documentsTable, markOf } from '../layout.ts';
import type { RegionalContents } from '../regional-contents.ts';
import { sourceKey } from '../regional-layout.ts';
import { documentRows } from './documents.ts';
import { fill, font, thinBorder, tint } from './style.ts';

/** In Bukti of a regional workbook: the OPD that each document comes from, one column more. */
export function addSources(workbook: Workbook, spec: WorkbookSpec, { evidence }: RegionalContents): void {
  const sheet = workbook.getWorksheet(documentsTable.sheet);
  if (sheet === undefined) throw new Error(`No sheet ${documentsTable.sheet}`);
  const column = documentsTable.columns.length + 1;
  const { first, last } = documentRows(spec);
  sheet.getColumn(column).width = 16;
  sheet.getCell(first - 2, column).value = markOf(documentsTable, sourceKey);
  const header = sheet.getCell(first - 1, column);
  header.value = 'Kode OPD';
  header.style = { ...sheet.getCell(first - 1, 1).style };
  for (let row = first; row <= last; row++) {
    const cell = sheet.getCell(row, column);
    cell.value = evidence[row - first]?.opd ?? null;
    cell.border = thinBorder;
    cell.fill = fill(tint.given);
    cell.font = font();
    cell.protection = { locked: false };
  }
  sheet.autoFilter = { from: { row: first - 1, column: 1 }, to: { row: last, column } };
}
