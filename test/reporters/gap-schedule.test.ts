import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import type { GapOptions } from '../../src/plan/gap.ts';
import type { GapResult } from '../../src/plan/gap-result.ts';
import { climbedRungs } from '../../src/plan/rungs.ts';
import { scheduleSteps } from '../../src/plan/schedule.ts';
import { reportGap } from '../../src/reporters/gap.ts';
import { scheduleBlocks } from '../../src/reporters/gap-schedule.ts';
import { gapTo, shown, smallAssessment } from './small-assessment.ts';

const region = smallAssessment({ levels: ['2', '3'], parts: [3, 1] });
const january2026 = 2026 * 12;

interface Laid {
  readonly months: number;
  readonly opd?: string;
  /** What every step asks for. */
  readonly evidence?: string;
}

async function planned({ months, opd, evidence }: Laid): Promise<GapResult> {
  const options: GapOptions = {
    workOf: () => ({ months, days: new Fraction('12.5'), rupiah: null }),
    ...(opd === undefined ? {} : { opdOf: new Map([['i1', opd]]) }),
  };
  const result = await gapTo(region, '3.75', options);
  const { gap } = result;
  const schedule = scheduleSteps({
    rungs: climbedRungs(gap.question.ladders, gap.plan),
    requires: [],
    soft: [],
    start: january2026,
    closing: null,
    opdOf: options.opdOf ?? new Map(),
    capacityOf: () => null,
    quarters: new Map(),
    evidenceOf: (indicator, level) =>
      evidence === undefined
        ? []
        : [{ id: `${indicator}-L${level}-a`, text: evidence, kind: 'plan', required: true }],
  });
  return { ...result, schedule };
}

test('months are drawn one by one, with the OPD by its name', async () => {
  const { schedule } = await planned({ months: 2, opd: 'diskominfo', evidence: 'Peta Rencana' });
  expect(shown(scheduleBlocks(region, schedule ? [schedule] : []))).toMatchInlineSnapshot(`
    "Jadwal
    Mulai Jan 2026, selesai Apr 2026. Urutan antarindikator (kebijakan, lalu penerapan, lalu audit)
    adalah pertimbangan kami.
    No  Indikator    T1    Selesai   Terlambat  Hari  OPD
    i1  Indikator 1  3344  Apr 2026    −1,5000    25  Dinas Kominfo
    Angka dalam batang = tingkat yang sedang dikerjakan. "Terlambat" = poin indeks yang hilang bila
    indikator itu tidak selesai pada waktunya.

    Bukti yang perlu disiapkan lebih dulu
      • i1 Indikator 1, tingkat 3: Peta Rencana
      • i1 Indikator 1, tingkat 4: Peta Rencana"
  `);
});

test('more than two years are drawn by quarters; nobody is named where nobody is known', async () => {
  const { schedule } = await planned({ months: 15 });
  expect(shown(scheduleBlocks(region, schedule ? [schedule] : []))).toMatchInlineSnapshot(`
    "Jadwal
    Mulai Jan 2026, selesai Jun 2028. Urutan antarindikator (kebijakan, lalu penerapan, lalu audit)
    adalah pertimbangan kami.
    No  Indikator    '26 '27     Selesai   Terlambat  Hari
    i1  Indikator 1  3333344444  Jun 2028    −1,5000    25
    Angka dalam batang = tingkat yang sedang dikerjakan. "Terlambat" = poin indeks yang hilang bila
    indikator itu tidak selesai pada waktunya."
  `);
});

test('a schedule without steps is not drawn', async () => {
  const { schedule } = await planned({ months: 2 });
  expect(scheduleBlocks(region, schedule ? [{ ...schedule, tasks: [] }] : [])).toEqual([]);
  expect(scheduleBlocks(region, [])).toEqual([]);
});

test('its steps stand in the csv one by one', async () => {
  const { records } = reportGap(region, await planned({ months: 2, opd: 'lain', evidence: 'SK' }));
  const [first, ...others] = records.rows;
  expect(records.columns.slice(0, 6)).toEqual(['indikator', 'nama', 'dari', 'ke', 'mulai', 'selesai']);
  expect(first).toEqual([
    ...['i1', 'Indikator 1', 2, 3, '2026-01-01', '2026-02-28', 12.5, null, 0.75, 1.5],
    ...['lain', 'SK', ''],
  ]);
  expect(others).toHaveLength(1);
});
