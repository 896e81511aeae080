import { expect, test } from 'vitest';
import { findHigher, type RegionResult } from '../../src/assessment/region-result.ts';
import { score } from '../../src/assessment/score.ts';
import { compareDocument } from '../../src/contract/compare.ts';
import { type Comparison, reportComparison } from '../../src/reporters/compare.ts';
import { smallInstrument } from '../plan/small-instrument.ts';
import { shown } from './small-assessment.ts';

const instrument = smallInstrument([2, 1, 1]);

/** @param levels of i1, i2 …; null = blank */
function regionOf(
  label: string,
  levels: readonly (number | null)[],
  more: Partial<RegionResult> = {},
): RegionResult {
  const known = levels.flatMap((level, at): [string, number][] =>
    level === null ? [] : [[`i${at + 1}`, level]],
  );
  return {
    ...{ label, region: label, kind: 'kabupaten', year: 2025, stage: 'self', source: 'files' },
    score: score(instrument, new Map(known)),
    ...more,
  };
}

function sideBySide(regions: readonly RegionResult[], more: Partial<Comparison> = {}): Comparison {
  return {
    ...{
      instrument,
      region: null,
      year: null,
      notes: [],
      own: null,
      kind: null,
      published: null,
      reason: null,
    },
    ...{ exchange: null, regions, higher: [], evidence: [], problems: [], ...more },
  };
}

test('a few regions: each in its own column, blanks marked, and what others do better', () => {
  const own = regionOf('Kab. Sini', [2, null, 3]);
  const others = [
    regionOf('Kab. Timur', [4, 3, 3], { year: 2024, source: 'exchange' }),
    regionOf('Kab. Barat', [4, 3, 3], { year: null, stage: 'assessor' }),
  ];
  const regions = [own, ...others];
  const { blocks, document, records } = reportComparison(
    sideBySide(regions, { higher: findHigher(instrument, own, others) }),
  );
  expect(shown(blocks)).toMatchInlineSnapshot(`
    "Perbandingan · 3 daerah
    Kecil

    Indeks dan domain
       Daerah      Tahun  Tahap    Indeks  Predikat       D1  Kosong
    A  Kab. Sini   2025   mandiri    2,00  Kurang       2,00       1
    B  Kab. Timur  2024   mandiri    3,50  Sangat Baik  3,50
    C  Kab. Barat         asesor     3,50  Sangat Baik  3,50
    Daerah-daerah ini dibandingkan, tidak digabung: tidak ada indeks bersama.
    Tahunnya berbeda, jadi selisihnya juga selisih waktu.
    Dari berkas pertukaran hanya tingkat yang dipakai; indeksnya dihitung ulang di sini.

    Indikator yang di daerah lain lebih tinggi
    No  Indikator    Di sini  Tertinggi  Lebih tinggi  Tertinggi di             Poin
    i1  Indikator 1        2          4      2 daerah  Kab. Timur dan 1 lagi  1,0000
    i2  Indikator 2   kosong          3      2 daerah  Kab. Timur dan 1 lagi  0,5000
    Poin = bobot × selisih tingkat ÷ 100.

    Aspek
    No  Aspek     A     B     C
    A1  A1     2,33  3,67  3,67
    A2  A2     1,00  3,00  3,00

    Indikator yang tingkatnya berbeda
    No  Indikator    A  B  C
    i1  Indikator 1  2  4  4
    i2  Indikator 2  –  3  3
    1 indikator sama di semua daerah. – = kosong, dihitung di tingkat 1."
  `);
  expect(compareDocument.parse(document).indicators[1]).toEqual({
    ...{ id: 'i2', name: 'Indikator 2', weight: '25', levels: [null, 3, 3] },
  });
  expect(records.rows.slice(0, 3)).toEqual([
    ['indeks', '', 'Indeks', 100, 2, 3.5, 3.5],
    ['domain', 'D1', 'Domain', 100, 2, 3.5, 3.5],
    ['aspek', 'A1', 'A1', 75, 2.33, 3.67, 3.67],
  ]);
});

test('more than eight regions: how they spread, and who is on top', () => {
  const regions = Array.from({ length: 9 }, (_, at) =>
    regionOf(`Kab. ${at + 1}`, [at === 0 ? null : 1 + (at % 3), 2, at < 2 ? 5 : 4]),
  );
  expect(shown(reportComparison(sideBySide(regions)).blocks)).toMatchInlineSnapshot(`
    "Perbandingan · 9 daerah
    Kecil

    Indeks dan domain
      Daerah  Tahun  Tahap    Indeks  Predikat       D1  Kosong
      Kab. 1  2025   mandiri    2,25  Kurang       2,25       1
      Kab. 2  2025   mandiri    2,75  Sangat Baik  2,75
      Kab. 3  2025   mandiri    3,00  Sangat Baik  3,00
      Kab. 4  2025   mandiri    2,00  Kurang       2,00
      Kab. 5  2025   mandiri    2,50  Kurang       2,50
      Kab. 6  2025   mandiri    3,00  Sangat Baik  3,00
      Kab. 7  2025   mandiri    2,00  Kurang       2,00
      Kab. 8  2025   mandiri    2,50  Kurang       2,50
      Kab. 9  2025   mandiri    3,00  Sangat Baik  3,00
    Daerah-daerah ini dibandingkan, tidak digabung: tidak ada indeks bersama.

    Aspek
    No  Aspek  Terendah  Median  Tertinggi  Di
    A1  A1         2,00    2,67       3,33  Kab. 3 dan 2 lagi
    A2  A2         2,00    2,00       2,00  semua sama

    Indikator yang tingkatnya berbeda
    No  Indikator    Terendah  Median  Tertinggi  Di
    i1  Indikator 1         1       2          3  Kab. 3 dan 2 lagi
    i3  Indikator 3         4       4          5  Kab. 1 dan 1 lagi
    1 indikator sama di semua daerah. – = kosong, dihitung di tingkat 1."
  `);
});

test('of many indicators in which others stand higher the dearest are shown', () => {
  const wide = smallInstrument(Array.from({ length: 17 }, () => 1));
  const at = (level: number) => score(wide, new Map(wide.indicators.map(({ id }) => [id, level])));
  const own = regionOf('Kab. Sini', [], { score: at(2) });
  const other = regionOf('Kab. Sana', [], { score: at(3) });
  const { blocks } = reportComparison({
    ...sideBySide([own, other], { higher: findHigher(wide, own, [other]) }),
    instrument: wide,
  });
  const text = shown(blocks);
  expect(text).toContain('Poin = bobot × selisih tingkat ÷ 100. 2 indikator lagi ada di json.');
  expect(text).toMatch(/i15 {2}Indikator 15 +2 +3/);
  expect(text.slice(0, text.indexOf('2 indikator lagi'))).not.toContain('i16');
});
