import type { Indicator, Instrument } from './instrument.ts';

/**
 * Weights as whole numbers, so that the workbook's own formulas add integers and stay exact: 1.30 % → 130 of 10 000.
 * `whole` is what all domains together (100 %) come to.
 */
export function weightUnits(instrument: {
  readonly indicators: readonly Pick<Indicator, 'id' | 'weight'>[];
}): {
  units: ReadonlyMap<string, number>;
  /** Of one indicator; 0 if the instrument does not have it. */
  unitsOf: (id: string) => number;
  whole: number;
} {
  const denominator = instrument.indicators.reduce(
    (lcm, { weight }) => leastCommonMultiple(lcm, weight.d),
    1n,
  );
  const units = new Map(
    instrument.indicators.map(({ id, weight }) => [id, Number((weight.n * denominator) / weight.d)]),
  );
  return { units, unitsOf: (id) => units.get(id) ?? 0, whole: Number(denominator * 100n) };
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/**
 * Levels as whole numbers, too: where a level may have two decimals, 2.45 counts as 245. Points in the workbook are level
 * units × weight units, so that its sums stay exact.
 */
export function levelUnits({ scale }: Pick<Instrument, 'scale'>): number {
  return 10 ** scale.decimals;
}
