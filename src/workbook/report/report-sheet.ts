import type { CellValue, Style, Workbook, Worksheet } from 'exceljs';
import type { ReportDocument } from '../../contract/report.ts';
import { dayOf } from '../../reporters/full-report/figures.ts';
import { basisWords } from '../../reporters/full-report/sentences.ts';
import { columnName } from '../address.ts';
import { palette } from '../charts/palette.ts';
import { rowHeight } from '../sheets/action-rows.ts';
import { addTitle, fill, font, ink, setPrint, thinBorder, tint } from '../sheets/style.ts';
import { cellText } from './cell-text.ts';

/** Where a cell stands, for formulas. */
export interface CellContext {
  /** 1-based. */
  readonly row: number;
  /** `$F7`: the cell of this row in the column with that key. */
  readonly cell: (key: string) => string;
}

/** A column of a table of the report. */
export interface ReportColumn<T> {
  /** By which formulas name it. */
  readonly key?: string;
  readonly header: string;
  readonly width: number;
  /** A text is made safe here; a number, date or formula stands as it is. */
  readonly value: (one: T, context: CellContext) => CellValue;
  /** Number format: in the American spelling of the file, which every program shows by its own locale. */
  readonly format?: string;
  readonly align?: 'center' | 'right';
  readonly hidden?: true;
  /** Drawn with blocks: smaller, and in the colour of bars. */
  readonly isBar?: true;
  /** Left out if it says nothing in any row. */
  readonly optional?: true;
}

export const points = '0.0000';
/** Row of the header on a sheet that is one table. */
export const headerRow = 4;

/** `Kota Bandar Lampung · 2024 · PermenPANRB 59/2020 · menurut penilaian mandiri · 22 November 2026` */
export function subjectOf(document: ReportDocument): string {
  const { addressee, region, year, instrumentName, date } = document;
  const who = [addressee?.name, region, year].filter((one) => one !== undefined && one !== null);
  return cellText([...who, instrumentName, basisWords(document), dayOf(date)].join(' · '));
}

/** `0.00` for two decimals, `0` for none. */
export function decimalFormat(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

/** The columns that say something. */
export function shownColumns<T>(columns: readonly ReportColumn<T>[], rows: readonly T[]): ReportColumn<T>[] {
  const nowhere: CellContext = { row: 1, cell: () => 'A1' };
  return columns.filter(
    ({ optional, value }) => !optional || rows.some((one) => (value(one, nowhere) ?? '') !== ''),
  );
}

/** Letter of the column with that key. */
export function letterOf<T>(columns: readonly ReportColumn<T>[], key: string): string {
  const index = columns.findIndex((one) => one.key === key);
  if (index < 0) throw new Error(`No column ${key}`);
  return columnName(index + 1);
}

/** A sheet that is one table: header frozen and repeated on paper, a filter, A4 across. */
export function addTableSheet<T>(
  workbook: Workbook,
  document: ReportDocument,
  about: { readonly name: string; readonly title: string; readonly note: string; readonly frozen?: number },
  columns: readonly ReportColumn<T>[],
  rows: readonly T[],
): Worksheet {
  const { name, title, note, frozen = 0 } = about;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headerRow, xSplit: frozen, showGridLines: false }],
  });
  addTitle(sheet, title, subjectOf(document));
  sheet.getCell(3, 1).value = note;
  sheet.getCell(3, 1).font = font({ color: { argb: ink.soft } });
  addTable(sheet, headerRow, columns, rows);
  columns.forEach(({ width, hidden }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.hidden = hidden === true;
  });
  const last = columns.filter(({ hidden }) => !hidden).length;
  if (rows.length > 0) sheet.autoFilter = `A${headerRow}:${columnName(last)}${headerRow + rows.length}`;
  setPrint(sheet, 'landscape', `${title} · ${subjectOf(document)}`, headerRow);
  sheet.pageSetup.horizontalCentered = false;
  return sheet;
}

/** Header and rows from that row on; column by column one style. */
export function addTable<T>(
  sheet: Worksheet,
  top: number,
  columns: readonly ReportColumn<T>[],
  rows: readonly T[],
): void {
  columns.forEach(({ header }, index) => {
    const cell = sheet.getCell(top, index + 1);
    cell.value = header;
    cell.style = headStyle;
  });
  sheet.getRow(top).height = 32;
  const styled = columns.map((column) => ({ ...column, style: styleOf(column) }));
  rows.forEach((one, index) => {
    const row = top + 1 + index;
    const context = { row, cell: (key: string) => `$${letterOf(columns, key)}${row}` };
    const texts: [string, number][] = [];
    styled.forEach(({ value, width, hidden, style }, at) => {
      const cell = sheet.getCell(row, at + 1);
      const found = value(one, context);
      cell.value = typeof found === 'string' ? cellText(found) || null : found;
      cell.style = style;
      if (typeof cell.value === 'string' && !hidden) texts.push([cell.value, width]);
    });
    sheet.getRow(row).height = rowHeight([['', 1], ...texts]);
  });
}

const headStyle: Partial<Style> = {
  font: font({ bold: true, color: { argb: 'FFFFFFFF' } }),
  fill: fill(tint.head),
  border: thinBorder,
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
};

const barFont = font({ color: { argb: `FF${palette[0]}` }, size: 9 });

function styleOf<T>({ align, format, isBar }: ReportColumn<T>): Partial<Style> {
  return {
    font: isBar ? barFont : font(),
    border: thinBorder,
    alignment: {
      vertical: 'top',
      wrapText: true,
      ...(align ? { horizontal: align } : { horizontal: 'left', indent: 1 }),
    },
    ...(format ? { numFmt: format } : {}),
  };
}
