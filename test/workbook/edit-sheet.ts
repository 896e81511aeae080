import type ExcelJS from 'exceljs';
import { answersTable, columnOf, identityTable } from '../../src/workbook/layout.ts';
import { sheetOf } from './make-workbook.ts';

/* What officers do to sheets, done through exceljs. */

export function swapColumns(sheet: ExcelJS.Worksheet, a: number, b: number): void {
  for (let row = 1; row <= sheet.rowCount; row++) {
    const [left, right] = [sheet.getCell(row, a), sheet.getCell(row, b)];
    [left.value, right.value] = [right.value, left.value];
    [left.style, right.style] = [right.style, left.style];
  }
}

/** Rows 6–8 in this order, from a column on. */
export function sortRows(sheet: ExcelJS.Worksheet, order: readonly number[], from: number): void {
  const to = from === 1 ? answersTable.columns.length : columnOf(answersTable, 'assessedReason');
  const rows = order.map((row) =>
    Array.from({ length: to - from + 1 }, (_, index) => sheet.getCell(row, from + index).value),
  );
  rows.forEach((values, position) => {
    values.forEach((value, index) => {
      sheet.getCell(6 + position, from + index).value = value;
    });
  });
}

/** The rows from `first` to `last` the other way round, within these columns: what sorting by the filter moves. */
export function reverseRows(
  sheet: ExcelJS.Worksheet,
  [first, last]: readonly [number, number],
  [left, right]: readonly [string, string],
): void {
  const columns = [sheet.getColumn(left).number, sheet.getColumn(right).number] as const;
  for (let column = columns[0]; column <= columns[1]; column++) {
    const values = Array.from(
      { length: last - first + 1 },
      (_, at) => sheet.getCell(first + at, column).value,
    );
    values.toReversed().forEach((value, at) => {
      sheet.getCell(first + at, column).value = value;
    });
  }
}

export function autoFilterOf(sheet: ExcelJS.Worksheet): string {
  const filter = sheet.autoFilter;
  if (typeof filter !== 'string') throw new Error(`No filter on ${sheet.name}`);
  return filter;
}

export function removeSheet(workbook: ExcelJS.Workbook, name: string): void {
  workbook.removeWorksheet(sheetOf(workbook, name).id);
}

/** Sets the value beside a key of Identitas. */
export function setIdentity(workbook: ExcelJS.Workbook, key: string, value: ExcelJS.CellValue): void {
  const sheet = sheetOf(workbook, 'Identitas');
  const keys = sheet.getColumn(columnOf(identityTable, 'id'));
  keys.eachCell((cell, row) => {
    if (cell.text === key) sheet.getCell(row, columnOf(identityTable, 'value')).value = value;
  });
}

export function copySheet(workbook: ExcelJS.Workbook, from: string, to: string): ExcelJS.Worksheet {
  const copy = workbook.addWorksheet(to);
  sheetOf(workbook, from).eachRow((row) => {
    row.eachCell((cell) => {
      copy.getCell(cell.address).value = cell.value;
    });
  });
  return copy;
}
