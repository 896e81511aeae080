import { beforeAll, describe, expect, test } from 'vitest';
import type { Instrument } from '../../src/instrument/instrument.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { parseTarget } from '../../src/plan/target.ts';
import { UserError } from '../../src/problem.ts';

let instrument: Instrument;
beforeAll(async () => {
  instrument = await loadInstrument('permenpanrb-59-2020');
});

describe('parseTarget', () => {
  test.each([
    ['4', '4', '4,00'],
    ['4.0', '4', '4,00'],
    ['4,0', '4', '4,00'],
    [' 3.55 ', '3.55', '3,55'],
    ['3,555', '3.555', '3,555'],
    ['1', '1', '1,00'],
    ['5', '5', '5,00'],
    ['５', '5', '5,00'],
    ['sangat baik', '3.5', 'Sangat Baik (3,50)'],
    ['Sangat-Baik', '3.5', 'Sangat Baik (3,50)'],
    ['SANGATBAIK', '3.5', 'Sangat Baik (3,50)'],
    ['baik', '2.6', 'Baik (2,60)'],
    ['memuaskan', '4.2', 'Memuaskan (4,20)'],
  ])('%j is %s', (text, index, label) => {
    const target = parseTarget(text, instrument);
    expect(target.index.equals(index)).toBe(true);
    expect(target.label).toBe(label);
  });

  const advice =
    'Tulis angka 1 sampai 5, misalnya 4,2, atau predikat: "Kurang", "Cukup", "Baik", "Sangat Baik", "Memuaskan".';
  test.each([
    ['6', `Target 6 di luar skala 1–5. ${advice}`],
    ['0,5', `Target 0,5 di luar skala 1–5. ${advice}`],
    ['-4', `Target -4 di luar skala 1–5. ${advice}`],
    ['', `Target kosong. ${advice}`],
    ['memuskan', `Target "memuskan" tidak dikenal. Maksud Anda "Memuaskan"? ${advice}`],
    ['sangat', `Target "sangat" tidak dikenal. Maksud Anda "Sangat Baik"? ${advice}`],
    ['4.0.1', `Target "4.0.1" tidak dikenal. ${advice}`],
    [
      '4'.repeat(20).concat('x'.repeat(30)),
      `Target "${'4'.repeat(20)}${'x'.repeat(19)}…" tidak dikenal. ${advice}`,
    ],
    ['1/0', `Target "1/0" tidak dikenal. ${advice}`],
    ['empat\nkoma', `Target "empat koma" tidak dikenal. ${advice}`],
    ['empat  koma', `Target "empat koma" tidak dikenal. ${advice}`],
    ['10', `Target 10 di luar skala 1–5. ${advice}`],
    ['san', `Target "san" tidak dikenal. Maksud Anda "Sangat Baik"? ${advice}`],
    ['sa', `Target "sa" tidak dikenal. ${advice}`],
    ['memuskn', `Target "memuskn" tidak dikenal. Maksud Anda "Memuaskan"? ${advice}`],
    ['uaskan', `Target "uaskan" tidak dikenal. ${advice}`],
    ['xxxbaik', `Target "xxxbaik" tidak dikenal. ${advice}`],
    ['baaaaik', `Target "baaaaik" tidak dikenal. ${advice}`],
    ['x'.repeat(40), `Target "${'x'.repeat(40)}" tidak dikenal. ${advice}`],
    ['x'.repeat(41), `Target "${'x'.repeat(39)}…" tidak dikenal. ${advice}`],
  ])('%j is refused in one line', (text, message) => {
    expect(() => parseTarget(text, instrument)).toThrow(new UserError(message));
  });

  test.each([
    ['3', '3'],
    ['3,5', '3,5'],
  ])('of an index that is shown without decimals %s is called %s', (text, label) => {
    expect(parseTarget(text, { ...instrument, rounding: { decimals: 0 } }).label).toBe(label);
  });
});
