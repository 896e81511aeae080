import type { Cell, Workbook, Worksheet } from 'exceljs';
import type { WorkbookSpec } from '../contents.ts';
import type { Table } from '../layout.ts';
import { addHeader, addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';

const markRow = 4;
const tallest = 409;

export interface PlainRow {
  /** By key of the column. */
  readonly cells: Readonly<Record<string, Cell['value']>>;
  readonly tone?: 'open' | 'settled';
}

const tones = { open: 'FFF8D0CE', settled: 'FFFFE8B3' } as const;
const centred = new Set(['number', 'level', 'used', 'cell', 'date', 'assessedLevel']);

/** A sheet that is only read: a title, one line of advice, a table; every cell locked. */
export async function addPlainTable(
  workbook: Workbook,
  spec: WorkbookSpec,
  table: Table,
  [title, advice]: readonly [string, string],
  rows: readonly PlainRow[],
): Promise<Worksheet> {
  const { region, year, instrument } = spec;
  const sheet = workbook.addWorksheet(table.sheet, {
    views: [{ state: 'frozen', ySplit: markRow + 1, activeCell: `B${markRow + 2}`, showGridLines: false }],
  });
  const first = addHeader(sheet, table, markRow);
  const left = table.columns.findIndex(({ hidden }) => hidden !== true) + 1;
  addTitle(sheet, title, `${region} · ${year} · ${instrument.name}`, left);
  sheet.getCell(3, left).value = advice;
  sheet.getCell(3, left).font = font({ color: { argb: ink.soft } });
  rows.forEach((row, index) => {
    addRow(sheet, table, row, first + index);
  });
  sheet.autoFilter = {
    from: { row: markRow + 1, column: 1 },
    to: { row: Math.max(first, first + rows.length - 1), column: table.columns.length },
  };
  setPrint(sheet, 'landscape', `${title} · ${region} · ${year}`, markRow + 1);
  await protect(sheet);
  return sheet;
}

function addRow(sheet: Worksheet, table: Table, { cells, tone }: PlainRow, number: number): void {
  const row = sheet.getRow(number);
  let lines = 1;
  table.columns.forEach(({ key, width, hidden }, index) => {
    const cell = row.getCell(index + 1);
    cell.value = cells[key] ?? null;
    if (hidden) return;
    cell.border = thinBorder;
    cell.font = font(key === 'level' ? { bold: true } : {});
    cell.alignment = { vertical: 'top', wrapText: true, horizontal: centred.has(key) ? 'center' : 'left' };
    if (tone && (key === 'conflict' || key === 'state')) cell.fill = fill(tones[tone]);
    else if (key === 'level') cell.fill = fill(tint.band);
    lines = Math.max(lines, countLines(cell.text, width));
  });
  row.height = Math.min(tallest, 15 * lines + 4);
}

/** Lines a text takes in a column of that width, as a program wraps it. */
export function countLines(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 0.95))), 0);
}
