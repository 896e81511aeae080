import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { score } from '../../src/assessment/score.ts';
import type { ActionPlan } from '../../src/plan/action-plan.ts';
import { parseActionPlan } from '../../src/plan/parse-action-plan.ts';
import { readActionPlan } from '../../src/workbook/read-action-plan.ts';
import { writeActionPlan } from '../../src/workbook/write-action-plan.ts';
import { instrument } from './make-workbook.ts';
import { opened } from './opened.ts';

const january = 2026 * 12;
const levels = new Map([['12', 1]]);

/** Two steps of indicator 12 (2.5 %), which nobody was named for: by aspects alone, without a year or an index. */
const plan: ActionPlan = {
  instrument,
  region: 'Kabupaten Contoh',
  year: null,
  levels,
  from: score(instrument, levels),
  reached: score(instrument, new Map([['12', 3]])),
  target: null,
  targetLabel: 'Aspek 2: 1,50',
  steps: [2, 3].map((to) => ({
    ...{ id: `12-L${to}`, indicator: '12', name: 'Nama', shortName: 'Nama', opd: null, opdName: null },
    ...{ from: to - 1, to, start: january + to, end: january + to, evidence: [] },
    work: { months: 1, days: new Fraction(12), rupiah: new Fraction(1_500_000) },
    gain: new Fraction('0.025'),
    delayPrice: new Fraction('0.025'),
  })),
  days: null,
  rupiah: new Fraction(3_000_000),
  assumption: null,
};

const write = async (one: ActionPlan) => opened(await writeActionPlan(one));

async function linesOf(one: ActionPlan, sheet: string): Promise<string[]> {
  const found = (await write(one)).sheets.find(({ name }) => name === sheet);
  return (found?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text).join(' | '));
}

test('what is known of a plan is on its first page, and no more', async () => {
  const lines = await linesOf(plan, 'Ringkasan');
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Target \| Aspek 2: 1,50/),
      expect.stringMatching(/^Waktu \| 1 Maret 2026 sampai 30 April 2026/),
      expect.stringMatching(/^Hari kerja \| belum dihitung/),
      expect.stringMatching(/^Biaya \| Rp3\.000\.000/),
    ]),
  );
  expect(lines.join()).not.toContain('Poin indeks yang masih kurang');
  const other = { ...plan, days: new Fraction('1234.5'), rupiah: null, target: new Fraction('1.05') };
  const known = await linesOf({ ...other, assumption: 'Perkiraan bawaan.' }, 'Ringkasan');
  expect(known).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Hari kerja \| 1\.235 hari/),
      expect.stringMatching(/^Biaya \| belum diketahui/),
      expect.stringMatching(/^Perkiraan bawaan\./),
      expect.stringMatching(/^Poin indeks yang masih kurang \| 0\.05 \| menuju target/),
    ]),
  );
});

test('steps of nobody have their line and their bar', async () => {
  const steps = (await linesOf(plan, 'Langkah')).filter((line) => line.startsWith('12-L'));
  expect(steps).toHaveLength(2);
  expect(steps[0]).toMatch(
    /^12-L2 \| 12 \| Nama \| 1 \| 2 \| 2026-03-01 \| 2026-03-31 \| 0\.025 \| 12 \| 1500000/,
  );
});

test('it is read back as it was written, also without a year or an index', async () => {
  const { plan: stated, problems } = readActionPlan(await write(plan), 'rencana.xlsx');
  expect(problems).toEqual([]);
  expect(stated).toMatchObject({ year: null, target: '', levels: '12=1', steps: '12-L2 12-L3' });
  expect(parseActionPlan(stated, instrument)).toMatchObject({ target: null, problems: [] });
});
