import type { Indicator, Instrument } from '../../instrument/instrument.ts';
import { levelUnits } from '../../instrument/weight-units.ts';
import { columnName } from '../address.ts';
import type { WorkbookSpec } from '../contents.ts';
import { answersTable, columnOf, documentsTable, type KeyOf } from '../layout.ts';
import { criteriaRange } from './criteria.ts';
import { documentRows } from './documents.ts';

/*
 * Formulas of Penilaian, for one row. Only functions that Excel 2007 and later, LibreOffice, WPS and Google Sheets share:
 * no INDIRECT, no array formulas.
 */

type Key = KeyOf<typeof answersTable>;

export interface FormulaRow {
  readonly spec: WorkbookSpec;
  readonly indicator: Indicator;
  /** 1-based sheet row. */
  readonly row: number;
}

function at({ row }: FormulaRow, key: Key): string {
  return `$${columnName(columnOf(answersTable, key))}${row}`;
}

/** `then` where the cell holds a level of the scale; nested IF, since AND() evaluates INT() of a text too. */
function ifLevel(where: FormulaRow, then: string, otherwise: string): string {
  const { scale } = where.spec.instrument;
  const level = at(where, 'level');
  const whole =
    scale.decimals === 0 ? `,${level}=INT(${level})` : `,${level}=ROUND(${level},${scale.decimals})`;
  return `IF(ISNUMBER(${level}),IF(AND(${level}>=${scale.min},${level}<=${scale.max}${whole}),${then},${otherwise}),${otherwise})`;
}

/** Name of the chosen level. */
export function levelNameFormula(where: FormulaRow): string {
  const { instrument } = where.spec;
  const names = (instrument.capabilities.get(where.indicator.capability)?.levels ?? [])
    .toSorted((a, b) => a.level - b.level)
    .map(({ name }) => `"${(name ?? '').replaceAll('"', '""')}"`);
  return ifLevel(where, `CHOOSE(INT(${at(where, 'level')})${offset(instrument)},${names.join(',')})`, '""');
}

/** CHOOSE counts from 1, a scale may begin at 0. */
function offset({ scale }: Instrument): string {
  return scale.min === 1 ? '' : `+${1 - scale.min}`;
}

/** Criterion of the chosen level (0) or of the one above it (1), looked up in Kriteria by key. */
export function criterionFormula(where: FormulaRow, above: 0 | 1): string {
  const { spec } = where;
  const level = at(where, 'level');
  const key = `${at(where, 'id')}&"-L"&(INT(${level})+${above})`;
  const look = `IFERROR(INDEX(${criteriaRange(spec, 'criterion')},MATCH(${key},${criteriaRange(spec, 'id')},0)),"")`;
  const { max } = spec.instrument.scale;
  return ifLevel(where, above === 0 ? look : `IF(${level}>=${max},"Sudah tingkat tertinggi.",${look})`, '""');
}

/** How many documents Bukti lists for the indicator. */
export function documentsFormula(where: FormulaRow): string {
  const column = columnName(columnOf(documentsTable, 'indicator'));
  const { first, last } = documentRows(where.spec);
  return `COUNTIF(${documentsTable.sheet}!$${column}$${first}:$${column}$${last},${at(where, 'number')})`;
}

/** Required items of evidence of the chosen level that Kriteria does not tick yet. */
export function missingFormula(where: FormulaRow): string {
  const { spec } = where;
  const level = at(where, 'level');
  const sum = `SUMIF(${criteriaRange(spec, 'levelKey')},${at(where, 'id')}&"-L"&INT(${level}),${criteriaRange(spec, 'missing')})`;
  return ifLevel(where, `IF(${level}<=${spec.instrument.scale.floor},0,${sum})`, '""');
}

/** Words for the colour beside them: what to do next in this row. */
export function statusFormula(where: FormulaRow): string {
  const { floor } = where.spec.instrument.scale;
  const steps: [string, string][] = [
    [`${at(where, 'level')}<=${floor}`, statuses.complete],
    [`OR(${at(where, 'fact')}="",${at(where, 'analysis')}="")`, statuses.explanation],
    [`${at(where, 'documents')}=0`, statuses.evidence],
    [`${at(where, 'missing')}>0`, statuses.items],
  ];
  const checked = steps.reduceRight(
    (rest, [test, word]) => `IF(${test},"${word}",${rest})`,
    `"${statuses.complete}"`,
  );
  return `IF(${at(where, 'level')}="","${statuses.blank}",${ifLevel(where, checked, `"${statuses.level}"`)})`;
}

export const statuses = {
  blank: 'Belum diisi',
  level: 'Periksa tingkat',
  explanation: 'Penjelasan kosong',
  evidence: 'Bukti belum ada',
  items: 'Butir kurang',
  complete: 'Lengkap',
} as const;

/** Level × weight in whole units; what is no level counts as the floor. */
export function pointsFormula(where: FormulaRow): string {
  const { instrument } = where.spec;
  const scale = levelUnits(instrument);
  const level = at(where, 'level');
  const inUnits = scale === 1 ? level : `ROUND(${level}*${scale},0)`;
  return `${ifLevel(where, inUnits, String(instrument.scale.floor * scale))}*${at(where, 'units')}`;
}

/** Points lost, made unique by the row, so that Dasbor can list the largest. */
export function rankFormula(where: FormulaRow): string {
  const { instrument } = where.spec;
  const most = instrument.scale.max * levelUnits(instrument);
  return `${most}*${at(where, 'units')}-${at(where, 'points')}+${rankTie(where.row)}`;
}

/** Less than the smallest difference of points, and smaller the lower the row. */
export function rankTie(row: number): number {
  return (1000 - row) / 100_000;
}
