import type { ActionPlan, ActionStep } from '../../plan/action-plan.ts';
import { actionTable } from '../action-plan-layout.ts';
import { columnName } from '../address.ts';
import { columnOf, type KeyOf } from '../layout.ts';
import { countLines } from './plain-table.ts';

export const actionMarkRow = 4;
export const summarySheet = 'Ringkasan';
export const dayRow = 14;
/** The day that lateness is judged by: today, unless somebody types another. */
export const dayCell = `${summarySheet}!$B$${dayRow}`;
export const dateFormat = '[$-421]d mmm yyyy';
/** As Excel allows, in points. */
const tallest = 409;
const firstRow = actionMarkRow + 2;

type Key = KeyOf<typeof actionTable>;

/** `M7`, the cell of a step on its own sheet; the column absolute, so that it follows its row when rows are sorted. */
export function actionCell(key: Key, row: number): string {
  return `$${columnName(columnOf(actionTable, key))}${row}`;
}

/** `Langkah!$M$6:$M$23`: all steps. */
export function actionRange({ steps }: ActionPlan, key: Key): string {
  const column = `$${columnName(columnOf(actionTable, key))}$`;
  return `${actionTable.sheet}!${column}${firstRow}:${column}${firstRow + steps.length - 1}`;
}

/** What Langkah says of the step whose id stands in a cell, wherever its row was sorted to. */
export function lookUp(plan: ActionPlan, key: Key, idCell: string): string {
  return `INDEX(${actionRange(plan, key)},MATCH(${idCell},${actionRange(plan, 'id')},0))`;
}

export interface OpdSteps {
  readonly name: string;
  readonly steps: readonly ActionStep[];
}

/** The steps by OPD, those who begin first first; its place in this list is the OPD's number. */
export function groupByOpd({ steps }: ActionPlan): OpdSteps[] {
  const groups = new Map<string | null, ActionStep[]>();
  for (const step of steps) groups.set(step.opd, [...(groups.get(step.opd) ?? []), step]);
  return [...groups].map(([opd, own]) => ({
    name: own[0]?.opdName ?? opd ?? 'Belum ada OPD pengampu',
    steps: own,
  }));
}

/** What a step asks for, one item a line. */
export function listEvidence({ evidence }: ActionStep): string {
  return evidence.map(({ text }) => `• ${text}`).join('\n');
}

/** Height of a row in points; columns of this sheet hold a seventh more of running text than their width says. */
export function rowHeight(cells: readonly (readonly [text: string, width: number])[]): number {
  const lines = cells.map(([text, width]) => countLines(text, (width * 8) / 7));
  return Math.min(tallest, 15 * Math.max(...lines) + 6);
}
