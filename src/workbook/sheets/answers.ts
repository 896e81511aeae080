import type { Cell, Workbook, Worksheet } from 'exceljs';
import type { Group, Indicator, Instrument } from '../../instrument/instrument.ts';
import { columnName } from '../address.ts';
import type { WorkbookSpec } from '../contents.ts';
import { answersTable, columnOf, documentsTable, type KeyOf } from '../layout.ts';
import { weightUnits } from '../weight-units.ts';
import { documentRows } from './documents.ts';
import { addHeader, addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';
import { addValidation, levelsOf } from './validation.ts';

type Key = KeyOf<typeof answersTable>;

const markRow = 4;
const firstRow = markRow + 2;

/** Rows of Penilaian that hold indicators, 1-based and inclusive. */
export function answerRows({ indicators }: WorkbookSpec): { first: number; last: number } {
  return { first: firstRow, last: firstRow + indicators.length - 1 };
}

/** `Penilaian!$O$6:$O$52`, a column of the answers for formulas on other sheets. */
export function answerRange(spec: WorkbookSpec, key: Key): string {
  const { first, last } = answerRows(spec);
  const column = columnName(columnOf(answersTable, key));
  return `${answersTable.sheet}!$${column}$${first}:$${column}$${last}`;
}

/** Penilaian: one row an indicator. */
export async function addAnswers(workbook: Workbook, spec: WorkbookSpec): Promise<void> {
  const { instrument, opd, region, year, indicators } = spec;
  const sheet = workbook.addWorksheet(answersTable.sheet, {
    views: [
      {
        state: 'frozen',
        xSplit: 3,
        ySplit: markRow + 1,
        activeCell: `${columnName(columnOf(answersTable, 'level'))}${firstRow}`,
        showGridLines: false,
        zoomScale: 90,
      },
    ],
  });
  addHeader(sheet, answersTable, markRow);
  addTitle(sheet, 'Penilaian', `${opd.name} · ${region} · ${year}`, columnOf(answersTable, 'number'));
  sheet.getCell(3, columnOf(answersTable, 'number')).value =
    'Isi kotak kuning: tingkat, penjelasan, catatan. Kolom lain terisi sendiri.';
  sheet.getCell(3, columnOf(answersTable, 'number')).font = font({ color: { argb: ink.soft } });
  const { units } = weightUnits(instrument);
  const chosen = instrument.indicators.filter(({ id }) => indicators.includes(id));
  chosen.forEach((indicator, index) => {
    addRow(sheet, spec, indicator, units.get(indicator.id) ?? 0, firstRow + index);
  });
  addLevelChoice(sheet, spec);
  addStatusColours(sheet, spec);
  const { last } = answerRows(spec);
  // Over the hidden columns too: sorting must take the whole row along.
  sheet.autoFilter = {
    from: { row: markRow + 1, column: 1 },
    to: { row: last, column: answersTable.columns.length },
  };
  setPrint(sheet, 'landscape', `Penilaian · ${opd.name} · ${region} · ${year}`, markRow + 1);
  await protect(sheet);
}

function addRow(
  sheet: Worksheet,
  spec: WorkbookSpec,
  indicator: Indicator,
  units: number,
  row: number,
): void {
  const aspect = groupOf(spec.instrument, indicator.group);
  const cells: Record<Key, Cell['value']> = {
    id: indicator.id,
    number: asNumber(indicator.id),
    name: {
      richText: [
        { text: indicator.name, font: font({ bold: true }) },
        ...(indicator.question === null
          ? []
          : [{ text: `\n${indicator.question}`, font: font({ size: 10, color: { argb: ink.soft } }) }]),
      ],
    },
    aspect: aspect.name,
    weight: indicator.weight.valueOf(),
    level: null,
    levelName: { formula: levelNameFormula(spec.instrument, indicator, row), result: '' },
    explanation: null,
    documents: { formula: documentsFormula(spec, row), result: 0 },
    status: { formula: statusFormula(spec.instrument, row), result: 'Belum diisi' },
    note: null,
    group: aspect.id,
    domain: aspect.parent ?? '',
    units,
    points: { formula: pointsFormula(spec.instrument, row), result: spec.instrument.scale.floor * units },
  };
  answersTable.columns.forEach((column, index) => {
    const cell = sheet.getRow(row).getCell(index + 1);
    cell.value = cells[column.key];
    cell.border = thinBorder;
    cell.font = font();
    cell.alignment = {
      vertical: 'top',
      wrapText: true,
      horizontal: isCentred(column.key) ? 'center' : 'left',
    };
    if ('input' in column) {
      cell.fill = fill(tint.input);
      cell.protection = { locked: false };
    }
  });
  sheet.getCell(row, columnOf(answersTable, 'weight')).numFmt = '0.00';
  sheet.getCell(row, columnOf(answersTable, 'level')).font = font({ bold: true, size: 14 });
  sheet.getRow(row).height = rowHeight(indicator, aspect);
}

/** Whole numbers stay numbers, so that sorting and COUNTIF behave; `35-1` stays text. */
function asNumber(id: string): number | string {
  return /^\d+$/.test(id) ? Number(id) : id;
}

function isCentred(key: Key): boolean {
  return ['number', 'weight', 'level', 'levelName', 'documents', 'status'].includes(key);
}

/** Spreadsheet programs do not grow rows of files they did not write; Calibri 11 holds about 1.05 characters a width unit. */
function rowHeight(indicator: Indicator, aspect: Group): number {
  const width = answersTable.columns[columnOf(answersTable, 'name') - 1]?.width ?? 40;
  const lines =
    Math.ceil(indicator.name.length / (width * 0.95)) + Math.ceil((indicator.question ?? '').length / width);
  return 15 * Math.max(lines, Math.ceil(aspect.name.length / 20), 4) + 4;
}

function cellOf(key: Key, row: number): string {
  return `${columnName(columnOf(answersTable, key))}${row}`;
}

/** True where the cell holds a level of the scale; nested IF, since AND() evaluates INT() of a text too. */
function ifLevel({ scale }: Instrument, row: number, then: string, otherwise: string): string {
  const level = `$${cellOf('level', row)}`;
  const whole = scale.decimals === 0 ? `,${level}=INT(${level})` : '';
  return `IF(ISNUMBER(${level}),IF(AND(${level}>=${scale.min},${level}<=${scale.max}${whole}),${then},${otherwise}),${otherwise})`;
}

function levelNameFormula(instrument: Instrument, indicator: Indicator, row: number): string {
  const { scale } = instrument;
  const level = `$${cellOf('level', row)}`;
  const names = (instrument.capabilities.get(indicator.capability)?.levels ?? [])
    .toSorted((a, b) => a.level - b.level)
    .map(({ name }) => `"${(name ?? '').replaceAll('"', '""')}"`);
  return ifLevel(
    instrument,
    row,
    `CHOOSE(INT(${level})${1 - scale.min === 0 ? '' : `+${1 - scale.min}`},${names.join(',')})`,
    '""',
  );
}

function documentsFormula(spec: WorkbookSpec, row: number): string {
  const column = columnName(columnOf(documentsTable, 'indicator'));
  const { first, last } = documentRows(spec);
  return `COUNTIF(${documentsTable.sheet}!$${column}$${first}:$${column}$${last},$${cellOf('number', row)})`;
}

function statusFormula(instrument: Instrument, row: number): string {
  const level = `$${cellOf('level', row)}`;
  const explanation = `$${cellOf('explanation', row)}`;
  const documents = `$${cellOf('documents', row)}`;
  const checked = ifLevel(
    instrument,
    row,
    `IF(${level}<=${instrument.scale.floor},"Lengkap",IF(${explanation}="","Penjelasan kosong",IF(${documents}=0,"Bukti belum ada","Lengkap")))`,
    '"Periksa tingkat"',
  );
  return `IF(${level}="","Belum diisi",${checked})`;
}

function pointsFormula(instrument: Instrument, row: number): string {
  const level = `$${cellOf('level', row)}`;
  return `${ifLevel(instrument, row, level, String(instrument.scale.floor))}*$${cellOf('units', row)}`;
}

function addLevelChoice(sheet: Worksheet, spec: WorkbookSpec): void {
  const { scale } = spec.instrument;
  const { first, last } = answerRows(spec);
  const column = columnName(columnOf(answersTable, 'level'));
  const shared = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: 'Tingkat kematangan',
    prompt: `Pilih ${scale.min}–${scale.max}: tingkat tertinggi yang seluruh kriterianya terpenuhi dan ada buktinya.`,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Tingkat tidak dikenal',
    error: `Isi angka ${scale.min} sampai ${scale.max}, atau kosongkan.`,
  } as const;
  addValidation(
    sheet,
    `${column}${first}:${column}${last}`,
    scale.decimals === 0
      ? { ...shared, type: 'list', formulae: [`"${levelsOf(scale).join(',')}"`] }
      : { ...shared, type: 'decimal', operator: 'between', formulae: [scale.min, scale.max] },
  );
}

function addStatusColours(sheet: Worksheet, spec: WorkbookSpec): void {
  const { first, last } = answerRows(spec);
  const column = columnName(columnOf(answersTable, 'status'));
  const colours: [string, string][] = [
    ['Lengkap', 'FFDFF0D8'],
    ['Belum diisi', 'FFEDEDED'],
    ['Penjelasan kosong', 'FFFFE8B3'],
    ['Bukti belum ada', 'FFFFE8B3'],
    ['Periksa tingkat', 'FFF8D0CE'],
  ];
  sheet.addConditionalFormatting({
    ref: `${column}${first}:${column}${last}`,
    rules: colours.map(([status, argb], index) => ({
      type: 'expression',
      priority: index + 1,
      formulae: [`$${column}${first}="${status}"`],
      style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb } } },
    })),
  });
}

function groupOf(instrument: Instrument, id: string): Group {
  const group = instrument.groups.find((other) => other.id === id);
  if (group === undefined) throw new Error(`No group ${id}`);
  return group;
}
