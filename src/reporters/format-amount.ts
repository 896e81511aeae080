import { Fraction } from 'fraction.js';
import { roundHalfUp } from '../assessment/score.ts';
import type { Measure } from '../plan/constraint.ts';

/** `Rp750.000.000`; whole rupiah. */
export function formatRupiah(value: Fraction): string {
  return `Rp${groupThousands(roundHalfUp(value, 0))}`;
}

/** `1.240`, or `12,5` where half days matter. */
export function formatDays(value: Fraction): string {
  const [whole = '0', part = '0'] = roundHalfUp(value, 1).split('.');
  return part === '0' ? groupThousands(whole) : `${groupThousands(whole)},${part}`;
}

/** `20 langkah`, `300 hari kerja`, `Rp500.000.000` */
export function formatMeasure(value: Fraction, measure: Measure): string {
  if (measure === 'rupiah') return formatRupiah(value);
  return measure === 'days' ? `${formatDays(value)} hari kerja` : `${formatDays(value)} langkah`;
}

/** `90 %`, `12,3 %`; never `100 %` or `0 %` for what is not certain. */
export function formatChance(value: Fraction): string {
  const shown = roundHalfUp(value.mul(100), 1).replace('.', ',').replace(/,0$/, '');
  if (shown === '100' && !value.equals(1)) return 'lebih dari 99,9 %';
  if (shown === '0' && !value.equals(new Fraction(0))) return 'kurang dari 0,1 %';
  return `${shown} %`;
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}
