import type { CellValue, Workbook, Worksheet } from 'exceljs';
import { Fraction } from 'fraction.js';
import { exact, roundHalfUp } from '../../assessment/score.ts';
import { levelUnits, weightUnits } from '../../instrument/weight-units.ts';
import type { ActionPlan } from '../../plan/action-plan.ts';
import { firstDay, lastDay } from '../../plan/month.ts';
import { statusWords } from '../../plan/step-status.ts';
import { formatDay } from '../../problem.ts';
import { actionRange, dateFormat, dayRow, groupByOpd, summarySheet } from './action-rows.ts';
import { decimals, predicateFormula, rounded } from './dashboard-formulas.ts';
import { countLines } from './plain-table.ts';
import { addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';

const widths = [44, 16, 16, 14, 14, 14] as const;
const pointsRow = 24;
const opdRow = 26;

/** Ringkasan: what the plan promises, and how far it is by the statuses in Langkah. */
export async function addActionSummary(workbook: Workbook, plan: ActionPlan, subject: string): Promise<void> {
  const sheet = workbook.addWorksheet(summarySheet, { views: [{ showGridLines: false }] });
  sheet.columns = widths.map((width) => ({ width }));
  addTitle(sheet, 'Rencana aksi SPBE', subject);
  addPromise(sheet, plan);
  addProgress(sheet, plan);
  addOpdTable(sheet, plan);
  setPrint(sheet, 'portrait', `Rencana aksi · ${subject}`);
  await protect(sheet);
}

function addPromise(sheet: Worksheet, plan: ActionPlan): void {
  const { instrument, steps, from, reached, days, rupiah, assumption } = plan;
  const first = Math.min(...steps.map(({ start }) => start));
  const last = Math.max(...steps.map(({ end }) => end));
  const indicators = new Set(steps.map(({ indicator }) => indicator)).size;
  const thousands = (value: Fraction) => roundHalfUp(value, 0).replace(/\B(?=(\d{3})+$)/g, '.');
  addSection(sheet, 4, 'Rencana');
  addLine(sheet, 5, 'Target', plan.targetLabel);
  addLine(sheet, 6, 'Indeks saat rencana dibuat', Number(from.shown), from.band.name, decimals(instrument));
  addLine(
    sheet,
    7,
    'Indeks setelah semua langkah',
    Number(reached.shown),
    reached.band.name,
    decimals(instrument),
  );
  const size = `${steps.length} langkah tingkat pada ${indicators} indikator, ${groupByOpd(plan).length} OPD`;
  addLine(sheet, 8, 'Banyaknya', size);
  addLine(sheet, 9, 'Waktu', `${formatDay(firstDay(first))} sampai ${formatDay(lastDay(last))}`);
  addLine(sheet, 10, 'Hari kerja', days === null ? 'belum dihitung' : `${thousands(days)} hari`);
  addLine(sheet, 11, 'Biaya', rupiah === null ? 'belum diketahui' : `Rp${thousands(rupiah)}`);
  if (assumption !== null) addNote(sheet, 12, assumption);
}

function addProgress(sheet: Worksheet, plan: ActionPlan): void {
  const { instrument, steps, from, target, year } = plan;
  const count = (word: string) => `COUNTIF(${actionRange(plan, 'status')},"${word}")`;
  const [points, whole] = [`$B$${pointsRow}`, String(weightUnits(instrument).whole)];
  const units = BigInt(whole) * BigInt(levelUnits(instrument));
  addSection(sheet, 13, 'Kemajuan');
  addLine(sheet, dayRow, 'Keadaan per tanggal', { formula: 'TODAY()' }, 'boleh diganti', dateFormat);
  const day = sheet.getCell(dayRow, 2);
  day.fill = fill(tint.input);
  day.protection = { locked: false };
  const done = `SUM(${actionRange(plan, 'done')})`;
  addLine(sheet, 15, 'Langkah selesai', { formula: done, result: 0 }, `dari ${steps.length} langkah`);
  addLine(sheet, 16, 'Sedang berjalan', { formula: count(statusWords.running), result: 0 });
  const open = `${steps.length}-B15-B16-B18`;
  addLine(sheet, 17, 'Belum dimulai', { formula: open, result: steps.length });
  addLine(sheet, 18, 'Batal', { formula: count(statusWords.cancelled), result: 0 });
  addLine(
    sheet,
    19,
    'Terlambat',
    { formula: `SUM(${actionRange(plan, 'late')})` },
    'lewat batas dan belum selesai',
  );
  const held = `${done}-SUM(${actionRange(plan, 'counted')})`;
  addLine(
    sheet,
    20,
    'Selesai tetapi belum dihitung',
    { formula: held, result: 0 },
    'langkah di bawahnya belum selesai',
  );
  const index = { formula: rounded(instrument, points, whole), result: Number(from.shown) };
  const predicate = {
    formula: predicateFormula(instrument, points, whole, year ?? 0),
    result: from.band.name,
  };
  addLine(sheet, 21, 'Indeks yang sudah dicapai', index, predicate, decimals(instrument));
  sheet.getCell(21, 2).font = font({ size: 16, bold: true, color: { argb: ink.dark } });
  sheet.getRow(21).height = 26;
  if (target !== null) {
    const wanted = target.mul(units);
    const short = {
      formula: `MAX(0,${wanted.ceil().toString()}-${points})/${units}`,
      result: target.sub(from.index).valueOf(),
    };
    addLine(sheet, 22, 'Poin indeks yang masih kurang', short, 'menuju target', '0.0000');
  }
  addNote(
    sheet,
    23,
    'Indeks dihitung dari langkah yang Selesai tanpa melompati tingkat; tingkat menurut isian sendiri.',
  );
  const start = startPoints(plan);
  const gained = `SUMPRODUCT(${actionRange(plan, 'counted')},${actionRange(plan, 'points')})`;
  addLine(sheet, pointsRow, 'Poin', { formula: `${start}+${gained}`, result: start });
  sheet.getRow(pointsRow).hidden = true;
}

/** The index at the start in level units × weight units: a whole number. */
function startPoints({ instrument, levels }: ActionPlan): number {
  const { unitsOf } = weightUnits(instrument);
  return instrument.indicators
    .reduce(
      (sum, { id }) => sum.add(exact(levels.get(id) ?? instrument.scale.floor).mul(unitsOf(id))),
      new Fraction(0),
    )
    .mul(levelUnits(instrument))
    .valueOf();
}

function addOpdTable(sheet: Worksheet, plan: ActionPlan): void {
  const headers = ['OPD', 'Langkah', 'Selesai', 'Terlambat', 'Hari kerja', 'Tambahan'];
  headers.forEach((header, index) => {
    const cell = sheet.getCell(opdRow, index + 1);
    cell.value = header;
    cell.font = font({ bold: true, color: { argb: 'FFFFFFFF' } });
    cell.fill = fill(tint.head);
    cell.border = thinBorder;
    cell.alignment = { horizontal: index === 0 ? 'left' : 'center' };
  });
  groupByOpd(plan).forEach(({ name, steps }, index) => {
    const row = opdRow + 1 + index;
    const those = (key: 'done' | 'late') =>
      `COUNTIFS(${actionRange(plan, 'opdNumber')},${index + 1},${actionRange(plan, key)},1)`;
    const sum = (part: (step: (typeof steps)[number]) => Fraction) =>
      steps.reduce((total, step) => total.add(part(step)), new Fraction(0)).valueOf();
    const cells: CellValue[] = [
      ...[name, steps.length, { formula: those('done'), result: 0 }, { formula: those('late') }],
      ...[sum(({ work }) => work.days), sum(({ gain }) => gain)],
    ];
    cells.forEach((value, at) => {
      const cell = sheet.getCell(row, at + 1);
      cell.value = value;
      cell.font = font();
      cell.border = thinBorder;
      cell.alignment = { vertical: 'top', wrapText: true, horizontal: at === 0 ? 'left' : 'center' };
      if (at === 4) cell.numFmt = '#,##0.#';
      if (at === 5) cell.numFmt = '0.0000';
    });
    sheet.getRow(row).height = 15 * countLines(name, widths[0]) + 2;
  });
}

function addSection(sheet: Worksheet, row: number, text: string): void {
  sheet.getCell(row, 1).value = text;
  sheet.getCell(row, 1).font = font({ size: 13, bold: true, color: { argb: ink.dark } });
  sheet.getRow(row).height = 26;
  sheet.getCell(row, 1).alignment = { vertical: 'bottom' };
}

function addLine(
  sheet: Worksheet,
  row: number,
  label: string,
  value: CellValue,
  remark: CellValue = null,
  numFmt?: string,
): void {
  sheet.getCell(row, 1).value = label;
  sheet.getCell(row, 1).font = font();
  sheet.getCell(row, 1).alignment = { vertical: 'middle' };
  const cell = sheet.getCell(row, 2);
  cell.value = value;
  cell.font = font({ bold: true });
  if (typeof value !== 'string') cell.alignment = { horizontal: 'center', vertical: 'middle' };
  else {
    sheet.mergeCells(row, 2, row, widths.length);
    cell.alignment = { wrapText: true, vertical: 'middle' };
    sheet.getRow(row).height = 15 * countLines(value, 70) + 3;
  }
  if (numFmt !== undefined) cell.numFmt = numFmt;
  if (remark === null) return;
  sheet.getCell(row, 3).value = remark;
  sheet.getCell(row, 3).font = font({ color: { argb: ink.soft } });
  sheet.getCell(row, 3).alignment = { vertical: 'middle' };
}

/** Wrapped over the whole width. */
function addNote(sheet: Worksheet, row: number, text: string): void {
  sheet.mergeCells(row, 1, row, widths.length);
  const cell = sheet.getCell(row, 1);
  cell.value = text;
  cell.font = font({ color: { argb: ink.soft } });
  cell.alignment = { wrapText: true, vertical: 'top' };
  sheet.getRow(row).height = 15 * countLines(text, 110) + 3;
}
