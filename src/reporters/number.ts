import type { Fraction } from 'fraction.js';
import { roundHalfUp } from '../assessment/score.ts';

/** `2,98`: rounded half up, the way people here read it. Values ≥ 0. */
export function formatNumber(value: Fraction, decimals: number): string {
  return roundHalfUp(value, decimals).replace('.', ',');
}

/** `2,9795`, or `10/3` where no decimal is exact. */
export function formatExact(value: Fraction): string {
  return exactText(value).replace('.', ',');
}

/** `2.9795`, or `10/3` where no decimal is exact: for json. */
export function exactText(value: Fraction): string {
  const text = value.toString();
  return text.includes('(') ? value.toFraction() : text;
}

/** The rounded value as a number: for json and csv. */
export function roundedNumber(value: Fraction, decimals: number): number {
  return Number(roundHalfUp(value, decimals));
}

/** `+0,12`, `−0,78`, `0,00`: a change, rounded half away from zero. */
export function formatChange(value: Fraction, decimals: number): string {
  const text = formatNumber(value.abs(), decimals);
  if (/^[0,]*$/.test(text)) return text;
  return `${value.compare(0) < 0 ? '−' : '+'}${text}`;
}

/** The same as a number. */
export function roundedChange(value: Fraction, decimals: number): number {
  const size = roundedNumber(value.abs(), decimals);
  return value.compare(0) < 0 && size !== 0 ? -size : size;
}
