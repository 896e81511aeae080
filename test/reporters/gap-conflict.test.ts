import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import type { Constraint } from '../../src/plan/constraint.ts';
import type { GapOptions } from '../../src/plan/gap.ts';
import { answerBlocks } from '../../src/reporters/gap-answer.ts';
import { toGapDocument } from '../../src/reporters/gap-document.ts';
import { pathBlocks } from '../../src/reporters/gap-path.ts';
import { gapTo, pathTo, shown, smallAssessment } from './small-assessment.ts';

const region = smallAssessment({ levels: ['2', '2', '', '2'], isPlain: true });
const { instrument } = region;
const opdOf = new Map(instrument.indicators.map(({ id }) => [id, 'a']));
const work = (months: number) => ({ months, days: new Fraction(10), rupiah: null });

async function conflictOf(target: string | null, options: GapOptions): Promise<string> {
  const result = await gapTo(region, target, options, {
    groups: options.groups ?? [],
    floor: options.floor?.level ?? null,
  });
  expect(result.gap.status).toBe('impossible');
  return shown(answerBlocks(region, result));
}

test('a budget that is too small: what is reached with it, and what would be enough', async () => {
  const limits: Constraint[] = [{ kind: 'budget', measure: 'steps', amount: new Fraction(3) }];
  expect(await conflictOf('4', { limits })).toMatchInlineSnapshot(`
    "Target 4,00 tidak dapat dicapai: indeks sekarang 1,75 (Kurang), paling tinggi 2,50 (Kurang). Pilih
    target yang lebih rendah atau tambah anggaran.
    Yang bertentangan; tanpa salah satunya sisanya dapat dipenuhi:
      • target indeks 4,00
      • anggaran 3 langkah
    Bila anggarannya dilonggarkan: 9 langkah sudah cukup."
  `);
});

test('a deadline and a capacity: by when it would be possible', async () => {
  const limits: Constraint[] = [
    { kind: 'deadline', start: 24_312, end: 24_313 },
    { kind: 'capacity', ofOpd: () => 4 },
  ];
  expect(await conflictOf('4', { limits, opdOf, workOf: () => work(2) })).toMatchInlineSnapshot(`
    "Target 4,00 tidak dapat dicapai: indeks sekarang 1,75 (Kurang), paling tinggi 2,75 (Sangat Baik).
    Pilih target yang lebih rendah atau beri waktu lebih lama.
    Yang bertentangan; tanpa salah satunya sisanya dapat dipenuhi:
      • target indeks 4,00
      • semua selesai paling lambat 28 Februari 2026
    Bila batas waktunya dilonggarkan: paling cepat selesai 31 Juli 2026."
  `);
});

test('a capacity that is too small for the time there is', async () => {
  const limits: Constraint[] = [
    { kind: 'deadline', start: 24_312, end: 24_314 },
    { kind: 'capacity', ofOpd: () => 2 },
  ];
  expect(await conflictOf('4', { limits, opdOf, workOf: () => work(1) })).toMatchInlineSnapshot(`
    "Target 4,00 tidak dapat dicapai: indeks sekarang 1,75 (Kurang), paling tinggi 2,25 (Kurang). Pilih
    target yang lebih rendah, beri waktu lebih lama atau tambah kapasitas OPD.
    Yang bertentangan; tanpa salah satunya sisanya dapat dipenuhi:
      • target indeks 4,00
      • semua selesai paling lambat 31 Maret 2026
      • kapasitas OPD per triwulan
    Bila batas waktunya dilonggarkan: paling cepat selesai 31 Januari 2027."
  `);
});

test('what is frozen against a domain, a floor and work that goes on', async () => {
  const [group] = instrument.groups;
  if (!group) throw new Error('no group');
  const groups = [{ group, index: new Fraction(5), label: 'Domain 5,00' }];
  const frozen: Constraint = { kind: 'frozen', indicators: new Set(['i1', 'i2', 'i3']) };
  const underway: Constraint = { kind: 'underway', to: new Map([['i2', 3]]) };
  expect(await conflictOf(null, { groups, limits: [frozen] })).toMatchInlineSnapshot(`
    "Target Domain 5,00 tidak dapat dicapai: indeks sekarang 1,75 (Kurang), paling tinggi 2,50 (Kurang).
    Pilih target yang lebih rendah atau lepaskan indikator yang beku.
    Yang bertentangan; tanpa salah satunya sisanya dapat dipenuhi:
      • target Domain 5,00
      • indikator yang tidak boleh diubah: i1–i3"
  `);
  expect(
    await conflictOf(null, { floor: { level: 3, exempt: new Set() }, limits: [frozen] }),
  ).toMatchInlineSnapshot(`
    "Target setiap indikator minimal 3 tidak dapat dicapai: indeks sekarang 1,75 (Kurang), paling tinggi
    2,50 (Kurang). Pilih target yang lebih rendah atau lepaskan indikator yang beku.
    Yang bertentangan; tanpa salah satunya sisanya dapat dipenuhi:
      • setiap indikator minimal 3
      • indikator yang tidak boleh diubah: i1–i3"
  `);
  expect(await conflictOf('3', { limits: [underway, frozen] })).toMatchInlineSnapshot(`
    "Target 3,00 tidak dapat dicapai: indeks sekarang 1,75 (Kurang). Lepaskan indikator yang beku.
    Yang bertentangan; tanpa salah satunya sisanya dapat dipenuhi:
      • pekerjaan yang sedang berjalan diselesaikan: indikator i2
      • indikator yang tidak boleh diubah: i1–i3"
  `);
});

test('limits that clash whatever the target, and a budget beside them', async () => {
  const limits: Constraint[] = [
    { kind: 'frozen', indicators: new Set(['i2']) },
    { kind: 'underway', to: new Map([['i2', 3]]) },
    { kind: 'budget', measure: 'steps', amount: new Fraction(0) },
  ];
  expect(await conflictOf('3', { limits })).toMatchInlineSnapshot(`
    "Target 3,00 tidak dapat dicapai: indeks sekarang 1,75 (Kurang). Tambah anggaran.
    Yang bertentangan; tanpa salah satunya sisanya dapat dipenuhi:
      • pekerjaan yang sedang berjalan diselesaikan: indikator i2
      • anggaran 0 langkah"
  `);
  const { conflict } = toGapDocument(region, await gapTo(region, '3', { limits }));
  expect(conflict).toEqual({ between: ['underway', 'budget'], best: null, possibleBy: null, enough: null });
});

test('a path that breaks off says in which year, why, and what that year may still reach', async () => {
  const result = await pathTo(region, ['2026=2', '2027=4'], (year) => ({
    limits: [{ kind: 'budget', measure: 'steps', amount: new Fraction(year === 2026 ? 9 : 2) }],
  }));
  expect(shown(pathBlocks(region, result, result.path ?? []))).toMatchInlineSnapshot(`
    "Tahun 2027 dan sesudahnya belum dapat direncanakan.
    Target 4,00 tidak dapat dicapai: indeks sekarang 2,00 (Kurang), paling tinggi 2,50 (Kurang). Pilih
    target yang lebih rendah atau tambah anggaran.
    Yang bertentangan; tanpa salah satunya sisanya dapat dipenuhi:
      • target indeks 4,00
      • anggaran 2 langkah
    Bila anggarannya dilonggarkan: 8 langkah sudah cukup.

    Yang dinaikkan tahun 2026
    Tingkat  Indikator
     1 → 2   i3 Indikator 3"
  `);
  expect(toGapDocument({ ...region, year: 2026 }, result).conflict).toEqual({
    between: ['index', 'budget'],
    best: { index: 2.5, indexExact: '2.5', predicate: 'Kurang' },
    possibleBy: null,
    enough: 8,
  });
});
