import type { ReportDocument } from '../../contract/report.ts';
import { formatDay } from '../../problem.ts';

/** `2,98`: a figure of the document, rounded already, with its decimals. */
export function figure(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('.', ',');
}

/** A figure that may be missing: `–`. */
export function figureOr(value: number | null, decimals: number): string {
  return value === null ? '–' : figure(value, decimals);
}

/** `+0,12`, `−0,78`, `0,00`. */
export function signedFigure(value: number, decimals: number): string {
  const text = figure(Math.abs(value), decimals);
  if (/^[0,]*$/.test(text)) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** A level on the instrument's scale, or `kosong`. */
export function levelFigure(level: number | null, { scale }: Pick<ReportDocument, 'scale'>): string {
  return level === null ? 'kosong' : figure(level, scale.decimals);
}

/** An exact value as people read it: `2,9795`, `10/3`. */
export function exactFigure(text: string): string {
  return text.replace('.', ',');
}

/** `21 November 2026`. */
export function dayOf(date: string): string {
  return formatDay(date);
}

/** `Kota Bandar Lampung`, or `Daerah` where none is known. */
export function regionName({ region }: Pick<ReportDocument, 'region'>): string {
  return region ?? 'Daerah';
}
