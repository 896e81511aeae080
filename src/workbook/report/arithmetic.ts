import { Fraction } from 'fraction.js';
import type { ReportDocument } from '../../contract/report.ts';
import { levelUnits, weightUnits } from '../../instrument/weight-units.ts';

/** Weights and levels of a report as whole numbers, so that the formulas of its sheets stay exact (weight-units.ts). */
export function arithmeticOf({ indicators, scale, decimals }: ReportDocument) {
  const exact = indicators.map(({ id, weight }) => ({ id, weight: new Fraction(weight) }));
  return {
    ...weightUnits({ indicators: exact }),
    levelUnits: levelUnits({ scale }),
    rounding: { decimals },
    scale,
  };
}
