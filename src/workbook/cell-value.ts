import { refuseDamaged } from '../archive/refusal.ts';
import type { Cell } from './book.ts';
import { decodeEscapes } from './plain-text.ts';
import { formatSerial } from './serial-date.ts';
import type { NumberFormat } from './styles.ts';

/** What the cells of a sheet refer to. */
export interface ValueContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberFormat[];
  readonly date1904: boolean;
}

export type Value = Pick<Cell, 'text' | 'kind'>;

/**
 * Value of a cell.
 * @param type the cell's `t`; undefined is a number
 * @param raw text of `v`, or of `is` for an inline string
 * @param style the cell's `s`
 * @throws refusal if a shared string does not exist
 */
export function readValue(
  type: string | undefined,
  raw: string,
  style: string | undefined,
  context: ValueContext,
): Value {
  switch (type) {
    case 's':
      return { text: raw.trim() === '' ? '' : sharedString(raw, context), kind: 'text' };
    case 'str':
    case 'inlineStr':
      return { text: decodeEscapes(raw), kind: 'text' };
    case 'b':
      return readBoolean(raw.trim());
    case 'e':
      return { text: decodeEscapes(raw.trim()), kind: 'error' };
    case 'd':
      return readIsoDate(raw.trim());
    default:
      return readNumber(raw, style, context);
  }
}

function sharedString(raw: string, { strings }: ValueContext): string {
  return strings[Number(raw)] ?? refuseDamaged(`teks nomor ${raw} tidak ada di daftar teks bersama`);
}

function readBoolean(raw: string): Value {
  if (raw === '') return { text: '', kind: 'boolean' };
  return { text: raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' };
}

/** Dates of strict files and of OpenDocument: midnight, and seconds of 0, are left out as elsewhere. */
export function readIsoDate(raw: string): Value {
  const parts = /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d)?(:\d\d)?(?:\.\d*)?Z?$/.exec(raw);
  if (parts === null) return { text: decodeEscapes(raw), kind: 'text' };
  const [, date = '', minutes = '', seconds = ''] = parts;
  const time = seconds === ':00' ? minutes : minutes + seconds;
  if (date === '') return { text: time, kind: 'date' };
  return { text: time === '' || time === '00:00' ? date : `${date}T${time}`, kind: 'date' };
}

function readNumber(raw: string, style: string | undefined, { styles, date1904 }: ValueContext): Value {
  const value = raw.trim() === '' ? Number.NaN : Number(raw);
  // Not a number after all: shown as it stands, for the check to complain about.
  if (!Number.isFinite(value)) return { text: decodeEscapes(raw), kind: 'text' };
  const shown = style === undefined ? 'number' : (styles[Number(style)] ?? 'number');
  const date = shown === 'number' ? null : formatSerial(value, shown, date1904);
  return date === null ? { text: formatNumber(value), kind: 'number' } : { text: date, kind: 'date' };
}

/**
 * Shortest decimals at the 15 significant digits that Excel keeps: 3.0000000000000004 is `3`, 2.50 is `2.5`.
 * Without exponent from 0.000001 up to 21 digits.
 */
export function formatNumber(value: number): string {
  // Whole numbers below 10^15 are exact, and by far the most.
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  return String(Number(value.toPrecision(15)));
}
