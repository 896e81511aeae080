import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { progressDocument } from '../../src/contract/progress.ts';
import { findProgress, type StatedStep } from '../../src/plan/progress.ts';
import type { StatedPlan } from '../../src/plan/stated-plan.ts';
import type { Problem } from '../../src/problem.ts';
import { reportProgress } from '../../src/reporters/progress.ts';
import { smallInstrument } from '../plan/small-instrument.ts';
import { shown } from './small-assessment.ts';

const instrument = smallInstrument([1, 1]);

const step = (indicator: string, to: number, more: Partial<StatedStep> = {}): StatedStep => ({
  ...{ id: `${indicator}-L${to}`, indicator, to, opd: 'Dinas A', end: '2026-06-30' },
  ...{ status: 'open', finished: null, note: '' },
  ...more,
});

function report(steps: readonly StatedStep[], target: string | null, problems: readonly Problem[] = []) {
  const stated: StatedPlan = {
    ...{
      instrument: 'small',
      region: 'Kab. Contoh',
      year: null,
      target: target ?? '',
      targetLabel: 'D1 3,00',
    },
    ...{ levels: '', steps: '', at: { file: 'rencana.xlsx', sheet: 'Langkah' }, rows: [] },
  };
  const progress = findProgress({
    ...{ instrument, year: null, levels: new Map([['i1', 2]]), steps, day: '2026-07-01' },
    target: target === null ? null : new Fraction(target),
  });
  return reportProgress({ instrument, stated, progress, problems });
}

test('what is late, what runs, what is done but does not count yet', () => {
  const problem: Problem = {
    ...{ code: 'action-plan-status', severity: 'warning', message: 'Status tidak dikenal.', details: {} },
    at: { file: 'rencana.xlsx', sheet: 'Langkah', address: 'H9' },
  };
  const { blocks, document, records } = report(
    [
      step('i1', 3),
      step('i1', 4, { status: 'done', finished: '2026-05-01', opd: '' }),
      step('i2', 2, { status: 'running', end: null }),
      step('i2', 3, { status: 'cancelled', note: 'ditunda' }),
    ],
    '3',
    [problem],
  );
  expect(shown(blocks)).toMatchInlineSnapshot(`
    "Kab. Contoh – kemajuan rencana aksi
    Kecil · keadaan per 1 Juli 2026 · tingkat menurut isian sendiri

    ╭─────────────────────────────────────────────────────╮
    │                                                     │
    │   1,50 → 1,50   1 dari 4 langkah selesai   KURANG   │
    │                                                     │
    ╰─────────────────────────────────────────────────────╯
    1 berjalan, 1 belum dimulai, 1 batal; 1 terlambat. 1 langkah selesai belum dihitung: tingkat di
    bawahnya belum selesai.
    Target: D1 3,00. Masih kurang 1,5000 poin indeks.
    Bila semua langkah yang tidak batal selesai, indeks menjadi 3,00 (Sangat Baik).

    Terlambat: 1 langkah
    No  Indikator    Tingkat  Batas         Selesai  Tambahan  OPD
    i1  Indikator 1  2 → 3    30 Juni 2026            +0,5000  Dinas A

    Sedang berjalan, masih dalam waktu: 1 langkah
    No  Indikator    Tingkat  Batas  Selesai  Tambahan  OPD
    i2  Indikator 2  1 → 2                     +0,5000  Dinas A

    Selesai: 1 langkah
    No  Indikator    Tingkat  Batas         Selesai                     Tambahan
    i1  Indikator 1  3 → 4    30 Juni 2026  1 Mei 2026  +0,5000 (belum dihitung)

    Batal: 1 langkah
    No  Indikator    Tingkat  Batas         Selesai  Tambahan  OPD
    i2  Indikator 2  2 → 3    30 Juni 2026            +0,5000  Dinas A

    Masalah pada rencana aksi
    Berat         Tempat      Masalah
    ! peringatan  Langkah!H9  Status tidak dikenal."
  `);
  const { counts, steps, missingExact } = progressDocument.parse(document);
  expect(counts).toEqual({ open: 1, running: 1, done: 1, cancelled: 1, late: 1, uncounted: 1 });
  expect(steps.map(({ opd }) => opd)).toEqual(['Dinas A', null, 'Dinas A', 'Dinas A']);
  expect(missingExact).toBe('1.5');
  expect(records.rows[1]).toEqual([
    ...['i1-L4', 'i1', 'Indikator 1', 3, 4, '', '2026-06-30', 'Selesai', '2026-05-01', 'tidak', 'tidak'],
    ...[0.5, ''],
  ]);
});

test('a target that is reached, and a plan without a target of the index', () => {
  const done = [step('i1', 3, { status: 'done' })];
  expect(shown(report(done, '2').blocks)).toContain('Target: D1 3,00. Indeksnya sudah tercapai.');
  const { blocks, document } = report(done, null);
  expect(shown(blocks)).toMatch(/Target: D1 3,00\.\n/);
  expect(progressDocument.parse(document)).toMatchObject({
    ...{ missingExact: null, target: { label: 'D1 3,00', indexExact: null } },
  });
});
