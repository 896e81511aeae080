import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExternalRow, parseExternal } from '../../src/assessment/external.ts';
import { checkSums, groupsOf } from '../../src/assessment/external-sums.ts';
import { roundHalfUp, score } from '../../src/assessment/score.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { loadPortal } from '../../src/instrument/load-portal.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const codes = await loadPortal(instrument);
const file = 'hasil.csv';

function rowsOf(
  values: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
): ExternalRow[] {
  const pairs = Array.isArray(values) ? values : Object.entries(values);
  return pairs.map(([code, value], index) => {
    const at = { file, address: `A${index + 2}` };
    const field = (text: string) => ({ text, at });
    return { code: field(code), value: field(value), reason: field(''), opd: field('') };
  });
}
const parse = (values: Parameters<typeof rowsOf>[0]) => parseExternal(rowsOf(values), instrument, codes);
const check = (values: Parameters<typeof rowsOf>[0]) =>
  checkSums(parse(values).values, instrument, { file }).map(({ code, details }) => [
    code,
    details['what'] ?? '',
  ]);

describe('codes', () => {
  test.each([
    ['12', '12'],
    ['I12', '12'],
    ['i 12', '12'],
    ['Indikator 12', '12'],
    ['012', '12'],
  ])('%s is indicator %s', (code, id) => {
    expect(parse({ [code]: '3' })).toMatchObject({ values: { levels: [{ id, level: 3 }] }, problems: [] });
  });

  test.each([
    ['A3', 'A3'],
    ['a2003', 'A3'],
    ['D2004', 'D4'],
    [' d4 ', 'D4'],
  ])('%s is group %s', (code, id) => {
    const { values, problems } = parse({ [code]: '3,25' });
    expect([...values.groups.keys(), problems]).toEqual([id, []]);
    expect(values.groups.get(id)).toMatchObject({ decimals: 2 });
  });

  test.each(['indeks', 'INDEKS', 'Index', 'Indeks SPBE'])('%s is the index', (code) => {
    expect(parse({ [code]: '3.63' }).values.index?.value.toString()).toBe('3.63');
  });

  test.each(['A2009', 'A9', 'I0', 'I48', '48', 'D', 'constructor', '__proto__', ''])(
    '%j is unknown',
    (code) => {
      expect(parse([[code, '3']]).problems.map((one) => one.code)).toEqual(['external-code-unknown']);
    },
  );

  test('a group named twice, by two codes, is a duplicate; a blank value is none', () => {
    expect(parse({ A1: '3', A2001: '3', 12: '' }).problems.map((one) => one.code)).toEqual([
      'external-duplicate',
    ]);
  });

  test.each(['tiga', '6', '-1', '3.5', '3;4', '1e1'])('level %j is invalid', (value) => {
    expect(parse({ 12: value }).problems.map((one) => one.code)).toEqual(['external-value-invalid']);
  });

  test.each(['5.01', '-1', 'x', '3.1234567890123', '1/3'])('sum %j is invalid', (value) => {
    expect(parse({ D1: value }).problems.map((one) => one.code)).toEqual(['external-value-invalid']);
  });
});

describe('sums', () => {
  const levels = Object.fromEntries(instrument.indicators.map(({ id }) => [id, '3']));

  test('agree to the last stated decimal, half up', () => {
    // Aspect 2 of 10 % holds indicators 11–14 of 2.5 % each: 3, 3, 3, 4 make 3.25.
    expect(check({ ...levels, 14: '4', A2: '3.25', indeks: '3.03' })).toEqual([]);
    expect(check({ ...levels, 14: '4', A2: '3.3' })).toEqual([]);
    expect(check({ ...levels, 14: '4', A2: '3.24' })).toEqual([
      ['external-sum-differs', 'Aspek Perencanaan Strategis SPBE'],
    ]);
    expect(check({ ...levels, 14: '4', indeks: '3.04' })).toEqual([['external-sum-differs', 'Indeks']]);
  });

  test('of rounded aspects may be off by what the rounding explains, and no more', () => {
    const aspects = {
      A1: '3.00',
      A2: '3.13',
      A3: '3.13',
      A4: '3.00',
      A5: '3.00',
      A6: '3.33',
      A7: '3.00',
      A8: '3.00',
    };
    // 3 + 0.1 × 0.13 × 2 + 0.045 × 0.33 = 3.04085.
    expect(check({ ...aspects, indeks: '3.05' })).toEqual([]);
    expect(check({ ...aspects, indeks: '3.06' })).toEqual([['external-sum-differs', 'Indeks']]);
  });

  test('a missing aspect leaves nothing to compare', () => {
    expect(check({ A1: '3', indeks: '5' })).toEqual([]);
    expect(groupsOf(parse({ A1: '3', indeks: '5' }).values, instrument)).toBeNull();
  });

  test('whatever the levels, the sums that score prints are found right, and two cents off are not', () => {
    const anyLevels = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 47, maxLength: 47 });
    fc.assert(
      fc.property(anyLevels, fc.nat(12), (found, off) => {
        const given = instrument.indicators.map(({ id }, index) => [id, found[index] ?? 1] as const);
        const result = score(instrument, new Map(given));
        const sums = [
          ...result.groups.map(({ group, index }) => [group.id, index] as const),
          ['indeks', result.index] as const,
        ];
        const texts = (shift: number) =>
          sums.map(
            ([id, value], index) =>
              [id, roundHalfUp(index === shift ? value.sub('0.02') : value, 2)] as const,
          );
        const all = (shift: number) => [
          ...given.map(([id, level]) => [id, String(level)] as const),
          ...texts(shift),
        ];
        expect(check(all(-1))).toEqual([]);
        expect(check(all(off)).map(([code]) => code)).toEqual(['external-sum-differs']);
      }),
      { numRuns: 50 },
    );
  });
});
