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
