import Workbook from 'exceljs/lib/doc/workbook.js';
import { finishPackage } from './charts/add-charts.ts';
import { renderParts } from './charts/render-parts.ts';
import type { WorkbookSpec } from './contents.ts';
import type { Filled } from './filled.ts';
import type { Leftover } from './leftovers.ts';
import type { RegionalContents } from './regional-contents.ts';
import { addAnswers } from './sheets/answers.ts';
import { addCriteria } from './sheets/criteria.ts';
import { addDashboard, dashboardCharts } from './sheets/dashboard.ts';
import { addDocuments } from './sheets/documents.ts';
import { fillSheets } from './sheets/fill.ts';
import { addGuide } from './sheets/guide.ts';
import { addIdentity } from './sheets/identity.ts';
import { addLeftovers } from './sheets/leftover-sheet.ts';
import { addMeta } from './sheets/meta.ts';
import { addRecap } from './sheets/recap.ts';
import { addSources } from './sheets/sources.ts';
import { addConflicts, addStated } from './sheets/stated.ts';

/** What a workbook holds from the start. */
export interface WorkbookContents {
  readonly filled?: Filled;
  /** Makes it a regional workbook (rekapitulasi), which shows how each level came about. */
  readonly regional?: RegionalContents;
  /** What an update found no place for. */
  readonly leftovers?: readonly Leftover[];
}

/** Makes an assessment workbook (xlsx), empty unless contents are given. */
export async function writeWorkbook(
  spec: WorkbookSpec,
  { filled, regional, leftovers = [] }: WorkbookContents = {},
): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'spbe';
  workbook.lastModifiedBy = 'spbe';
  workbook.created = spec.createdAt;
  workbook.modified = spec.createdAt;
  workbook.title = `Kertas kerja SPBE ${spec.year} – ${spec.opd.name}`;
  // Cached results are those of the empty workbook; every program must compute its own on opening.
  workbook.calcProperties.fullCalcOnLoad = true;
  if (regional) {
    await addRecap(workbook, spec, regional);
    await addConflicts(workbook, spec, regional);
  } else await addGuide(workbook, spec);
  await addIdentity(workbook, spec);
  await addAnswers(workbook, spec);
  await addDocuments(workbook, spec);
  await addCriteria(workbook, spec);
  await addDashboard(workbook, spec);
  if (regional) {
    await addStated(workbook, spec, regional);
    addSources(workbook, spec, regional);
  }
  if (leftovers.length > 0) await addLeftovers(workbook, spec, leftovers);
  if (filled) fillSheets(workbook, spec, filled);
  addMeta(workbook, spec);
  // exceljs writes no charts; they are added to what it renders.
  return finishPackage(await renderParts(workbook), dashboardCharts(spec));
}
