import type { Borders, Fill, Font, Row, Worksheet } from 'exceljs';
import type { Column, Table } from '../layout.ts';
import { markOf } from '../layout.ts';

export const ink = { dark: 'FF1F3864', text: 'FF222222', soft: 'FF666666', line: 'FFBFBFBF' } as const;
export const tint = {
  head: 'FF1F3864',
  input: 'FFFFF8E1',
  given: 'FFF2F2F2',
  band: 'FFE8EEF7',
  assessor: 'FFEAF5EA',
} as const;

export function fill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

export const thinBorder: Partial<Borders> = (() => {
  const side = { style: 'thin', color: { argb: ink.line } } as const;
  return { top: side, left: side, bottom: side, right: side };
})();

export const font = (more: Partial<Font> = {}): Partial<Font> => ({
  name: 'Calibri',
  size: 11,
  color: { argb: ink.text },
  ...more,
});

/** Title and subtitle, in the first two rows of a sheet. */
export function addTitle(sheet: Worksheet, title: string, subtitle: string, column = 1): void {
  const first = sheet.getCell(1, column);
  first.value = title;
  first.font = font({ size: 16, bold: true, color: { argb: ink.dark } });
  sheet.getRow(1).height = 24;
  const second = sheet.getCell(2, column);
  second.value = subtitle;
  second.font = font({ color: { argb: ink.soft } });
}

/** Hidden row of marks, then the header row beneath it; returns the number of the first row of data. */
export function addHeader(sheet: Worksheet, table: Table, markRow: number): number {
  const marks = sheet.getRow(markRow);
  const headers = sheet.getRow(markRow + 1);
  table.columns.forEach((column, index) => {
    marks.getCell(index + 1).value = markOf(table, column.key);
    styleHeader(headers, index + 1, column);
    const sheetColumn = sheet.getColumn(index + 1);
    sheetColumn.width = column.width;
    sheetColumn.hidden = column.hidden === true;
  });
  marks.hidden = true;
  headers.height = 32;
  return markRow + 2;
}

function styleHeader(row: Row, position: number, column: Column): void {
  const cell = row.getCell(position);
  cell.value = column.header;
  cell.font = font({ bold: true, color: { argb: 'FFFFFFFF' } });
  cell.fill = fill(tint.head);
  cell.border = thinBorder;
  cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
}

/** How a sheet prints: A4, fitted to the width, header rows repeated, page x of y. */
export function setPrint(
  sheet: Worksheet,
  orientation: 'portrait' | 'landscape',
  footer: string,
  titleRow?: number,
): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(titleRow === undefined ? {} : { printTitlesRow: `${titleRow}:${titleRow}` }),
  };
  // Excel repairs files whose footer exceeds 255 characters, and a longer text would run into the page number.
  const widest = orientation === 'portrait' ? 120 : 180;
  const short = footer.length > widest ? `${footer.slice(0, widest - 1)}…` : footer;
  const safe = short.replaceAll('&', '&&');
  sheet.headerFooter.oddFooter = `&L&8${safe}&R&8Halaman &P dari &N`;
}

/** Locks what is not input, without a password: it guards against slips, not against people. */
export async function protect(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    // exceljs's way to say that charts are protected, too.
    objects: false,
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
  });
}
