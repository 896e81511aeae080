import { beforeAll, describe, expect, test } from 'vitest';
import type { Instrument } from '../../src/instrument/instrument.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { parseTargets } from '../../src/plan/parse-targets.ts';

let instrument: Instrument;
beforeAll(async () => {
  instrument = await loadInstrument('permenpanrb-59-2020');
});

const parse = (...texts: string[]) => {
  const { index, groups, byYear } = parseTargets(texts, instrument);
  return {
    index: index?.index.toString() ?? null,
    groups: groups.map(({ group, index: goal, label }) => [group.id, goal.toString(), label]),
    byYear: byYear.map(({ year, target }) => [year, target.index.toString()]),
  };
};

describe('parseTargets', () => {
  test.each([
    [['4.0'], { index: '4', groups: [], byYear: [] }],
    [['sangat baik', 'D2=3'], { index: '3.5', groups: [['D2', '3', 'Tata Kelola SPBE 3,00']], byYear: [] }],
    [[' d2 = 3,25 '], { index: null, groups: [['D2', '3.25', 'Tata Kelola SPBE 3,25']], byYear: [] }],
    [['Layanan SPBE=baik'], { index: null, groups: [['D4', '2.6', 'Layanan SPBE Baik (2,60)']], byYear: [] }],
    [
      ['2027=3.6', '2026=3.0'],
      {
        index: null,
        groups: [],
        byYear: [
          [2026, '3'],
          [2027, '3.6'],
        ],
      },
    ],
    [[], { index: null, groups: [], byYear: [] }],
    [
      [' 2026 = 3', '2027=3'],
      {
        index: null,
        groups: [],
        byYear: [
          [2026, '3'],
          [2027, '3'],
        ],
      },
    ],
  ])('%j', (texts, expected) => {
    expect(parse(...texts)).toEqual(expected);
  });

  test.each([
    [['D9=3'], /"D9" tidak dikenal\. Pilih: D1 \(.*A8 \(/],
    [['layanan=3'], /"layanan" tidak dikenal\. Maksud Anda: D4 \(Layanan SPBE\), A7/],
    [['12=3'], /menyebut indikator.*spbe simulate --set/],
    [['D2='], /Target kosong/],
    [['D2=7'], /di luar skala 1–5/],
    [['4', '3'], /lebih dari sekali/],
    [['4', '2026=3'], /Pilih salah satu/],
    [['D2=3', 'd2=4'], /D2 disebut dua kali/],
    [['2026=3', '2026=4'], /2026 disebut dua kali/],
    [['2026=3.6', '2027=3'], /Target 2027 \(3,00\) lebih rendah/],
    [['=3'], /tidak dikenal/],
    [[' D9 =3'], /"D9" tidak dikenal/],
    [['x2026=3'], /"x2026" tidak dikenal/],
    [['2026x=3'], /"2026x" tidak dikenal/],
    [['lay=3'], /"lay" tidak dikenal\. Maksud Anda: D4/],
    [['la=3'], /"la" tidak dikenal\. Pilih: D1/],
    [[`${'x'.repeat(41)}=3`], /"x{40}" tidak dikenal/],
  ])('%j is refused', (texts, message) => {
    expect(() => parse(...texts)).toThrow(message);
  });
});
