import type { Workbook } from 'exceljs';
import { metaOf, type WorkbookSpec } from '../contents.ts';
import { markOf, metaTable } from '../layout.ts';

/** `_spbe`: what the reader needs to know of the workbook, hidden from its officers. */
export function addMeta(workbook: Workbook, spec: WorkbookSpec): void {
  const sheet = workbook.addWorksheet(metaTable.sheet, { state: 'veryHidden' });
  metaTable.columns.forEach((column, index) => {
    sheet.getCell(1, index + 1).value = markOf(metaTable, column.key);
    sheet.getColumn(index + 1).width = column.width;
  });
  Object.entries(metaOf(spec)).forEach(([key, value], index) => {
    sheet.getCell(index + 2, 1).value = key;
    sheet.getCell(index + 2, 2).value = value;
  });
}
