import type { CellValue, Workbook } from 'exceljs';
import type { ActionPlan } from '../../plan/action-plan.ts';
import { firstDay, lastDay } from '../../plan/month.ts';
import { statusWords } from '../../plan/step-status.ts';
import { sheetName } from '../sheet-name.ts';
import { dateFormat, groupByOpd, listEvidence, lookUp, type OpdSteps, rowHeight } from './action-rows.ts';
import { asNumber } from './answers.ts';
import { colourRules, statusTints } from './status-colours.ts';
import { addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';

const headerRow = 5;
const headers = [
  'Kunci',
  'No',
  'Indikator',
  'Ke',
  'Mulai',
  'Paling lambat',
  'Hari',
  'Bukti yang disiapkan',
  'Status',
];
const widths = [8, 6, 34, 6, 13, 13, 8, 60, 11];
const centred = new Set([1, 3, 4, 5, 6, 8]);

/** One sheet an OPD, to be printed and handed over: its own steps; the status follows Langkah. */
export async function addActionOpd(workbook: Workbook, plan: ActionPlan, subject: string): Promise<void> {
  const taken = new Set(workbook.worksheets.map(({ name }) => name.toLowerCase()).concat('_spbe'));
  for (const group of groupByOpd(plan))
    await addSheet(workbook, plan, subject, group, sheetName(group.name, taken));
}

async function addSheet(
  workbook: Workbook,
  plan: ActionPlan,
  subject: string,
  { name, steps }: OpdSteps,
  title: string,
): Promise<void> {
  const sheet = workbook.addWorksheet(title, {
    views: [{ state: 'frozen', ySplit: headerRow, showGridLines: false }],
  });
  sheet.columns = widths.map((width) => ({ width }));
  sheet.getColumn(1).hidden = true;
  addTitle(sheet, name, `Rencana aksi · ${subject}`, 2);
  sheet.getCell(3, 2).value =
    `${steps.length} langkah. Status diisi di lembar Langkah; lembar ini untuk dibaca dan dicetak.`;
  sheet.getCell(3, 2).font = font({ color: { argb: ink.soft } });
  headers.forEach((header, index) => {
    const cell = sheet.getCell(headerRow, index + 1);
    cell.value = header;
    cell.font = font({ bold: true, color: { argb: 'FFFFFFFF' } });
    cell.fill = fill(tint.head);
    cell.border = thinBorder;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  steps.forEach((step, index) => {
    const row = headerRow + 1 + index;
    const evidence = listEvidence(step);
    const cells: CellValue[] = [
      ...[
        step.id,
        asNumber(step.indicator),
        step.name,
        step.to,
        day(firstDay(step.start)),
        day(lastDay(step.end)),
      ],
      ...[step.work.days.valueOf(), evidence],
      { formula: `TRIM(${lookUp(plan, 'status', `$A${row}`)})`, result: statusWords.open },
    ];
    cells.forEach((value, at) => {
      const cell = sheet.getCell(row, at + 1);
      cell.value = value;
      cell.font = font();
      cell.border = thinBorder;
      cell.alignment = {
        vertical: 'top',
        wrapText: true,
        ...(centred.has(at) ? { horizontal: 'center' } : {}),
      };
      if (at === 4 || at === 5) cell.numFmt = dateFormat;
      if (at === 6) cell.numFmt = '#,##0.#';
    });
    sheet.getRow(row).height = rowHeight([
      [step.name, 34],
      [evidence, 60],
    ]);
  });
  const first = headerRow + 1;
  sheet.addConditionalFormatting({
    ref: `I${first}:I${headerRow + steps.length}`,
    rules: colourRules([
      [`$I${first}="${statusWords.done}"`, statusTints.done],
      [`$I${first}="${statusWords.cancelled}"`, statusTints.dropped],
      [`$I${first}="${statusWords.running}"`, statusTints.running],
    ]),
  });
  setPrint(sheet, 'landscape', `${name} · ${subject}`, headerRow);
  await protect(sheet);
}

function day(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}
