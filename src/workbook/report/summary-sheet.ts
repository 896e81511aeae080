import type { Workbook } from 'exceljs';
import type { ReportDocument } from '../../contract/report.ts';
import {
  cautionSentences,
  pastSentence,
  peersSentence,
  planSentence,
  provenSentence,
} from '../../reporters/full-report/sentences.ts';
import type { Chart } from '../charts/chart.ts';
import { addTitle, setPrint } from '../sheets/style.ts';
import { addParagraphs, type Cursor } from './paragraphs.ts';
import { aspectRadar, groupBars, lossBars } from './report-charts.ts';
import { subjectOf } from './report-sheet.ts';
import { addDearest, addDecisions, addGroups, addLosses, addResults } from './summary-tables.ts';

const name = 'Ringkasan';
const widths = [46, 14, 22, 84];
/** Row of the results; the index is the first of them. */
const resultsRow = 4;
/** Where the index stands: the seal names it, and `spbe verify` looks there. */
export const headlineCell = `${name}!B${resultsRow + 1}`;
const red = 'FF9C2A2A';

/** Ringkasan: the result, what to decide, and the charts. Leaders get this sheet alone, on one page. */
export function addSummarySheet(workbook: Workbook, document: ReportDocument): Chart[] {
  const isBrief = document.audience === 'pimpinan';
  const sheet = workbook.addWorksheet(name, { views: [{ showGridLines: false }] });
  sheet.columns = widths.map((width) => ({ width }));
  addTitle(sheet, `Laporan ${document.indexName.replace(/^Indeks /, '')}`, subjectOf(document));
  const at: Cursor = { sheet, columns: widths.length, width: 160, row: resultsRow };
  addResults(at, document);
  addParagraphs(at, cautionSentences(document), red);
  const say = [provenSentence, planSentence, pastSentence, peersSentence];
  addParagraphs(
    at,
    say.flatMap((describe) => describe(document) ?? []),
  );
  if (isBrief) addGroups(at, document);
  addDearest(at, document);
  addDecisions(at, document);
  const lossRow = isBrief ? null : addLosses(at, document);
  setPrint(sheet, 'landscape', `Laporan · ${subjectOf(document)}`);
  if (isBrief) sheet.pageSetup = { ...sheet.pageSetup, fitToHeight: 1 };
  return isBrief ? [] : addChartPages(at, document, lossRow);
}

/** Rows of 15 points that a chart is high: two in a row fill a page across. */
const chartHeight = 30;

/** The charts under the tables, on a page of their own: one cut in two says nothing. */
function addChartPages(at: Cursor, document: ReportDocument, lossRow: number | null): Chart[] {
  if (document.addressee) return [];
  at.sheet.getRow(at.row).addPageBreak();
  const top = at.row + 1;
  const left = { sheet: name, from: { column: 0, row: top }, to: { column: 3, row: top + chartHeight } };
  const right = { sheet: name, from: { column: 3, row: top }, to: { column: 4, row: top + chartHeight / 2 } };
  const below = {
    ...right,
    from: { column: 3, row: top + chartHeight / 2 },
    to: { column: 4, row: top + chartHeight },
  };
  const charts = [
    ...aspectRadar(document, left),
    ...groupBars(document, right),
    ...(lossRow === null ? [] : lossBars(document, below, lossRow)),
  ];
  // Without a page of cells beneath them the charts would not be printed by every program.
  at.sheet.getCell(top + chartHeight + 1, 1).value = ' ';
  return charts;
}
