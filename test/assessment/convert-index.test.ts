import { Fraction } from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { convertIndex } from '../../src/assessment/convert-index.ts';
import type { ExternalIndex } from '../../src/instrument/instrument.ts';
import { loadInstrument } from '../../src/instrument/load.ts';

const { externalIndices, scale } = await loadInstrument('permenpanrb-8-2026');

/** The index that decides this indicator of 8/2026: 5 = SDI, 6 = SJIG, 7 = IPS. */
function indexOf(indicator: string): ExternalIndex {
  const found = externalIndices.find((one) => one.indicator === indicator);
  if (found === undefined) throw new Error(`No index for ${indicator}`);
  return found;
}

/** `3.75`, `1.5–2.5` or `outside`. */
function convert(indicator: string, value: string): string {
  const converted = convertIndex(indexOf(indicator), new Fraction(value));
  if (converted.kind === 'level') return converted.level.toString();
  return converted.kind === 'between' ? `${converted.from}–${converted.to}` : 'outside';
}

describe('SDI, linear within its bands', () => {
  it.each([
    // What the sources say in figures.
    ['25', '2'],
    ['68.75', '3.75'],
    // Bottom, top and every edge between.
    ['0', '1'],
    ['12.5', '1.5'],
    ['37.5', '2.5'],
    ['62.5', '3.5'],
    ['75', '4'],
    ['100', '5'],
    // Exact, no rounding.
    ['12.49', '1.4996'],
    ['12.51', '1.5004'],
    ['100/3', '2.(3)'],
  ])('%s → %s', (value, level) => {
    expect(convert('5', value)).toBe(level);
  });

  it.each(['100.01', '101', '-0.01'])('%s is outside', (value) => {
    expect(convert('5', value)).toBe('outside');
  });

  it('holds for its second indicator too', () => {
    expect(convert('18', '68.75')).toBe('3.75');
  });

  it('never falls where the index rises', () => {
    let before = new Fraction(scale.min);
    for (let tenth = 0; tenth <= 1000; tenth++) {
      const converted = convertIndex(indexOf('5'), new Fraction(tenth, 10));
      if (converted.kind !== 'level') throw new Error(`${tenth / 10} has no level`);
      expect(converted.level.compare(before)).toBeGreaterThanOrEqual(0);
      before = converted.level;
    }
    expect(before.equals(scale.max)).toBe(true);
  });
});

describe('IPS, of which only the bands are known', () => {
  it.each([
    ['0', '1–1.5'],
    ['1.79', '1–1.5'],
    ['1.8', '1.5–2.5'],
    ['2.3', '1.5–2.5'],
    ['4.2', '4–5'],
    ['5', '4–5'],
    ['5.01', 'outside'],
  ])('%s → %s', (value, span) => {
    expect(convert('7', value)).toBe(span);
  });
});

it('SJIG begins at 1', () => {
  expect(convert('6', '0.99')).toBe('outside');
  expect(convert('6', '1')).toBe('1–1.5');
});

it('a band without a bottom has no way to compute, whatever its index says', () => {
  const open: ExternalIndex = { ...indexOf('7'), conversion: 'linear' };
  expect(convertIndex(open, new Fraction(1))).toMatchObject({ kind: 'between' });
  expect(convertIndex(open, new Fraction('2.2'))).toMatchObject({ kind: 'level' });
});

it('without bands everything is outside', () => {
  expect(convertIndex({ ...indexOf('5'), bands: [] }, new Fraction(1))).toEqual({ kind: 'outside' });
});
