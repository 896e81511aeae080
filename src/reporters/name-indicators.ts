import type { Indicator, Instrument } from '../instrument/instrument.ts';

/** How the instrument's indicators are called; an id that it does not have is called by itself. */
export function nameIndicators({
  indicators,
}: Instrument): (id: string) => Pick<Indicator, 'name' | 'shortName'> {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return (id) => byId.get(id) ?? { name: id, shortName: id };
}
