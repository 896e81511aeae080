import type { Workbook as ExcelWorkbook, Worksheet } from 'exceljs';
import Workbook from 'exceljs/lib/doc/workbook.js';
import type { ActionPlan } from '../plan/action-plan.ts';
import {
  type ActionMetaKey,
  actionMetaTable,
  actionPlanKind,
  actionPlanVersion,
} from './action-plan-layout.ts';
import { finishPackage } from './charts/add-charts.ts';
import { renderParts } from './charts/render-parts.ts';
import { markOf } from './layout.ts';
import { addActionGantt } from './sheets/action-gantt.ts';
import { addActionOpd } from './sheets/action-opd.ts';
import { summarySheet } from './sheets/action-rows.ts';
import { addActionSteps } from './sheets/action-steps.ts';
import { addActionSummary } from './sheets/action-summary.ts';

/** Makes the action-plan workbook (xlsx). The same plan gives the same bytes. */
export async function writeActionPlan(plan: ActionPlan): Promise<Uint8Array> {
  const { region, year, instrument } = plan;
  const subject = [region, year, instrument.name].filter((part) => part !== null && part !== '').join(' · ');
  const workbook = new Workbook();
  workbook.creator = 'spbe';
  workbook.lastModifiedBy = 'spbe';
  // The plan carries its dates in its cells; the file itself must not differ from run to run.
  workbook.created = workbook.modified = new Date(0);
  workbook.title = `Rencana aksi SPBE – ${subject}`;
  workbook.calcProperties.fullCalcOnLoad = true;
  await addActionSummary(workbook, plan, subject);
  await addActionSteps(workbook, plan, subject);
  await addActionGantt(workbook, plan, subject);
  await addActionOpd(workbook, plan, subject);
  addMeta(workbook, plan);
  return finishPackage(await renderParts(workbook), []);
}

/** Beside the visible columns of Ringkasan. */
const spareColumn = 10;

/** What the reader needs to know of the plan; twice, since some programs drop sheets that they hide. */
function addMeta(workbook: ExcelWorkbook, plan: ActionPlan): void {
  writeMeta(workbook.addWorksheet(actionMetaTable.sheet, { state: 'veryHidden' }), plan, 1);
  const summary = workbook.getWorksheet(summarySheet);
  if (!summary) throw new Error(`No sheet ${summarySheet}`);
  writeMeta(summary, plan, spareColumn);
  for (const column of [spareColumn, spareColumn + 1]) summary.getColumn(column).hidden = true;
}

function writeMeta(sheet: Worksheet, plan: ActionPlan, column: number): void {
  const { instrument, region, year, target, targetLabel, levels, steps } = plan;
  const values: Record<ActionMetaKey, string | number> = {
    kind: actionPlanKind,
    formatVersion: actionPlanVersion,
    instrument: instrument.id,
    region,
    year: year ?? '',
    target: target?.toFraction() ?? '',
    targetLabel,
    levels: [...levels].map(([id, level]) => `${id}=${level}`).join(' '),
    steps: steps.map(({ id }) => id).join(' '),
  };
  const pairs = Object.entries(values);
  const marks = actionMetaTable.columns.map(({ key }) => markOf(actionMetaTable, key));
  [marks, ...pairs].forEach(([key, value], index) => {
    sheet.getCell(index + 1, column).value = key;
    sheet.getCell(index + 1, column + 1).value = value;
  });
}
