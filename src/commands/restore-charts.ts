import type { Submission } from '../assessment/submission.ts';
import { loadInstrument } from '../instrument/load.ts';
import { loadCriteria } from '../instrument/load-criteria.ts';
import type { Book } from '../workbook/book.ts';
import { addCharts } from '../workbook/charts/add-charts.ts';
import { readWorkbook } from '../workbook/read.ts';
import { dashboardCharts, dashboardSheet } from '../workbook/sheets/dashboard.ts';

/** exceljs drops charts on the way; those of Dasbor are ours to draw again. */
export async function restoreCharts(bytes: Uint8Array, book: Book, path: string): Promise<Uint8Array> {
  const { submission } = readWorkbook(book, path);
  const hasDashboard = book.sheets.some(({ name }) => name === dashboardSheet);
  if (!submission?.meta || !hasDashboard) return bytes;
  return addCharts(bytes, await chartsOf(submission.meta));
}

async function chartsOf(meta: NonNullable<Submission['meta']>) {
  const instrument = await loadInstrument(meta.instrument);
  return dashboardCharts({
    instrument,
    criteria: await loadCriteria(instrument),
    region: meta.region,
    year: meta.year,
    opd: meta.opd,
    indicators: meta.indicators,
    workbookId: meta.workbookId,
    createdAt: new Date(0),
  });
}
