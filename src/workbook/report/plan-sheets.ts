import type { Workbook } from 'exceljs';
import { Fraction } from 'fraction.js';
import type { ReportDocument } from '../../contract/report.ts';
import { opdName, planSentence } from '../../reporters/full-report/sentences.ts';
import { dateCell } from '../date-cell.ts';
import { dateFormat } from '../sheets/action-rows.ts';
import { asNumber } from '../sheets/answers.ts';
import { cellText } from './cell-text.ts';
import { addTableSheet, decimalFormat, points, type ReportColumn, shownColumns } from './report-sheet.ts';

type Plan = NonNullable<ReportDocument['plan']>;
/** Of a plan for several years, the year a row belongs to. */
type InYear<T> = T & { readonly year: number | null };
type Step = InYear<Plan['steps'][number]>;
type Task = InYear<NonNullable<Plan['schedule']>['tasks'][number]>;

/** Rencana: the indicators to raise; Jadwal: when each level is worked on, and what it asks for. */
export function addPlanSheets(workbook: Workbook, document: ReportDocument): void {
  const { plan } = document;
  if (plan === null) return;
  const steps = plan.path
    ? plan.path.flatMap(({ year, steps: own }) => own.map((one): Step => ({ ...one, year })))
    : plan.steps.map((one): Step => ({ ...one, year: null }));
  if (steps.length > 0) addSteps(workbook, document, steps);
  const tasks = plan.path
    ? plan.path.flatMap(({ year, schedule }) =>
        (schedule?.tasks ?? []).map((one): Task => ({ ...one, year })),
      )
    : (plan.schedule?.tasks ?? []).map((one): Task => ({ ...one, year: null }));
  if (tasks.length > 0) addTasks(workbook, document, plan, tasks);
}

function addSteps(workbook: Workbook, document: ReportDocument, rows: readonly Step[]): void {
  const columns: ReportColumn<Step>[] = [
    ...opening<Step>(document),
    {
      header: 'Poin indeks',
      width: 12,
      align: 'right',
      format: points,
      value: ({ gainExact }) => exactly(gainExact),
    },
    { header: 'OPD', width: 44, optional: true, value: ({ opd }) => opd && opdName(document, opd) },
  ];
  const note = cellText(planSentence(document) ?? '');
  addTableSheet(
    workbook,
    document,
    { name: 'Rencana', title: 'Rencana', note },
    shownColumns(columns, rows),
    rows,
  );
}

function addTasks(workbook: Workbook, document: ReportDocument, plan: Plan, rows: readonly Task[]): void {
  const day = { width: 14, align: 'center', format: dateFormat } as const;
  const number = { width: 11, align: 'center', optional: true } as const;
  const columns: ReportColumn<Task>[] = [
    ...opening<Task>(document),
    { ...day, header: 'Mulai', value: ({ start }) => dateCell(start) },
    { ...day, header: 'Selesai', value: ({ end }) => dateCell(end) },
    { ...number, header: 'Bulan', value: ({ months }) => months },
    { ...number, header: 'Hari kerja', format: '#,##0.#', value: ({ personDays }) => personDays },
    { ...number, header: 'Rupiah', width: 16, format: '#,##0', value: ({ rupiah }) => rupiah },
    {
      header: 'Poin indeks',
      width: 12,
      align: 'right',
      format: points,
      value: ({ gainExact }) => exactly(gainExact),
    },
    { header: 'OPD', width: 28, optional: true, value: ({ opd }) => opd && opdName(document, opd) },
    {
      ...{ header: 'Bukti yang disiapkan', width: 60, optional: true },
      value: ({ evidence }) => evidence.map(({ text }) => `• ${text}`).join('\n'),
    },
  ];
  const note = cellText(plan.assumption ?? 'Satu baris satu langkah tingkat.');
  addTableSheet(
    workbook,
    document,
    { name: 'Jadwal', title: 'Jadwal', note },
    shownColumns(columns, rows),
    rows,
  );
}

function opening<T extends Pick<Step, 'indicator' | 'from' | 'to' | 'year'>>(
  document: ReportDocument,
): ReportColumn<T>[] {
  const { scale, indicators } = document;
  const level = { width: 8, align: 'center', format: decimalFormat(scale.decimals) } as const;
  const nameOf = (wanted: string) => indicators.find(({ id }) => id === wanted)?.shortName ?? wanted;
  return [
    { header: 'Tahun', width: 8, align: 'center', optional: true, value: ({ year }) => year },
    { header: 'No', width: 7, align: 'center', value: ({ indicator }) => asNumber(indicator) },
    { header: 'Indikator', width: 40, value: ({ indicator }) => nameOf(indicator) },
    { ...level, header: 'Dari', value: ({ from }) => from },
    { ...level, header: 'Ke', value: ({ to }) => to },
  ];
}

function exactly(text: string): number {
  return new Fraction(text).valueOf();
}
