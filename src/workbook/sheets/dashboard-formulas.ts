import type { Fraction } from 'fraction.js';
import type { Instrument } from '../../instrument/instrument.ts';
import { levelUnits } from '../../instrument/weight-units.ts';

/** What the arithmetic of an instrument needs to know of it. */
type Arithmetic = Pick<Instrument, 'rounding' | 'scale'>;

/** Half up on whole numbers: INT((2·p·10^d + u) ÷ 2u) ÷ 10^d, with p in level units × weight units and u likewise. */
export function rounded(instrument: Arithmetic, points: string, units: string): string {
  const scale = 10 ** instrument.rounding.decimals;
  const whole = inLevelUnits(instrument, units);
  return `INT((${2 * scale}*${points}+${whole})/(2*${whole}))/${scale}`;
}

function inLevelUnits(instrument: Arithmetic, units: string): string {
  const scale = levelUnits(instrument);
  return scale === 1 ? units : `${units}*${scale}`;
}

/** Nested IF from the top band down; compares whole numbers, never a rounded decimal with a decimal. */
export function predicateFormula(
  instrument: Instrument,
  points: string,
  units: string,
  year: number,
): string {
  const { bandEdge, bands, rounding } = instrument;
  const scale = 10 ** rounding.decimals;
  const isRounded = (bandEdge.byYear.get(year) ?? bandEdge.basis) === 'rounded';
  const whole = inLevelUnits(instrument, units);
  const value = isRounded ? `INT((${2 * scale}*${points}+${whole})/(2*${whole}))` : points;
  const reaches = (edge: Fraction) =>
    isRounded ? `${value}*${edge.d}>=${edge.n * BigInt(scale)}` : `${value}*${edge.d}>=${edge.n}*${whole}`;
  return bands
    .slice(1)
    .reduce((rest, { name, from }) => `IF(${reaches(from)},"${name}",${rest})`, `"${bands[0]?.name ?? ''}"`);
}

export function decimals({ rounding }: Pick<Instrument, 'rounding'>): string {
  return `0.${'0'.repeat(rounding.decimals)}`;
}
