import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { reportGap } from '../../src/reporters/gap.ts';
import { pathSummary } from '../../src/reporters/gap-path.ts';
import { gapTo, pathTo, shown, smallAssessment } from './small-assessment.ts';

const region = smallAssessment({ levels: ['2.5', '2', ''], decimals: 1, isPlain: true });

test('a path: what each year raises, and what it takes where that is known', async () => {
  const work = { months: 1, days: new Fraction('7.5'), rupiah: null };
  const result = await pathTo(region, ['2026=1.8', '2027=2.9', '2028=3'], (year) =>
    year === 2027 ? { workOf: () => work } : {},
  );
  const { blocks, records } = reportGap(region, result);
  expect(shown(blocks)).toMatchInlineSnapshot(`
    "a.xlsx – rencana menuju 1,80 (2026), 2,90 (2027), 3,00 (2028)
    Kecil · menurut isian sendiri, belum menurut penilaian asesor

    ╭───────────────────────────────────────────────────╮
    │                                                   │
    │   1,83 → 3,00   4 langkah tingkat   SANGAT BAIK   │
    │                                                   │
    ╰───────────────────────────────────────────────────╯
    Setiap tahun terbukti yang terbaik, berangkat dari hasil tahun sebelumnya.
    Tahun  Target    Indeks     Predikat     Langkah  Indikator  Hari kerja
    2026   1,80    1,83 → 1,83  Kurang             0          0           0
    2027   2,90    1,83 → 3,00  Sangat Baik        4          3          30
    2028   3,00    3,00 → 3,00  Sangat Baik        0          0           0
    Pembanding, menaikkan yang terendah lebih dulu: 4 langkah.

    Yang dinaikkan tahun 2027
     Tingkat   Indikator
    1,0 → 3,0  i3 Indikator 3
    2,0 → 3,0  i2 Indikator 2
    2,5 → 3,0  i1 Indikator 1

    Artinya per aspek
    Aspek  Sekarang  Menjadi  Langkah
    A1         1,75     3,00        3
    A2         2,00     3,00        1

    Yang paling menahan indeks sekarang
    No  Indikator    Tingkat  Poin hilang
    i3  Indikator 3  kosong        1,3333
    i2  Indikator 2    2,0         1,0000
    i1  Indikator 1    2,5         0,8333
    Poin hilang = bobot × (tingkat 5 − tingkat sekarang) ÷ 100.
    1 indikator belum bertingkat dan dihitung tingkat 1: i3. Isi dulu agar rencananya tepat.
    Masalah pada berkas: 1 peringatan. Rinciannya: spbe check."
  `);
  expect(records.columns).toContain('langkah');
});

test('a path that is not proven in every year says so', async () => {
  const { path } = await pathTo(region, ['2026=2', '2027=3']);
  const [first, ...others] = path ?? [];
  if (!first) throw new Error('no path');
  const [words] = pathSummary(region, [{ ...first, gap: { ...first.gap, optimal: false } }, ...others]);
  expect(words).toEqual({
    kind: 'paragraph',
    text: 'Tidak semua tahun terbukti yang terbaik; perlakukan sebagai usulan.',
    tone: 'caution',
  });
});

test('a year without a plan is no doubt about those before it', async () => {
  const { path } = await pathTo(region, ['2026=2', '2027=3'], (year) => ({
    limits: [{ kind: 'budget', measure: 'steps', amount: new Fraction(year === 2026 ? 9 : 0) }],
  }));
  expect(shown(pathSummary(region, path ?? []))).toMatchInlineSnapshot(`
    "Setiap tahun terbukti yang terbaik, berangkat dari hasil tahun sebelumnya.
    Tahun  Target      Indeks      Predikat  Langkah  Indikator  Hari kerja
    2026   2,00     1,83 → 2,17    Kurang          1          1           –
    2027   3,00    tidak tercapai  Kurang          0          0           0"
  `);
});

test('another plan says what it adds, leaves out, and raises otherwise', async () => {
  const wide = smallAssessment({ levels: ['2', '2', '2'], parts: [3, 2, 1] });
  const result = await gapTo(wide, '3');
  const { gap } = result;
  const to = (levels: readonly [string, number][]) => ({ ...gap, plan: new Map(levels) });
  const { blocks } = reportGap(wide, {
    ...result,
    gap: to([
      ['i1', 3],
      ['i2', 4],
    ]),
    alternatives: [
      to([
        ['i1', 4],
        ['i3', 3],
      ]),
    ],
  });
  expect(shown(blocks).replace(/\s+/g, ' ')).toContain(
    'i1 Indikator 1 2 → 4 (semula 3); tanpa i2 Indikator 2; i3 Indikator 3 2 → 3 (tambahan)',
  );
});
