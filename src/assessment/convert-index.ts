import type { Fraction } from 'fraction.js';
import type { ExternalIndex } from '../instrument/instrument.ts';

/** What another agency's index makes of an indicator. */
export type Converted =
  | { readonly kind: 'level'; readonly level: Fraction }
  /** The sources give the band, not how to compute inside it. */
  | { readonly kind: 'between'; readonly from: Fraction; readonly to: Fraction }
  | { readonly kind: 'outside' };

/** A value within the bands, and what it makes of the indicator. */
export interface ConvertedValue {
  readonly value: Fraction;
  readonly level: Exclude<Converted, { kind: 'outside' }>;
}

/**
 * Converts another agency's index (SDI, IPS, IKASANDI …) into a level, exactly: linear inside its band where the
 * sources say so (SDI 25 → 2, SDI 68.75 → 3.75), else only the span of the band is known.
 */
export function convertIndex({ bands, conversion }: ExternalIndex, value: Fraction): Converted {
  const last = bands.at(-1);
  const band = bands.find(
    ({ from, to }) => (from === null || value.compare(from) >= 0) && value.compare(to) < 0,
  );
  const found = band ?? (last && value.equals(last.to) ? last : undefined);
  if (found === undefined) return { kind: 'outside' };
  if (conversion === null || found.from === null) {
    return { kind: 'between', from: found.levelFrom, to: found.levelTo };
  }
  const share = value.sub(found.from).div(found.to.sub(found.from));
  return {
    kind: 'level',
    level: found.levelFrom.add(share.mul(found.levelTo.sub(found.levelFrom))),
  };
}
