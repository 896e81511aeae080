import type { Workbook, Worksheet } from 'exceljs';
import type { ActionPlan } from '../../plan/action-plan.ts';
import { firstDay, type Month, yearOf } from '../../plan/month.ts';
import { statusWords } from '../../plan/step-status.ts';
import { columnName } from '../address.ts';
import { lookUp } from './action-rows.ts';
import { asNumber } from './answers.ts';
import { colourRules } from './status-colours.ts';
import { addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';

const headerRow = 5;
const widths = [8, 6, 34, 6, 26, 10, 4] as const;
const bars = {
  planned: 'FF5B7DB1',
  done: 'FF4C9A5B',
  late: 'FFC0504D',
  running: 'FFE0A030',
  dropped: 'FFB5B5B5',
} as const;

/** Gantt: a row a step, a column a month; the bars take the colour of their status in Langkah. */
export async function addActionGantt(workbook: Workbook, plan: ActionPlan, subject: string): Promise<void> {
  const start = Math.min(...plan.steps.map((step) => step.start));
  const end = Math.max(...plan.steps.map((step) => step.end));
  const months = Array.from({ length: end - start + 1 }, (_, index) => start + index);
  const sheet = workbook.addWorksheet('Gantt', {
    views: [{ state: 'frozen', xSplit: widths.length, ySplit: headerRow, showGridLines: false }],
  });
  sheet.columns = [...widths.map((width) => ({ width })), ...months.map(() => ({ width: 4.2 }))];
  for (const hidden of [1, widths.length]) sheet.getColumn(hidden).hidden = true;
  addTitle(sheet, 'Gantt', subject, 2);
  sheet.getCell(3, 2).value =
    'Angka dalam batang = tingkat yang dituju. Biru: direncanakan, kuning: berjalan, hijau: selesai, merah: terlambat, abu-abu: batal.';
  sheet.getCell(3, 2).font = font({ color: { argb: ink.soft } });
  addHead(sheet, months);
  plan.steps.forEach((step, index) => {
    addBar(sheet, plan, step, headerRow + 1 + index, months);
  });
  addColours(sheet, headerRow + 1, headerRow + plan.steps.length, months.length);
  setPrint(sheet, 'landscape', `Gantt · ${subject}`, headerRow);
  await protect(sheet);
}

function addHead(sheet: Worksheet, months: readonly Month[]): void {
  const names = ['Kunci', 'No', 'Indikator', 'Ke', 'OPD', 'Status', 'Terlambat?'];
  const cells = [...names, ...months.map((month) => firstDay(month))];
  cells.forEach((text, index) => {
    const cell = sheet.getCell(headerRow, index + 1);
    cell.value = index < names.length ? text : monthName(text);
    cell.font = font({ bold: true, size: index < names.length ? 11 : 8, color: { argb: 'FFFFFFFF' } });
    cell.fill = fill(tint.head);
    cell.border = thinBorder;
    cell.alignment = { horizontal: 'center', vertical: 'middle' };
  });
  months.forEach((month, index) => {
    if (index > 0 && month % 12 !== 0) return;
    const cell = sheet.getCell(headerRow - 1, widths.length + 1 + index);
    cell.value = String(yearOf(month));
    cell.font = font({ bold: true, color: { argb: ink.dark } });
  });
}

const shortNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'Mei',
  'Jun',
  'Jul',
  'Agu',
  'Sep',
  'Okt',
  'Nov',
  'Des',
] as const;

function monthName(day: string): string {
  return shortNames[Number(day.slice(5, 7)) - 1] ?? '';
}

function addBar(
  sheet: Worksheet,
  plan: ActionPlan,
  step: ActionPlan['steps'][number],
  row: number,
  months: readonly Month[],
): void {
  const id = `$A${row}`;
  const head = [
    step.id,
    asNumber(step.indicator),
    step.shortName,
    step.to,
    step.opdName ?? '',
    { formula: `TRIM(${lookUp(plan, 'status', id)})`, result: statusWords.open },
    { formula: lookUp(plan, 'late', id) },
  ];
  head.forEach((value, index) => {
    const cell = sheet.getCell(row, index + 1);
    cell.value = value;
    cell.font = font();
    cell.border = thinBorder;
    const isCentred = [1, 3, 5].includes(index);
    cell.alignment = {
      vertical: 'middle',
      shrinkToFit: true,
      ...(isCentred ? { horizontal: 'center' } : {}),
    };
  });
  months.forEach((month, index) => {
    const cell = sheet.getCell(row, widths.length + 1 + index);
    cell.border = thinBorder;
    if (month < step.start || month > step.end) return;
    cell.value = step.to;
    cell.font = font({ size: 8, bold: true, color: { argb: 'FFFFFFFF' } });
    cell.fill = fill(bars.planned);
    cell.alignment = { horizontal: 'center', vertical: 'middle' };
  });
}

function addColours(sheet: Worksheet, first: number, last: number, count: number): void {
  const [from, to] = [columnName(widths.length + 1), columnName(widths.length + count)];
  const bar = (test: string) => `AND(${from}${first}<>"",${test})`;
  const status = (word: string) => bar(`$F${first}="${word}"`);
  sheet.addConditionalFormatting({
    ref: `${from}${first}:${to}${last}`,
    rules: colourRules([
      [status(statusWords.done), bars.done],
      [status(statusWords.cancelled), bars.dropped],
      [bar(`$G${first}=1`), bars.late],
      [status(statusWords.running), bars.running],
    ]),
  });
}
