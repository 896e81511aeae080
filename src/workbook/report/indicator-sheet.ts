import type { Workbook } from 'exceljs';
import type { ReportDocument } from '../../contract/report.ts';
import { colourRules, statusTints } from '../sheets/status-colours.ts';
import { indicatorColumns } from './indicator-columns.ts';
import { addTableSheet, headerRow, letterOf } from './report-sheet.ts';

const name = 'Indikator';

/** Indikator: every figure of every indicator, with the cell it comes from. The points are live: whoever changes a level sees what follows. */
export function addIndicatorSheet(workbook: Workbook, document: ReportDocument): void {
  const columns = indicatorColumns(document);
  const { indicators, scale, addressee } = document;
  const blank = `Tingkat kosong dihitung tingkat ${scale.floor}.`;
  const note = addressee
    ? `${blank} Poin = poin indeks daerah.`
    : `${blank} Ubah kolom Tingkat untuk mencoba: poin, domain, aspek, dan indeks di lembar lain ikut berubah.`;
  const sheet = addTableSheet(
    workbook,
    document,
    { name, title: name, note, frozen: 2 },
    columns,
    indicators,
  );
  const letter = letterOf(columns, 'level');
  const first = `${letter}${headerRow + 1}`;
  sheet.addConditionalFormatting({
    ref: `${first}:${letter}${headerRow + indicators.length}`,
    rules: colourRules([
      [`${first}=""`, statusTints.running],
      [`${first}>=4`, statusTints.done],
      [`${first}<=2`, statusTints.late],
    ]),
  });
}

/** `Indikator!$F$5:$F$51`: all indicators. */
export function indicatorRange(document: ReportDocument, key: string): string {
  const column = `$${letterOf(indicatorColumns(document), key)}$`;
  return `${name}!${column}${headerRow + 1}:${column}${headerRow + document.indicators.length}`;
}
