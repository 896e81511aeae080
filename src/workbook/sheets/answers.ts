import type { Cell, Style, Workbook, Worksheet } from 'exceljs';
import type { Group, Indicator, Instrument } from '../../instrument/instrument.ts';
import { levelUnits, weightUnits } from '../../instrument/weight-units.ts';
import { columnName } from '../address.ts';
import type { WorkbookSpec } from '../contents.ts';
import { answersTable, columnOf, type KeyOf, widthOf } from '../layout.ts';
import {
  criterionFormula,
  documentsFormula,
  type FormulaRow,
  levelNameFormula,
  missingFormula,
  pointsFormula,
  rankFormula,
  rankTie,
  statuses,
  statusFormula,
} from './answer-formulas.ts';
import { addHeader, addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';
import { addValidation, levelsOf } from './validation.ts';

type Key = KeyOf<typeof answersTable>;

const markRow = 4;
const firstRow = markRow + 2;

/** Rows of Penilaian that hold indicators, 1-based and inclusive. */
function answerRows({ indicators }: WorkbookSpec): { first: number; last: number } {
  return { first: firstRow, last: firstRow + indicators.length - 1 };
}

/** Row of an indicator, 1-based. */
export function answerRow({ instrument, indicators }: WorkbookSpec, id: string): number {
  const order = instrument.indicators.filter((one) => indicators.includes(one.id));
  return firstRow + order.findIndex((one) => one.id === id);
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
    'Isi kotak kuning: tingkat, fakta, analisis, catatan. Kotak hijau untuk asesor internal. Kolom lain terisi sendiri.';
  sheet.getCell(3, columnOf(answersTable, 'number')).font = font({ color: { argb: ink.soft } });
  const { unitsOf } = weightUnits(instrument);
  const chosen = instrument.indicators.filter(({ id }) => indicators.includes(id));
  const columns = answersTable.columns.map((column) => ({ key: column.key, style: styleOf(column) }));
  chosen.forEach((indicator, index) => {
    addRow(sheet, { spec, indicator, row: firstRow + index }, unitsOf(indicator.id), columns);
  });
  addLevelChoice(sheet, spec, 'level', [
    'Tingkat kematangan',
    'tingkat tertinggi yang seluruh kriterianya terpenuhi dan ada buktinya.',
  ]);
  addLevelChoice(sheet, spec, 'assessedLevel', ['Tingkat menurut asesor', 'diisi asesor internal.']);
  addStatusColours(sheet, spec);
  const { last } = answerRows(spec);
  // Over the hidden columns too: sorting must take the whole row along.
  sheet.autoFilter = {
    from: { row: markRow + 1, column: 1 },
    to: { row: last, column: answersTable.columns.length },
  };
  setPrint(sheet, 'landscape', `Penilaian · ${opd.name} · ${region} · ${year}`, markRow + 1);
  // Two pages side by side, the indicator's name on both: on one the text would be too small to read.
  sheet.pageSetup = {
    ...sheet.pageSetup,
    fitToWidth: 2,
    printTitlesColumn: 'A:C',
    pageOrder: 'overThenDown',
  };
  await protect(sheet);
}

interface StyledColumn {
  readonly key: Key;
  readonly style: Partial<Style>;
}

function addRow(sheet: Worksheet, where: FormulaRow, units: number, columns: readonly StyledColumn[]): void {
  const { spec, indicator, row } = where;
  const aspect = groupOf(spec.instrument, indicator.group);
  const { floor, max } = spec.instrument.scale;
  const scale = levelUnits(spec.instrument);
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
    levelName: { formula: levelNameFormula(where), result: '' },
    criterion: { formula: criterionFormula(where, 0), result: '' },
    nextCriterion: { formula: criterionFormula(where, 1), result: '' },
    fact: null,
    analysis: null,
    documents: { formula: documentsFormula(where), result: 0 },
    missing: { formula: missingFormula(where), result: '' },
    status: { formula: statusFormula(where), result: statuses.blank },
    note: null,
    assessedLevel: null,
    assessedReason: null,
    group: aspect.id,
    domain: aspect.parent ?? '',
    units,
    points: { formula: pointsFormula(where), result: floor * scale * units },
    shortName: indicator.shortName,
    rank: { formula: rankFormula(where), result: (max - floor) * scale * units + rankTie(row) },
  };
  columns.forEach(({ key, style }, index) => {
    const cell = sheet.getRow(row).getCell(index + 1);
    cell.value = cells[key];
    cell.style = style;
  });
  sheet.getRow(row).height = rowHeight(spec, indicator, aspect);
}

/** Of a column, made once: exceljs looks up a style that many cells share but once, which halves its work. */
function styleOf(column: (typeof answersTable.columns)[number]): Partial<Style> {
  if ('hidden' in column) return {};
  const { key } = column;
  const isCriterion = key === 'criterion' || key === 'nextCriterion';
  return {
    ...(key === 'weight' ? { numFmt: '0.00' } : {}),
    border: thinBorder,
    font: font({
      ...(key === 'level' ? { bold: true, size: 14 } : {}),
      ...(isCriterion ? { size: 9, color: { argb: ink.soft } } : {}),
    }),
    alignment: { vertical: 'top', wrapText: true, horizontal: isCentred(key) ? 'center' : 'left' },
    ...('input' in column
      ? { fill: fill(isAssessor(key) ? tint.assessor : tint.input), protection: { locked: false } }
      : {}),
  };
}

/** Whole numbers stay numbers, so that sorting and COUNTIF behave; `35-1` stays text. */
export function asNumber(id: string): number | string {
  return /^\d+$/.test(id) ? Number(id) : id;
}

function isCentred(key: Key): boolean {
  const centred: Key[] = [
    'number',
    'weight',
    'level',
    'levelName',
    'documents',
    'missing',
    'status',
    'assessedLevel',
  ];
  return centred.includes(key);
}

/** For the internal assessor, not for the officers. */
function isAssessor(key: Key): boolean {
  return key === 'assessedLevel' || key === 'assessedReason';
}

/**
 * Spreadsheet programs do not grow rows of files they did not write, so the row is made for the longest criterion that may
 * appear in it. Calibri 11 holds about 1.05 characters a width unit, Calibri 9 about 1.25.
 */
function rowHeight({ criteria }: WorkbookSpec, indicator: Indicator, aspect: Group): number {
  const name = widthOf(answersTable, 'name');
  const lines =
    Math.ceil(indicator.name.length / (name * 0.95)) + Math.ceil((indicator.question ?? '').length / name);
  const levels = criteria.byIndicator.get(indicator.id)?.levels ?? [];
  const longest = Math.max(0, ...levels.map(({ criterion }) => (criterion ?? '').length));
  const criterionLines = Math.ceil(longest / (widthOf(answersTable, 'criterion') * 1.15));
  return Math.max(15 * Math.max(lines, Math.ceil(aspect.name.length / 18), 4), 12.5 * criterionLines) + 4;
}

function addLevelChoice(
  sheet: Worksheet,
  spec: WorkbookSpec,
  key: Key,
  [promptTitle, advice]: readonly [string, string],
): void {
  const { scale } = spec.instrument;
  const { first, last } = answerRows(spec);
  const column = columnName(columnOf(answersTable, key));
  const shared = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle,
    prompt: `Pilih ${scale.min}–${scale.max}: ${advice}`,
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
    [statuses.complete, 'FFDFF0D8'],
    [statuses.blank, 'FFEDEDED'],
    [statuses.explanation, 'FFFFE8B3'],
    [statuses.evidence, 'FFFFE8B3'],
    [statuses.items, 'FFFFE8B3'],
    [statuses.level, 'FFF8D0CE'],
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
