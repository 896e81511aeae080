import type { Cell, RichText, Style, Workbook, Worksheet } from 'exceljs';
import { type EvidenceItem, evidenceKinds, type LevelCriteria } from '../../instrument/criteria-schema.ts';
import { columnName } from '../address.ts';
import type { WorkbookSpec } from '../contents.ts';
import { columnOf, criteriaTable, type KeyOf, widthOf } from '../layout.ts';
import { addHeader, addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';
import { addValidation } from './validation.ts';

type Key = KeyOf<typeof criteriaTable>;

const markRow = 4;
const firstRow = markRow + 2;

/** One line of the ladder: a level's criterion, or an item of its evidence. */
interface Line {
  readonly indicator: string;
  readonly shortName: string;
  readonly level: LevelCriteria;
  readonly levelName: string;
  readonly item: EvidenceItem | null;
}

/** Rows of Kriteria, 1-based and inclusive. */
export function criteriaRows(spec: WorkbookSpec): { first: number; last: number } {
  return { first: firstRow, last: firstRow + linesOfSpec(spec).length - 1 };
}

/** `Kriteria!$A$6:$A$300`, for formulas on other sheets. */
export function criteriaRange(spec: WorkbookSpec, key: Key): string {
  const { first, last } = criteriaRows(spec);
  const column = columnName(columnOf(criteriaTable, key));
  return `${criteriaTable.sheet}!$${column}$${first}:$${column}$${last}`;
}

/** Kriteria: the ladder of this OPD's indicators, with the evidence of each level as a checklist. */
export async function addCriteria(workbook: Workbook, spec: WorkbookSpec): Promise<void> {
  const { opd, region, year, instrument } = spec;
  const sheet = workbook.addWorksheet(criteriaTable.sheet, {
    views: [{ state: 'frozen', ySplit: markRow + 1, showGridLines: false }],
  });
  addHeader(sheet, criteriaTable, markRow);
  const left = columnOf(criteriaTable, 'number');
  addTitle(sheet, 'Kriteria', `${opd.name} · ${region} · ${year}`, left);
  const hint = sheet.getCell(3, left);
  hint.value =
    'Saring menurut nomor indikator. Untuk setiap bukti pilih Ya bila sudah ada, Belum bila belum.';
  hint.font = font({ color: { argb: ink.soft } });
  const columns = {
    criterion: criteriaTable.columns.map((one) => ({ key: one.key, style: styleOf(one, true) })),
    item: criteriaTable.columns.map((one) => ({ key: one.key, style: styleOf(one, false) })),
  };
  linesOfSpec(spec).forEach((line, index) => {
    addLine(sheet, spec, line, firstRow + index, line.item ? columns.item : columns.criterion);
  });
  addChecklist(sheet, spec);
  const { last } = criteriaRows(spec);
  // Over the hidden columns too: sorting must take the whole row along.
  sheet.autoFilter = {
    from: { row: markRow + 1, column: 1 },
    to: { row: last, column: criteriaTable.columns.length },
  };
  setPrint(sheet, 'portrait', `Kriteria · ${opd.name} · ${instrument.name}`, markRow + 1);
  await protect(sheet);
}

const known = new WeakMap<WorkbookSpec, readonly Line[]>();

/** The lines of a workbook, listed once: each formula that looks something up here asks how many there are. */
function linesOfSpec(spec: WorkbookSpec): readonly Line[] {
  const lines = known.get(spec) ?? listLines(spec);
  known.set(spec, lines);
  return lines;
}

function listLines({ instrument, criteria, indicators }: WorkbookSpec): Line[] {
  return instrument.indicators
    .filter(({ id }) => indicators.includes(id))
    .flatMap(({ id, shortName, capability }) => {
      const capabilityOf = instrument.capabilities.get(capability);
      return (criteria.byIndicator.get(id)?.levels ?? []).flatMap((level) => {
        const levelName = capabilityOf?.levels.find((one) => one.level === level.level)?.name ?? '';
        const shared = { indicator: id, shortName, level, levelName };
        return [{ ...shared, item: null }, ...level.evidence.map((item) => ({ ...shared, item }))];
      });
    });
}

function addLine(
  sheet: Worksheet,
  spec: WorkbookSpec,
  line: Line,
  row: number,
  columns: readonly { readonly key: Key; readonly style: Partial<Style> }[],
): void {
  const { indicator, level, item } = line;
  const levelKey = `${indicator}-L${level.level}`;
  const cells: Record<Key, Cell['value']> = {
    id: item?.id ?? levelKey,
    levelKey,
    number: /^\d+$/.test(indicator) ? Number(indicator) : indicator,
    level: level.level,
    text: item ? item.text : { richText: criterionText(line) },
    kind: item ? evidenceKinds[item.kind] : 'kriteria',
    need: item ? needOf(item) : null,
    have: null,
    criterion: item ? null : (level.criterion ?? unknownCriterion),
    missing: item ? { formula: missingFormula(spec, item, row), result: isCounted(level, item) ? 1 : 0 } : 0,
  };
  columns.forEach(({ key, style }, index) => {
    const cell = sheet.getRow(row).getCell(index + 1);
    cell.value = cells[key];
    cell.style = style;
  });
  const text = item
    ? item.text
    : criterionText(line)
        .map((part) => part.text)
        .join('');
  const lines = text.split('\n').reduce((sum, part) => sum + linesOf(part, 'text'), 0);
  sheet.getRow(row).height = 15 * Math.max(lines, linesOf(String(cells.kind), 'kind')) + 3;
}

function styleOf(column: (typeof criteriaTable.columns)[number], isCriterion: boolean): Partial<Style> {
  const { key } = column;
  // A hidden number column shows as ### in some programs.
  if ('hidden' in column) return key === 'missing' ? { numFmt: ';;;' } : {};
  const isTicked = key === 'have' && !isCriterion;
  return {
    border: thinBorder,
    font: font({ bold: isCriterion }),
    alignment: {
      vertical: 'top',
      wrapText: true,
      horizontal: key === 'text' || key === 'kind' ? 'left' : 'center',
      indent: key === 'text' && !isCriterion ? 1 : 0,
    },
    ...(isCriterion ? { fill: fill(tint.band) } : {}),
    ...(isTicked ? { fill: fill(tint.input), protection: { locked: false } } : {}),
  };
}

/** Spreadsheet programs do not grow rows of files they did not write; Calibri 11 holds about 1.05 characters a width unit. */
function linesOf(text: string, key: Key): number {
  return Math.max(1, Math.ceil(text.length / (widthOf(criteriaTable, key) * 1.02)));
}

const unknownCriterion = 'Bunyi kriteria belum tersedia; lihat bukti yang diminta di lembar Kriteria.';

/** The level's name, what it demands, and how that is met. */
function criterionText({ shortName, level, levelName }: Line): RichText[] {
  const head = `${shortName} – tingkat ${level.level}${levelName === '' ? '' : ` (${levelName})`}`;
  const fulfilment = level.fulfilment === null ? null : `Terpenuhi bila: ${level.fulfilment}`;
  const body = [level.criterion, fulfilment].filter((part) => part !== null);
  return [
    { text: head, font: font({ bold: true }) },
    ...body.map((part) => ({ text: `\n${part}`, font: font() })),
  ];
}

function needOf({ required, anyOf }: EvidenceItem): string {
  if (!required) return 'tidak wajib';
  return anyOf === undefined ? 'wajib' : `salah satu (${anyOf})`;
}

/** Of alternatives the first stands for all: it is missing as long as none of them is there. */
function isCounted({ evidence }: LevelCriteria, item: EvidenceItem): boolean {
  if (!item.required) return false;
  return (
    item.anyOf === undefined ||
    evidence.find(({ required, anyOf }) => required && anyOf === item.anyOf) === item
  );
}

function missingFormula(spec: WorkbookSpec, item: EvidenceItem, row: number): string {
  const have = `$${columnName(columnOf(criteriaTable, 'have'))}${row}`;
  const level = levelOf(spec, item);
  if (!isCounted(level, item)) return '0';
  if (item.anyOf === undefined) return `IF(${have}="Ya",0,1)`;
  const range = (key: Key) => criteriaRange(spec, key).replace(`${criteriaTable.sheet}!`, '');
  const key = item.id.replace(/-[a-z]$/, '');
  return `IF(COUNTIFS(${range('levelKey')},"${key}",${range('need')},"${needOf(item)}",${range('have')},"Ya")>0,0,1)`;
}

function levelOf({ criteria }: WorkbookSpec, item: EvidenceItem): LevelCriteria {
  for (const { levels } of criteria.byIndicator.values()) {
    const level = levels.find(({ evidence }) => evidence.includes(item));
    if (level) return level;
  }
  throw new Error(`No level holds ${item.id}`);
}

function addChecklist(sheet: Worksheet, spec: WorkbookSpec): void {
  const { first, last } = criteriaRows(spec);
  const column = columnName(columnOf(criteriaTable, 'have'));
  addValidation(sheet, `${column}${first}:${column}${last}`, {
    type: 'list',
    formulae: ['"Ya,Belum"'],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Pilih Ya atau Belum',
    error: 'Pilih Ya bila bukti sudah ada, Belum bila belum, atau kosongkan.',
    showInputMessage: true,
    promptTitle: 'Sudah ada?',
    prompt: 'Ya bila bukti ini sudah ada dan sah; Belum bila belum.',
  });
  sheet.addConditionalFormatting({
    ref: `${column}${first}:${column}${last}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`$${column}${first}="Ya"`],
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFDFF0D8' } } },
      },
    ],
  });
}
