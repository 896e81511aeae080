import Workbook from 'exceljs/lib/doc/workbook.js';
import { addCharts } from './charts/add-charts.ts';
import type { WorkbookSpec } from './contents.ts';
import { addAnswers } from './sheets/answers.ts';
import { addCriteria } from './sheets/criteria.ts';
import { addDashboard, dashboardCharts } from './sheets/dashboard.ts';
import { addDocuments } from './sheets/documents.ts';
import { addGuide } from './sheets/guide.ts';
import { addIdentity } from './sheets/identity.ts';
import { addMeta } from './sheets/meta.ts';

/** Makes an empty assessment workbook (xlsx). */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'spbe';
  workbook.lastModifiedBy = 'spbe';
  workbook.created = spec.createdAt;
  workbook.modified = spec.createdAt;
  workbook.title = `Kertas kerja SPBE ${spec.year} – ${spec.opd.name}`;
  // Cached results are those of the empty workbook; every program must compute its own on opening.
  workbook.calcProperties.fullCalcOnLoad = true;
  await addGuide(workbook, spec);
  await addIdentity(workbook, spec);
  await addAnswers(workbook, spec);
  await addDocuments(workbook, spec);
  await addCriteria(workbook, spec);
  await addDashboard(workbook, spec);
  addMeta(workbook, spec);
  // exceljs writes no charts; they are added to the finished package. Packing it twice would take half of all the time.
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
  return addCharts(new Uint8Array(stored), dashboardCharts(spec));
}
