import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { Column, Piece, Row } from './piece.ts';
import { safeText } from './safe-text.ts';
import { cellMargins, headFill, tableLines, tableStyle, textWidth } from './styles.ts';

type Cell = Row['cells'][number];

const allSides = ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'] as const;

/** A table with a head that is repeated on every page; no row is torn in two. */
export function putTable({ columns, rows }: Piece & { kind: 'table' }): Table {
  const widths = widthsOf(columns.map(({ share }) => share));
  const head = columns.map(({ header, align }, index) =>
    putCell(header, { style: 'tableHead', width: widths[index], align, fill: headFill }),
  );
  const body = rows.map(({ cells, isStrong = false }) => {
    const put = cells.map((cell, index) =>
      putCell(cell, { style: 'tableText', width: widths[index], align: columns[index]?.align, isStrong }),
    );
    return new TableRow({ cantSplit: !isTall(cells), children: put });
  });
  return new Table({
    style: tableStyle,
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noVBand: true },
    borders: Object.fromEntries(allSides.map((side) => [side, tableLines])),
    margins: { ...cellMargins, marginUnitType: WidthType.DXA },
    ...laidOut(widths),
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...body],
  });
}

interface GridLook {
  readonly shares: readonly number[];
  readonly style: 'tableText' | 'formText';
  readonly keepNext?: boolean;
}

/** Cells side by side without lines. */
export function putGrid(
  rows: readonly (readonly Cell[])[],
  { shares, style, keepNext = false }: GridLook,
): Table {
  const widths = widthsOf(shares);
  const none = { style: 'none', size: 0, color: 'auto' } as const;
  return new Table({
    borders: Object.fromEntries(allSides.map((side) => [side, none])),
    margins: { ...cellMargins, marginUnitType: WidthType.DXA },
    ...laidOut(widths),
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: !isTall(cells),
          children: cells.map((cell, index) => putCell(cell, { style, width: widths[index], keepNext })),
        }),
    ),
  });
}

interface CellLook {
  readonly style: GridLook['style'] | 'tableHead';
  readonly width: number | undefined;
  readonly align?: Column['align'] | undefined;
  readonly fill?: string;
  readonly isStrong?: boolean;
  readonly keepNext?: boolean;
}

function putCell(cell: Cell, look: CellLook): TableCell {
  const { style, width = 0, align, fill, isStrong = false, keepNext = false } = look;
  const texts = typeof cell === 'string' ? [cell] : cell;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(fill === undefined ? {} : { shading: { type: 'clear', color: 'auto', fill } }),
    // A cell must hold a paragraph, if an empty one.
    children: (texts.length === 0 ? [''] : texts).map(
      (text) =>
        new Paragraph({
          style,
          ...(align === undefined ? {} : { alignment: align }),
          ...(keepNext ? { keepNext: true } : {}),
          children: [new TextRun({ text: safeText(text), ...(isStrong ? { bold: true } : {}) })],
        }),
    ),
  });
}

/** A row that might be longer than a page must be allowed to go on on the next one. */
function isTall(cells: readonly Cell[]): boolean {
  return cells.some((cell) => [cell].flat().reduce((sum, text) => sum + text.length + 40, 0) > 1800);
}

function laidOut(widths: readonly number[]) {
  return {
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
  };
}

/** In twentieths of a point; together the width of the text, whatever the rounding. */
function widthsOf(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const widths = shares.map((share) => Math.floor((textWidth * share) / sum));
  const rest = textWidth - widths.reduce((total, width) => total + width, 0);
  return widths.map((width, index) => (index === 0 ? width + rest : width));
}
