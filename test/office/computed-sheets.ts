import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Sheet } from '../../src/workbook/book.ts';
import type { WorkbookSpec } from '../../src/workbook/contents.ts';
import { answersTable, columnOf, criteriaTable, documentsTable } from '../../src/workbook/layout.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { opened } from '../workbook/opened.ts';
import type { LibreOffice } from './libre-office.ts';
import { makeBlank } from './parts.ts';

export type Level = number | string;

/** What an officer typed. */
export interface Filling {
  readonly label: string;
  readonly spec: WorkbookSpec;
  readonly rows: ReadonlyMap<string, { level?: Level; fact?: string; analysis?: string; documents?: number }>;
  /** Kriteria: by item. */
  readonly ticks: ReadonlyMap<string, string>;
}

export interface Computed {
  readonly answers: Sheet;
  readonly dashboard: Sheet;
}

/** Typed with exceljs, every stored result spoiled, computed by LibreOffice. */
export async function compute(
  office: LibreOffice,
  fillings: readonly Filling[],
  change: (workbook: ExcelJS.Workbook) => void = () => {},
): Promise<Computed[]> {
  const blanks = new Map<WorkbookSpec, Uint8Array>();
  const files: string[] = [];
  for (const [index, filling] of fillings.entries()) {
    const { spec } = filling;
    const blank = blanks.get(spec) ?? (await writeWorkbook(spec));
    blanks.set(spec, blank);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(blank.slice().buffer);
    fillIn(workbook, filling);
    change(workbook);
    const path = join(office.folder, `rumus-${index}.xlsx`);
    const typed = new Uint8Array(await workbook.xlsx.writeBuffer());
    writeFileSync(path, makeBlank(typed).fill(new Map()));
    files.push(path);
  }
  return (await office.convert(files, 'xlsx')).map((path) => {
    const { sheets } = opened(readFileSync(path));
    const named = (wanted: string) => sheets.find(({ name }) => name === wanted);
    const [answers, dashboard] = [named('Penilaian'), named('Dasbor')];
    if (!answers || !dashboard) throw new Error('No Penilaian or no Dasbor');
    return { answers, dashboard };
  });
}

function fillIn(workbook: ExcelJS.Workbook, { spec, rows, ticks }: Filling): void {
  const sheetOf = (name: string) => {
    const sheet = workbook.getWorksheet(name);
    if (!sheet) throw new Error(`No sheet ${name}`);
    return sheet;
  };
  const [answers, documents, criteria] = [sheetOf('Penilaian'), sheetOf('Bukti'), sheetOf('Kriteria')];
  let next = 6;
  for (const [id, { level, fact, analysis, documents: count = 0 }] of rows) {
    const row = 6 + spec.indicators.indexOf(id);
    answers.getCell(row, columnOf(answersTable, 'level')).value = level ?? null;
    answers.getCell(row, columnOf(answersTable, 'fact')).value = fact ?? null;
    answers.getCell(row, columnOf(answersTable, 'analysis')).value = analysis ?? null;
    for (let made = 0; made < count; made++) {
      const cell = documents.getCell(next++, columnOf(documentsTable, 'indicator'));
      cell.value = /^\d+$/.test(id) ? Number(id) : id;
    }
  }
  criteria.eachRow((row) => {
    const word = ticks.get(row.getCell(columnOf(criteriaTable, 'id')).text);
    if (word !== undefined) row.getCell(columnOf(criteriaTable, 'have')).value = word;
  });
}

/** The rows of Kriteria the other way round, as a spreadsheet program sorts them: with their own formulas. */
export function reverseCriteria(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.getWorksheet('Kriteria');
  if (!sheet) throw new Error('No Kriteria');
  const rows = Array.from({ length: sheet.rowCount - 5 }, (_, index) => index + 6);
  const cells = rows.map((row) =>
    criteriaTable.columns.map((_, index) => sheet.getCell(row, index + 1).value),
  );
  for (const [index, values] of cells.toReversed().entries()) {
    const [from, to] = [rows.at(-1 - index) ?? 0, index + 6];
    for (const [at, value] of values.entries()) {
      const moved =
        typeof value === 'object' && value !== null && 'formula' in value
          ? {
              ...value,
              formula: value.formula.replaceAll(new RegExp(`(\\$[A-Z]+)${from}(?!\\d)`, 'g'), `$1${to}`),
            }
          : value;
      sheet.getCell(to, at + 1).value = moved;
    }
  }
}

type Key = Parameters<typeof columnOf<typeof answersTable>>[1];

export function columnText(computed: Computed | undefined, spec: WorkbookSpec, key: Key): string[] {
  return rowsOf(computed, spec, [key]).map(([text]) => text ?? '');
}

/** Texts of these columns of Penilaian, one row an indicator. */
export function rowsOf(computed: Computed | undefined, spec: WorkbookSpec, keys: readonly Key[]): string[][] {
  return spec.indicators.map((_, index) =>
    keys.map((key) => textAt(computed?.answers, 6 + index, columnOf(answersTable, key))),
  );
}

/** Texts of the five columns beneath a heading of Dasbor. */
export function tableOf({ dashboard }: Computed, heading: string, count: number): string[][] {
  const head = dashboard.rows.find(({ cells }) => cells[0]?.column === 1 && cells[0].text === heading);
  if (!head) {
    if (count === 0) return [];
    throw new Error(`No table ${heading}`);
  }
  return Array.from({ length: count }, (_, index) =>
    [1, 2, 3, 4, 5].map((column) => textAt(dashboard, head.number + 1 + index, column)),
  );
}

function textAt(sheet: Sheet | undefined, row: number, column: number): string {
  const cells = sheet?.rows.find(({ number }) => number === row)?.cells;
  return cells?.find((cell) => cell.column === column)?.text ?? '';
}
