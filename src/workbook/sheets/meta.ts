import type { Workbook } from 'exceljs';
import type { WorkbookSpec } from '../contents.ts';
import { formatVersion, markOf, metaTable } from '../layout.ts';

/** `_spbe`: what the reader needs to know of the workbook, hidden from its officers. */
export function addMeta(workbook: Workbook, spec: WorkbookSpec): void {
  const sheet = workbook.addWorksheet(metaTable.sheet, { state: 'veryHidden' });
  metaTable.columns.forEach((column, index) => {
    sheet.getCell(1, index + 1).value = markOf(metaTable, column.key);
    sheet.getColumn(index + 1).width = column.width;
  });
  const entries: [string, string | number][] = [
    ['formatVersion', formatVersion],
    ['instrument', spec.instrument.id],
    ['region', spec.region],
    ['year', spec.year],
    ['opdCode', spec.opd.code],
    ['opdName', spec.opd.name],
    ['workbookId', spec.workbookId],
    ['indicators', spec.indicators.join(' ')],
  ];
  entries.forEach(([key, value], index) => {
    sheet.getCell(index + 2, 1).value = key;
    sheet.getCell(index + 2, 2).value = value;
  });
}
