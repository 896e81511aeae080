import { Fraction } from 'fraction.js';
import type { Instrument } from '../../src/instrument/instrument.ts';

/** An instrument of one domain and two aspects; the indicators' weights are in the proportion of `parts`. */
export function smallInstrument(parts: readonly number[], decimals = 0): Instrument {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const indicators = parts.map((part, position) => ({
    id: `i${position + 1}`,
    name: `Indikator ${position + 1}`,
    shortName: `Indikator ${position + 1}`,
    question: '?',
    group: position % 2 === 0 ? 'A1' : 'A2',
    weight: new Fraction(part * 100, whole),
    capability: 'proses',
  }));
  const weightOf = (aspect: string) =>
    indicators
      .filter(({ group }) => group === aspect)
      .reduce((sum, { weight }) => sum.add(weight), new Fraction(0));
  return {
    id: 'small',
    name: 'Kecil',
    title: 'Kecil',
    indexName: 'Indeks',
    status: 'primary',
    caution: null,
    years: { from: 2020, to: 2030, note: '' },
    scale: { min: 1, max: 5, floor: 1, decimals },
    rounding: { decimals: 2 },
    bandEdge: { basis: 'exact', byYear: new Map(), warnWithin: new Fraction('0.005') },
    bands: [
      { name: 'Kurang', from: new Fraction(1), to: new Fraction('2.6') },
      { name: 'Sangat Baik', from: new Fraction('2.6'), to: new Fraction(5) },
    ],
    bandSource: { status: 'official', note: '' },
    capabilities: new Map(),
    groups: [
      { id: 'D1', kind: 'domain', name: 'Domain', parent: null, weight: new Fraction(100) },
      ...['A1', 'A2']
        .filter((id) => !weightOf(id).equals(0))
        .map((id) => ({ id, kind: 'aspect' as const, name: id, parent: 'D1', weight: weightOf(id) })),
    ],
    indicators,
    externalIndices: [],
    sources: [],
    errata: [],
  };
}
