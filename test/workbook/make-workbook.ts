import ExcelJS from 'exceljs';
import { loadInstrument } from '../../src/instrument/load.ts';
import { loadCriteria } from '../../src/instrument/load-criteria.ts';
import type { WorkbookSpec } from '../../src/workbook/contents.ts';
import { answersTable, criteriaTable, documentsTable, type Table } from '../../src/workbook/layout.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';

export const instrument = await loadInstrument('permenpanrb-59-2020');
const criteria = await loadCriteria(instrument);

/** An empty workbook of ours for these indicators. */
export function makeWorkbook(
  indicators: readonly string[],
  more: Partial<WorkbookSpec> = {},
): Promise<Uint8Array> {
  return writeWorkbook({ ...specOf(indicators), ...more });
}

/** What it is made for. */
export function specOf(indicators: readonly string[]): WorkbookSpec {
  return {
    instrument,
    criteria,
    region: 'Kabupaten Contoh',
    year: 2025,
    opd: { code: 'diskominfo', name: 'Dinas Komunikasi & Informatika' },
    indicators,
    workbookId: 'uji',
    createdAt: new Date('2025-01-02T03:04:05Z'),
  };
}

export async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

export async function save(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
}

type Value = ExcelJS.CellValue;

export interface Filling {
  /** By indicator: level, fact, note, analysis (as usual if left out), the assessor's level and reason. */
  readonly answers?: Readonly<Record<string, readonly Value[]>>;
  /** Indicator, level, title, number, date, location, page, kind, signed, the assessor's verdict and remark. */
  readonly documents?: readonly (readonly Value[])[];
  /** By id of the evidence item, which the officer knows by its text. */
  readonly checklist?: Readonly<Record<string, Value>>;
}

/** Types into the cells under the visible headings, as an officer does. */
export function fillIn(workbook: ExcelJS.Workbook, filling: Filling): void {
  const { answers = {}, documents = [], checklist = {} } = filling;
  const own = headings(workbook, answersTable);
  for (const [indicator, values] of Object.entries(answers)) {
    const row = rowOf(own, indicator);
    answerHeadings.forEach((heading, index) => {
      own.sheet.getCell(row, own.column(heading)).value = values[index] ?? null;
    });
    if (values[1] && values[3] === undefined) {
      own.sheet.getCell(row, own.column('Analisis')).value = usualAnalysis;
    }
  }
  const listed = headings(workbook, documentsTable);
  documents.forEach((values, index) => {
    documentHeadings.forEach((heading, position) => {
      listed.sheet.getCell(listed.row + 1 + index, listed.column(heading)).value = values[position] ?? null;
    });
  });
  for (const [id, value] of Object.entries(checklist)) haveCell(workbook, id).value = value;
}

/** The cell beside an item of evidence in Kriteria. */
export function haveCell(workbook: ExcelJS.Workbook, id: string): ExcelJS.Cell {
  const { sheet, row, column } = headings(workbook, criteriaTable);
  const [indicator = '', level] = /^(.+)-L(\d)-[a-z]$/.exec(id)?.slice(1) ?? [];
  const item = criteria.byIndicator
    .get(indicator)
    ?.levels.flatMap(({ evidence }) => evidence)
    .find((one) => one.id === id);
  const wanted = [indicator, level, item?.text];
  for (let next = row + 1; next <= sheet.rowCount; next++) {
    const texts = ['No', 'Tingkat', criteriaTable.columns[4].header].map(
      (heading) => sheet.getCell(next, column(heading)).text,
    );
    if (texts.every((text, index) => text === wanted[index]))
      return sheet.getCell(next, column('Sudah ada?'));
  }
  throw new Error(`No row for ${id}`);
}

const usualAnalysis = 'Pasal-pasal itu mengatur seluruh muatan yang diminta kriteria tingkat yang dipilih.';
const answerHeadings = ['Tingkat', 'Fakta', 'Catatan', 'Analisis', 'Tingkat asesor', 'Alasan asesor'];
const documentHeadings = [
  'Indikator',
  'Tingkat',
  'Judul dokumen',
  'Nomor dokumen',
  'Tanggal',
  'Berkas atau tautan',
  'Halaman',
  'Jenis',
  'Ditandatangani',
  'Status asesor',
  'Catatan asesor',
];

interface Headings {
  readonly sheet: ExcelJS.Worksheet;
  /** Row of the headings. */
  readonly row: number;
  readonly column: (heading: string) => number;
}

export function headings(workbook: ExcelJS.Workbook, table: Table): Headings {
  const sheet = sheetOf(workbook, table.sheet);
  const visible = table.columns.filter(({ hidden }) => !hidden).map(({ header }) => header);
  for (let row = 1; row <= sheet.rowCount; row++) {
    const columns = new Map<string, number>();
    sheet.getRow(row).eachCell((cell, column) => columns.set(cell.text, column));
    if (visible.every((heading) => columns.has(heading))) {
      return { sheet, row, column: (heading) => columns.get(heading) ?? 0 };
    }
  }
  throw new Error(`No headings in ${table.sheet}`);
}

function rowOf({ sheet, row, column }: Headings, indicator: string): number {
  for (let next = row + 1; next <= sheet.rowCount; next++) {
    if (sheet.getCell(next, column('No')).text === indicator) return next;
  }
  throw new Error(`No row for ${indicator}`);
}
