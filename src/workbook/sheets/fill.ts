import type { Cell, Workbook, Worksheet } from 'exceljs';
import type { WorkbookSpec } from '../contents.ts';
import type { CellContent, Filled } from '../filled.ts';
import {
  answersTable,
  columnOf,
  criteriaTable,
  documentsTable,
  identityTable,
  type Table,
  widthOf,
} from '../layout.ts';
import { documentRows } from './documents.ts';

/** Writes what is known into the sheets of a new workbook, each into the cell that an officer would fill. */
export function fillSheets(workbook: Workbook, spec: WorkbookSpec, filled: Filled): void {
  const answers = sheetOf(workbook, answersTable);
  const rows = rowsById(answers, columnOf(answersTable, 'id'));
  for (const [id, cells] of filled.answers) {
    for (const [key, content] of cells) put(answers, rows.get(id), columnOf(answersTable, key), content);
    const row = rows.get(id);
    if (row !== undefined) growRow(answers, row, ['fact', 'analysis', 'assessedReason', 'note']);
  }
  const documents = sheetOf(workbook, documentsTable);
  const { first } = documentRows(spec);
  filled.documents.forEach((cells, index) => {
    for (const [key, content] of cells) put(documents, first + index, columnOf(documentsTable, key), content);
  });
  const criteria = sheetOf(workbook, criteriaTable);
  const items = rowsById(criteria, columnOf(criteriaTable, 'id'));
  for (const [id, content] of filled.ticks) {
    put(criteria, items.get(id), columnOf(criteriaTable, 'have'), content);
  }
  const identity = sheetOf(workbook, identityTable);
  const particulars = rowsById(identity, columnOf(identityTable, 'id'));
  for (const [id, content] of filled.identity) {
    put(identity, particulars.get(id), columnOf(identityTable, 'value'), content);
  }
  forgetResults(workbook);
}

/**
 * The stored results of formulas are those of the empty workbook. LibreOffice shows them until it is asked to compute again,
 * unless there are none.
 */
function forgetResults(workbook: Workbook): void {
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula };
      });
    });
  });
}

function sheetOf(workbook: Workbook, { sheet: name }: Table): Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
}

function rowsById(sheet: Worksheet, column: number): Map<string, number> {
  const rows = new Map<string, number>();
  sheet.eachRow((row, number) => {
    const id = row.getCell(column).value;
    if (typeof id === 'string' && !rows.has(id)) rows.set(id, number);
  });
  return rows;
}

/** A text is written as a text, whatever it begins with: never as a formula. */
function put(sheet: Worksheet, row: number | undefined, column: number, content: CellContent): void {
  if (row === undefined) throw new Error(`No row in ${sheet.name} for ${String(content)}`);
  sheet.getCell(row, column).value = content as Cell['value'];
}

const tallest = 409;

/** Spreadsheet programs do not grow rows of files they did not write. */
function growRow(
  sheet: Worksheet,
  number: number,
  keys: readonly ('fact' | 'analysis' | 'assessedReason' | 'note')[],
): void {
  const row = sheet.getRow(number);
  const lines = keys.map((key) => {
    const width = widthOf(answersTable, key);
    return row
      .getCell(columnOf(answersTable, key))
      .text.split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  row.height = Math.min(tallest, Math.max(row.height, 15 * Math.max(...lines) + 4));
}
