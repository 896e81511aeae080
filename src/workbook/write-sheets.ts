import exceljs, { type Worksheet } from 'exceljs';
import type { PlainSheet, SheetLine } from '../reporters/sheets.ts';
import { columnName } from './address.ts';
import { addCharts } from './charts/add-charts.ts';
import { fill, font, ink, setPrint, thinBorder, tint } from './sheets/style.ts';

/** What a cell of Excel holds at most. */
const longestText = 32_767;
const widest = 60;
const narrowest = 8;

/** Writes plain sheets (xlsx): texts stay texts whatever they begin with, numbers stay numbers. The same input gives the same bytes. */
export async function writeSheets(title: string, sheets: readonly PlainSheet[]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.creator = 'spbe';
  workbook.lastModifiedBy = 'spbe';
  // A report carries its day in its text; the file itself must not differ from run to run.
  workbook.created = workbook.modified = new Date(0);
  workbook.title = title;
  for (const { name, lines, filterAt } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ showGridLines: false }] });
    for (const [index, line] of lines.entries()) writeLine(sheet, index + 1, line);
    setWidths(sheet, lines);
    const header = filterAt === null ? undefined : lines[filterAt];
    if (filterAt !== null && header && header.cells.length > 0) {
      sheet.views = [{ state: 'frozen', ySplit: filterAt + 1 }];
      sheet.autoFilter = `A${filterAt + 1}:${columnName(header.cells.length)}${lines.length}`;
    }
    setPrint(sheet, 'landscape', title, filterAt === null ? undefined : filterAt + 1);
  }
  return addCharts(new Uint8Array(await workbook.xlsx.writeBuffer()), []);
}

function writeLine(sheet: Worksheet, row: number, { cells, style }: SheetLine): void {
  cells.forEach((value, index) => {
    const cell = sheet.getCell(row, index + 1);
    cell.value = typeof value === 'string' ? value.slice(0, longestText) : value;
    cell.font = fonts[style];
    const isTable = style === 'header' || style === 'row' || (style === 'strong' && cells.length > 1);
    if (isTable) cell.border = thinBorder;
    if (style === 'header') cell.fill = fill(tint.head);
  });
}

const fonts = {
  title: font({ size: 16, bold: true, color: { argb: ink.dark } }),
  section: font({ size: 13, bold: true, color: { argb: ink.dark } }),
  header: font({ bold: true, color: { argb: 'FFFFFFFF' } }),
  strong: font({ bold: true }),
  row: font(),
  text: font(),
} as const satisfies Record<SheetLine['style'], unknown>;

/** By the longest text of the tables: a paragraph runs on over empty cells. */
function setWidths(sheet: Worksheet, lines: readonly SheetLine[]): void {
  const widths: number[] = [];
  for (const { cells } of lines) {
    if (cells.length < 2) continue;
    cells.forEach((value, index) => {
      widths[index] = Math.max(widths[index] ?? narrowest, String(value ?? '').length + 2);
    });
  }
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = Math.min(width, widest);
  });
}
