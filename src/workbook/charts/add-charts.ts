import type { Chart } from './chart.ts';
import { chartXml } from './chart-xml.ts';
import { checkChart } from './check-chart.ts';
import { addContentType } from './content-type.ts';
import { drawingAnchor, emptyDrawing } from './drawing-xml.ts';
import { drawingOf, insertDrawing } from './insert-drawing.ts';
import { setLanguage } from './language.ts';
import { insertBefore, nextName, type Parts, repack, setText, textOf, unpack } from './package-parts.ts';
import { addRelationship, relationshipsOf } from './relationship.ts';
import { freeRowHeights } from './row-heights.ts';
import { sheetParts } from './sheet-parts.ts';

const types = {
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
} as const;

/**
 * Finishes a workbook as exceljs writes it: adds charts, which exceljs cannot write, says that it is in Indonesian, and
 * lets its rows grow. The same workbook and charts give the same bytes.
 */
export function addCharts(bytes: Uint8Array, charts: readonly Chart[]): Uint8Array {
  return finishPackage(unpack(bytes), charts);
}

/** The same for parts that are not packed yet; they are changed. */
export function finishPackage(parts: Parts, charts: readonly Chart[]): Uint8Array {
  const sheets = sheetParts(parts);
  for (const chart of charts) {
    checkChart(chart, new Set(sheets.keys()));
    addChart(parts, sheets.get(chart.sheet) ?? '', chart);
  }
  setLanguage(parts);
  freeRowHeights(parts, sheets.values());
  return repack(parts);
}

function addChart(parts: Parts, sheet: string, chart: Chart): void {
  const part = nextName(parts, 'xl/charts/chart', '.xml');
  setText(parts, part, chartXml(chart));
  addContentType(parts, part, types.chart);
  const drawing = findDrawing(parts, sheet) ?? addDrawing(parts, sheet);
  const id = addRelationship(parts, drawing, 'chart', part);
  insertBefore(parts, drawing, '</xdr:wsDr>', drawingAnchor(chart, nextShape(parts, drawing), id));
}

function findDrawing(parts: Parts, sheet: string): string | undefined {
  const id = drawingOf(parts, sheet);
  if (id === undefined) return undefined;
  const drawing = relationshipsOf(parts, sheet).get(id);
  if (drawing === undefined) throw new Error(`${sheet} has a drawing that leads nowhere`);
  return drawing;
}

function addDrawing(parts: Parts, sheet: string): string {
  const drawing = nextName(parts, 'xl/drawings/drawing', '.xml');
  setText(parts, drawing, emptyDrawing);
  addContentType(parts, drawing, types.drawing);
  insertDrawing(parts, sheet, addRelationship(parts, sheet, 'drawing', drawing));
  return drawing;
}

/** 1 is the drawing itself. */
function nextShape(parts: Parts, drawing: string): number {
  const taken = [...textOf(parts, drawing).matchAll(/<xdr:cNvPr [^>]*?\bid="(\d+)"/g)].map(([, id]) =>
    Number(id),
  );
  return Math.max(1, ...taken) + 1;
}
