import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import type { ActionPlan, ActionStep } from '../../src/plan/action-plan.ts';
import { toCalendar } from '../../src/reporters/calendar.ts';
import { gapTo, smallAssessment } from './small-assessment.ts';

const region = smallAssessment({ levels: ['2', '2'] });
const { gap } = await gapTo(region, '3');

function planOf(more: Partial<ActionStep>, year: number | null = 2026): ActionPlan {
  const step: ActionStep = {
    ...{ id: 'i1-L3', indicator: 'i1', from: 2, to: 3, name: 'Peta Rencana', shortName: 'Peta' },
    ...{ opd: null, opdName: null, start: 2026 * 12, end: 2026 * 12 + 1, evidence: [] },
    work: { months: 2, days: new Fraction(10), rupiah: null },
    ...{ gain: new Fraction(1), delayPrice: new Fraction(1) },
    ...more,
  };
  return {
    ...{ instrument: region.instrument, region: 'Kab. Contoh', year, levels: new Map(), from: gap.from },
    ...{ reached: gap.reached, target: null, targetLabel: '3,00', steps: [step] },
    ...{ days: null, rupiah: null, assumption: null },
  };
}

const lines = (plan: ActionPlan) => toCalendar(plan, '2026-11-22').split('\r\n');

test('a step is an event of whole days, the end not included', () => {
  expect(lines(planOf({})).slice(4, -2)).toEqual([
    'BEGIN:VEVENT',
    'DTSTAMP:20261122T000000Z',
    'UID:small.kab-contoh.2026.i1-l3@spbe',
    'DTSTART;VALUE=DATE:20260101',
    'DTEND;VALUE=DATE:20260301',
    'SUMMARY:SPBE i1 ke tingkat 3: Peta',
    'DESCRIPTION:Peta Rencana',
    'END:VEVENT',
  ]);
  expect(lines(planOf({}, null))).toContain('UID:small.kab-contoh..i1-l3@spbe');
});

test('what belongs to it is told, escaped, on lines that no calendar refuses', () => {
  const evidence = [
    { id: 'a', text: 'Peraturan, keputusan; dan é'.repeat(4), kind: 'plan', required: true },
  ] as const;
  const all = lines(planOf({ opdName: 'Dinas A', evidence }));
  const at = all.findIndex((line) => line.startsWith('DESCRIPTION:'));
  const folded = all.slice(at, all.indexOf('END:VEVENT'));
  expect(folded.length).toBeGreaterThan(1);
  expect(Math.max(...folded.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(folded.map((line, index) => (index === 0 ? line : line.replace(/^ /, ''))).join('')).toBe(
    `DESCRIPTION:Peta Rencana\\nOPD: Dinas A\\nBukti:\\n- ${'Peraturan\\, keputusan\\; dan é'.repeat(4)}`,
  );
});
