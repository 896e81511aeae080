import { dropControls } from '../archive/drop-controls.ts';
import type { Attributes } from '../archive/xml.ts';
import type { Cell } from './book.ts';
import { formatNumber, readIsoDate, type Value } from './cell-value.ts';
import { isConstant } from './make-cell.ts';
import type { CellText } from './ods-text.ts';
import { linkOfFormula } from './sheet-links.ts';

const errorPattern = /^(?:#[A-Z\d/]+[!?]?|Err:\d{3})$/;

/** A cell wherever it stands. */
export type CellContent = Omit<Cell, 'row' | 'column' | 'address'>;

/**
 * What a cell of an OpenDocument sheet holds, in the same form as one of xlsx.
 * @param attributes those of `table:table-cell`
 * @param shown its paragraphs
 * @returns null if it holds nothing, or only a style
 */
export function readOdsCell(attributes: Attributes, shown: CellText): CellContent | null {
  // `of:=…`, `oooc:=…`: the prefix names the formula's language.
  const formula = attributes['table:formula']?.replace(/^[\w.-]+:(?==)/, '') ?? null;
  const { text, kind } = readValue(attributes, shown.text, formula !== null);
  if (text === '' && formula === null) return null;
  const isFormula = formula !== null && !isConstant(formula.replace(/^=/, ''));
  const link = shown.link ?? (formula === null ? null : linkOfFormula(formula));
  return { text, kind, formula: isFormula, ...(link === null ? {} : { link }) };
}

function readValue(attributes: Attributes, shown: string, isFormula: boolean): Value {
  // Programs store a failed formula as an empty text or as 0, and say so only in what they show.
  const isError = attributes['calcext:value-type'] === 'error' || (isFormula && errorPattern.test(shown));
  if (isError) return { text: shown, kind: 'error' };
  switch (attributes['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency':
      return readNumber(attributes['office:value'], shown);
    case 'date':
      return readIsoDate(attributes['office:date-value'] ?? shown);
    case 'time':
      return readTime(attributes['office:time-value'], shown);
    case 'boolean':
      return { text: attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' };
    default:
      return { text: dropControls(attributes['office:string-value'] ?? shown), kind: 'text' };
  }
}

function readNumber(written: string | undefined, shown: string): Value {
  const value = written === undefined || written.trim() === '' ? Number.NaN : Number(written);
  return Number.isFinite(value)
    ? { text: formatNumber(value), kind: 'number' }
    : { text: shown, kind: 'text' };
}

/** `PT09H30M00S` is `09:30`. */
function readTime(written: string | undefined, shown: string): Value {
  const parts = /^P(?:(\d{1,6})D)?T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,]\d+)?S)?$/.exec(
    written ?? '',
  );
  if (parts === null) return { text: shown, kind: 'text' };
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  const pad = (value: number) => String(value).padStart(2, '0');
  const time = `${pad(Math.floor(total / 3600))}:${pad(Math.floor(total / 60) % 60)}`;
  return { text: total % 60 === 0 ? time : `${time}:${pad(total % 60)}`, kind: 'date' };
}
