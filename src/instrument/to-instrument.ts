import { Fraction } from 'fraction.js';
import type { Instrument } from './instrument.ts';
import type { InstrumentFile } from './schema.ts';

/** The instrument in a file that has been checked. */
export function toInstrument(file: InstrumentFile): Instrument {
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    indexName: file.indexName,
    status: file.status,
    caution: file.caution,
    years: file.years,
    scale: file.scale,
    rounding: file.rounding,
    bandEdge: {
      basis: file.bandEdge.basis,
      byYear: new Map(Object.entries(file.bandEdge.byYear).map(([year, basis]) => [Number(year), basis])),
      warnWithin: new Fraction(file.bandEdge.warnWithin),
    },
    bands: file.bands.map(({ name, from, to }) => ({
      name,
      from: new Fraction(from),
      to: new Fraction(to),
    })),
    bandSource: file.bandSource,
    capabilities: new Map(file.capabilities.map((capability) => [capability.id, capability])),
    groups: file.groups.map((group) => ({ ...group, weight: new Fraction(group.weight) })),
    indicators: file.indicators.map((indicator) => ({
      ...indicator,
      weight: new Fraction(indicator.weight),
    })),
    externalIndices: file.externalIndices.map((index) => ({
      ...index,
      bands: index.bands.map(({ from, to, levelFrom, levelTo }) => ({
        from: from === null ? null : new Fraction(from),
        to: new Fraction(to),
        levelFrom: new Fraction(levelFrom),
        levelTo: new Fraction(levelTo),
      })),
    })),
    sources: file.sources,
    errata: file.errata,
  };
}
