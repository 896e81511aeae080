import type { Fraction } from 'fraction.js';
import { formatNumber } from './number.ts';

/** `+0,0300`, `−0,0150`; rounded half away from 0. */
export function formatSigned(value: Fraction, decimals: number): string {
  const sign = value.compare(0) < 0 ? '−' : '+';
  return `${sign}${formatNumber(value.abs(), decimals)}`;
}
