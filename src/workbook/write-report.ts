import type { Workbook as ExcelWorkbook } from 'exceljs';
import Workbook from 'exceljs/lib/doc/workbook.js';
import type { ReportDocument } from '../contract/report.ts';
import { addCharts } from './charts/add-charts.ts';
import { addComparisonSheet } from './report/comparison-sheet.ts';
import { addGroupSheet } from './report/group-sheet.ts';
import { addIndicatorSheet } from './report/indicator-sheet.ts';
import { addDocumentSheet, addOpdSheet, addProblemSheet } from './report/list-sheets.ts';
import { addMethodSheet } from './report/method-sheet.ts';
import { addPlanSheets } from './report/plan-sheets.ts';
import { subjectOf } from './report/report-sheet.ts';
import { addSealSheet } from './report/seal-sheet.ts';
import { addSummarySheet, headlineCell } from './report/summary-sheet.ts';
import { addTextSheet } from './report/text-sheet.ts';

/** Makes the report as a workbook (xlsx), for those who go on calculating; one sheet for leaders. The same document gives the same bytes. */
export async function writeReport(document: ReportDocument): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'spbe';
  workbook.lastModifiedBy = 'spbe';
  // The report carries its day in its cells; the file itself must not differ from run to run.
  workbook.created = workbook.modified = new Date(0);
  workbook.title = `Laporan SPBE – ${subjectOf(document)}`;
  const charts = addSummarySheet(workbook, document);
  if (document.audience !== 'pimpinan') addDetails(workbook, document);
  addSealSheet(workbook, document, headlineCell);
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
  return addCharts(new Uint8Array(stored), charts);
}

function addDetails(workbook: ExcelWorkbook, document: ReportDocument): void {
  addGroupSheet(workbook, document);
  addIndicatorSheet(workbook, document);
  addTextSheet(workbook, document);
  addDocumentSheet(workbook, document);
  if (document.addressee === null) addOpdSheet(workbook, document);
  addPlanSheets(workbook, document);
  addComparisonSheet(workbook, document);
  addProblemSheet(workbook, document);
  addMethodSheet(workbook, document);
}
