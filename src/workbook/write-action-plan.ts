import type { Workbook as ExcelWorkbook } from 'exceljs';
import Workbook from 'exceljs/lib/doc/workbook.js';
import type { ActionPlan } from '../plan/action-plan.ts';
import {
  type ActionMetaKey,
  actionMetaTable,
  actionPlanKind,
  actionPlanVersion,
} from './action-plan-layout.ts';
import { addCharts } from './charts/add-charts.ts';
import { markOf } from './layout.ts';
import { addActionGantt } from './sheets/action-gantt.ts';
import { addActionOpd } from './sheets/action-opd.ts';
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
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
  return addCharts(new Uint8Array(stored), []);
}

/** What the reader needs to know of the plan, whatever became of its visible sheets. */
function addMeta(workbook: ExcelWorkbook, plan: ActionPlan): void {
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
  const sheet = workbook.addWorksheet(actionMetaTable.sheet, { state: 'veryHidden' });
  actionMetaTable.columns.forEach(({ key, width }, index) => {
    sheet.getCell(1, index + 1).value = markOf(actionMetaTable, key);
    sheet.getColumn(index + 1).width = width;
  });
  Object.entries(values).forEach(([key, value], index) => {
    sheet.getCell(index + 2, 1).value = key;
    sheet.getCell(index + 2, 2).value = value;
  });
}
