import type { CellValue, Style, Workbook, Worksheet } from 'exceljs';
import { exact } from '../../assessment/score.ts';
import type { Instrument } from '../../instrument/instrument.ts';
import { levelUnits, weightUnits } from '../../instrument/weight-units.ts';
import type { ActionPlan, ActionStep } from '../../plan/action-plan.ts';
import { firstDay, lastDay } from '../../plan/month.ts';
import { statusWords } from '../../plan/step-status.ts';
import { actionTable } from '../action-plan-layout.ts';
import { columnName } from '../address.ts';
import { columnOf, type KeyOf, widthOf } from '../layout.ts';
import {
  actionCell,
  actionMarkRow,
  actionRange,
  dateFormat,
  dayCell,
  groupByOpd,
  listEvidence,
  rowHeight,
} from './action-rows.ts';
import { asNumber } from './answers.ts';
import { colourRules, statusTints } from './status-colours.ts';
import { addHeader, addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';
import { addValidation } from './validation.ts';

type Key = KeyOf<typeof actionTable>;

const centred = new Set<Key>(['number', 'from', 'to', 'start', 'end', 'status', 'finished', 'days']);
const formats: Partial<Record<Key, string>> = {
  start: dateFormat,
  end: dateFormat,
  finished: dateFormat,
  gain: '0.0000',
  days: '#,##0.#',
  rupiah: '#,##0',
  note: '@',
};

/** Langkah: one row a level step, with what its OPD fills in. */
export async function addActionSteps(workbook: Workbook, plan: ActionPlan, subject: string): Promise<void> {
  const sheet = workbook.addWorksheet(actionTable.sheet, {
    views: [{ state: 'frozen', xSplit: 3, ySplit: actionMarkRow + 1, showGridLines: false }],
  });
  const first = addHeader(sheet, actionTable, actionMarkRow);
  addTitle(sheet, 'Langkah', subject, 2);
  sheet.getCell(3, 2).value =
    'Isi kolom kuning: Status (pilih dari daftar), Tanggal selesai, dan Catatan. Lembar lain mengikuti lembar ini.';
  sheet.getCell(3, 2).font = font({ color: { argb: ink.soft } });
  const styles = stylesByKey();
  const cellsOf = makeCells(plan);
  plan.steps.forEach((step, index) => {
    const row = sheet.getRow(first + index);
    const cells = cellsOf(step, first + index);
    actionTable.columns.forEach(({ key }, position) => {
      const cell = row.getCell(position + 1);
      cell.value = cells[key];
      cell.style = styles[key];
    });
    row.height = rowHeight(
      (['name', 'opd', 'evidence'] as const).map((key) => [String(cells[key]), widthOf(actionTable, key)]),
    );
  });
  addChoices(sheet, first, first + plan.steps.length - 1);
  addColours(sheet, first, first + plan.steps.length - 1);
  sheet.autoFilter = {
    from: { row: actionMarkRow + 1, column: 1 },
    to: { row: first + plan.steps.length - 1, column: columnOf(actionTable, 'note') },
  };
  setPrint(sheet, 'landscape', `Rencana aksi · ${subject}`, actionMarkRow + 1);
  await protect(sheet);
}

function makeCells(plan: ActionPlan): (step: ActionStep, row: number) => Record<Key, CellValue> {
  const ladders = new Map(
    [...new Set(plan.steps.map(({ indicator }) => indicator))].map((id, at) => [id, at + 1]),
  );
  const opdNumbers = new Map(
    groupByOpd(plan).flatMap(({ steps }, at) => steps.map(({ id }) => [id, at + 1] as const)),
  );
  const pointsOf = makePoints(plan.instrument);
  return (step, row) => {
    const ladder = plan.steps.filter(({ indicator }) => indicator === step.indicator);
    return {
      id: step.id,
      number: asNumber(step.indicator),
      name: step.name,
      from: step.from,
      to: step.to,
      opd: step.opdName ?? '',
      start: toDate(firstDay(step.start)),
      end: toDate(lastDay(step.end)),
      gain: step.gain.valueOf(),
      days: step.work.days.valueOf(),
      rupiah: step.work.rupiah?.valueOf() ?? null,
      evidence: listEvidence(step),
      status: statusWords.open,
      finished: null,
      note: null,
      ladder: ladders.get(step.indicator) ?? 0,
      rank: ladder.filter(({ to }) => to <= step.to).length,
      opdNumber: opdNumbers.get(step.id) ?? 0,
      points: pointsOf(step),
      ...formulas(plan, row),
    };
  };
}

/** What a step adds, in level units × weight units: whole numbers, so that sums in the workbook are exact. */
function makePoints(instrument: Instrument): (step: ActionStep) => number {
  const { unitsOf } = weightUnits(instrument);
  const scale = levelUnits(instrument);
  return ({ indicator, from, to }) => exact(to).sub(exact(from)).mul(scale).mul(unitsOf(indicator)).valueOf();
}

function formulas(plan: ActionPlan, row: number) {
  const [status, end] = [`TRIM(${actionCell('status', row)})`, actionCell('end', row)];
  const rank = actionCell('rank', row);
  const below = [
    `${actionRange(plan, 'ladder')},${actionCell('ladder', row)}`,
    `${actionRange(plan, 'rank')},"<="&${rank}`,
    `${actionRange(plan, 'done')},1`,
  ];
  return {
    done: { formula: `IF(${status}="${statusWords.done}",1,0)`, result: 0 },
    // A level is reached only if every step below it is done.
    counted: { formula: `IF(COUNTIFS(${below.join(',')})=${rank},1,0)`, result: 0 },
    late: {
      formula: `IF(OR(${status}="${statusWords.done}",${status}="${statusWords.cancelled}"),0,IF(${end}<${dayCell},1,0))`,
    },
  };
}

function stylesByKey(): Record<Key, Partial<Style>> {
  const entries = actionTable.columns.map(({ key, ...column }) => {
    const isInput = 'input' in column;
    const style: Partial<Style> = {
      font: font(key === 'to' ? { bold: true } : {}),
      border: thinBorder,
      alignment: { vertical: 'top', wrapText: true, ...(centred.has(key) ? { horizontal: 'center' } : {}) },
      ...(isInput ? { fill: fill(tint.input), protection: { locked: false } } : {}),
      ...(formats[key] ? { numFmt: formats[key] } : {}),
    };
    return [key, style] as const;
  });
  return Object.fromEntries(entries) as Record<Key, Partial<Style>>;
}

function addChoices(sheet: Worksheet, first: number, last: number): void {
  const range = (key: Key) => {
    const column = columnName(columnOf(actionTable, key));
    return `${column}${first}:${column}${last}`;
  };
  const shared = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop', showInputMessage: true };
  addValidation(sheet, range('status'), {
    ...shared,
    type: 'list',
    formulae: [`"${Object.values(statusWords).join(',')}"`],
    errorTitle: 'Pilih dari daftar',
    error: `Pilih ${Object.values(statusWords).join(', ')}.`,
    promptTitle: 'Status',
    prompt: 'Selesai hanya bila buktinya sudah ada.',
  });
  addValidation(sheet, range('finished'), {
    ...shared,
    type: 'date',
    operator: 'between',
    formulae: [new Date('2018-01-01T00:00:00Z'), new Date('2099-12-31T00:00:00Z')],
    errorTitle: 'Bukan tanggal',
    error: 'Tulis tanggal, misalnya 17/8/2026.',
    promptTitle: 'Tanggal selesai',
    prompt: 'Tanggal langkah ini benar-benar selesai.',
  });
}

function addColours(sheet: Worksheet, first: number, last: number): void {
  const column = columnName(columnOf(actionTable, 'status'));
  const is = (word: string) => `TRIM(${actionCell('status', first)})="${word}"`;
  sheet.addConditionalFormatting({
    ref: `${column}${first}:${column}${last}`,
    rules: colourRules([
      [is(statusWords.done), statusTints.done],
      [is(statusWords.cancelled), statusTints.dropped],
      [`${actionCell('late', first)}=1`, statusTints.late],
      [is(statusWords.running), statusTints.running],
    ]),
  });
}

function toDate(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}
