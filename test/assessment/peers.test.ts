import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { distributionOf, standAmong } from '../../src/assessment/peers.ts';

const peersOf = (values: readonly string[]) =>
  values.map((value, position) => ({ name: `P${position}`, value: new Fraction(value) }));

describe('standAmong', () => {
  it('ranks 1-2-2-4', () => {
    const four = ['4.10', '3.90', '3.90', '3.50'];
    const rank = (value: string) => {
      const position = four.indexOf(value);
      return standAmong(new Fraction(value), peersOf(four), `P${position}`);
    };
    expect(four.map((value) => rank(value).rank)).toEqual([1, 2, 2, 4]);
    expect(rank('3.90')).toMatchObject({ of: 4, below: 1, sharedWith: ['P2'] });
    expect(rank('3.90').next?.peers.map(({ name }) => name)).toEqual(['P0']);
    expect(rank('4.10').next).toBeNull();
  });

  it('rounds its own value before it compares, half up', () => {
    const stand = (value: string) => standAmong(new Fraction(value), peersOf(['2.98']), null);
    expect(stand('2.975')).toMatchObject({ rank: 1, sharedWith: ['P0'] });
    expect(stand('2.9749')).toMatchObject({ rank: 2, sharedWith: [] });
    expect(stand('2.985')).toMatchObject({ rank: 1, sharedWith: [], below: 1 });
  });

  it('leaves its own published value out of the ranking, not out of the distribution', () => {
    const stood = standAmong(new Fraction('3.00'), peersOf(['3.40', '3.20', '1.00']), 'P0');
    expect(stood).toMatchObject({ rank: 2, of: 3, below: 1 });
    expect(stood.distribution?.count).toBe(3);
    expect(stood.distribution?.max.toString()).toBe('3.4');
  });

  it('names those above, the nearest first, equal ones by name, and no more than five', () => {
    const named = (...names: readonly string[]) =>
      names.map((name) => ({ name, value: new Fraction(name[1] ?? 0) }));
    const { above, next, percentile } = standAmong(
      new Fraction(2),
      named('c3', 'a4', 'b3', 'a3', 'z1', 'y5', 'x5'),
      null,
    );
    expect(above.map(({ name }) => name)).toEqual(['a3', 'b3', 'c3', 'a4', 'x5']);
    expect(next?.peers.map(({ name }) => name)).toEqual(['a3', 'b3', 'c3']);
    expect([next?.distance.toString(), percentile?.toFraction()]).toEqual(['1', '100/7']);
  });

  it('stands first of one among nobody', () => {
    expect(standAmong(new Fraction(3), [], null)).toMatchObject({
      rank: 1,
      of: 1,
      percentile: null,
      distribution: null,
    });
  });

  it('holds together, whatever the values', () => {
    const hundredths = fc.integer({ min: 100, max: 500 });
    fc.assert(
      fc.property(hundredths, fc.array(hundredths, { maxLength: 30 }), (own, others) => {
        const peers = peersOf(others.map((value) => (value / 100).toFixed(2)));
        const stood = standAmong(new Fraction(own, 100), peers, null);
        expect(stood.rank).toBe(1 + others.filter((value) => value > own).length);
        expect(stood.rank + stood.sharedWith.length + stood.below).toBe(stood.of);
        expect(stood.above.length).toBe(Math.min(5, stood.rank - 1));
        const counted = stood.distribution?.histogram.reduce((sum, { count }) => sum + count, 0) ?? 0;
        expect(counted).toBe(others.length);
      }),
    );
  });
});

describe('distributionOf', () => {
  it('takes quartiles as QUARTILE.INC does', () => {
    const found = distributionOf(['1', '2', '4', '5'].map((value) => new Fraction(value)));
    expect(
      [found?.lowerQuartile, found?.median, found?.upperQuartile, found?.mean].map((one) => one?.toString()),
    ).toEqual(['1.75', '3', '4.25', '3']);
  });

  it('puts edges into the upper class, and the top of the scale into the last', () => {
    const found = distributionOf(['4.5', '4.75', '5'].map((value) => new Fraction(value)));
    expect(found?.histogram.map(({ from, to, count }) => `${from}–${to} ${count}`)).toEqual([
      '4.5–4.75 1',
      '4.75–5 2',
    ]);
  });
});
