import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gapDocument } from '../../src/contract/gap.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { fixtures, makeFolder, spbe, transcript } from './spbe.ts';

const levels = join(fixtures, 'kota-bandar-lampung-2024/levels.csv');
const project = (plan: string) => `formatVersion: 1
region: Kota Bandar Lampung
kind: kota
year: 2025
instrument: permenpanrb-59-2020
target: {index: 3.5, D2: 3.0, floor: 2}
plan:
${plan}
opd:
  - {code: kominfo, name: Dinas Kominfo, indicators: [11, 12, 16, 42, 43, 44, 45, 46, 47]}
  - {code: bappeda, name: Bappeda, indicators: [13, 14, 32, 33]}
`;
const full = `  start: 2025-01-01
  closing: 2026-12-31
  capacity: {default: 3, kominfo: 2}
  dayRate: 500rb
  indicators:
    45: [{level: 3, cost: 250jt}]
  frozen: [{indicator: 16, reason: menunggu pusat data nasional}]
  excluded: [{indicator: 31, reason: tidak ada auditor}]
  underway: [{indicator: 11, to: 2, end: 2025-02-28, done: 0.5}]
`;

async function gap(args: readonly string[], plan = full) {
  const cwd = await makeFolder({ 'spbe.yaml': project(plan), 'levels.csv': await readFile(levels) });
  const { stdout, stderr } = await spbe(['gap', ...args, '--format', 'json'], { cwd });
  expect(stderr).toBe('');
  return gapDocument.parse(JSON.parse(stdout));
}

test('spbe.yaml says targets, dates, capacities, and what must stay', { timeout: 120_000 }, async () => {
  const document = await gap(['levels.csv']);
  expect(document).toMatchObject({
    status: 'planned',
    optimal: true,
    region: 'Kota Bandar Lampung',
    floor: 2,
    groupTargets: [{ id: 'D2', indexExact: '3' }],
    limits: { until: '2026-12-31' },
  });
  const raised = document.steps.map(({ indicator }) => indicator);
  expect(raised).toContain('11');
  expect(raised).not.toContain('16');
  expect(raised).not.toContain('31');
  const ends = new Map<string, number>();
  for (const { opd, end } of document.schedule?.tasks ?? []) {
    const quarter = `${opd} ${end.slice(0, 4)} ${Math.floor((Number(end.slice(5, 7)) - 1) / 3)}`;
    ends.set(quarter, (ends.get(quarter) ?? 0) + 1);
    if (opd !== null) expect(ends.get(quarter)).toBeLessThanOrEqual(opd === 'kominfo' ? 2 : 3);
  }
  const begun = document.schedule?.tasks.find(({ indicator, to }) => indicator === '11' && to === 2);
  expect(begun).toMatchObject({ start: '2025-01-01', end: '2025-02-28', personDays: 30, rupiah: 15_000_000 });
});

test('rupiah: the cheapest plan, and the most that a budget gives', { timeout: 120_000 }, async () => {
  const cheapest = await gap(['levels.csv', '--minimize', 'cost']);
  expect(cheapest.optimal).toBe(true);
  expect(cheapest.rupiah).toBe(cheapest.value);
  const most = await gap(['levels.csv', '--maximize', '--budget', `${cheapest.rupiah}`]);
  expect(most.reached.index).toBeGreaterThanOrEqual(3.5);
  expect([most.target, most.floor, most.minimize]).toEqual([null, 2, null]);
  expect(most.rupiah).toBeLessThanOrEqual(cheapest.rupiah ?? 0);
});

test('evidence that is there makes a step lighter', { timeout: 120_000 }, async () => {
  const days = [{}, { '1-L4-a': 'Ya' }].map(async (checklist) => {
    const book = await load(await makeWorkbook(['1']));
    fillIn(book, { answers: { 1: [3, 'Fakta.'] }, documents: [[1, 3, 'SK']], checklist });
    const cwd = await makeFolder({ 'a.xlsx': await save(book) });
    const args = ['gap', 'a.xlsx', '-t', 'A1=1.3', '--minimize', 'effort', '--format', 'json'];
    const { personDays, steps, assumption } = gapDocument.parse(
      JSON.parse((await spbe(args, { cwd })).stdout),
    );
    expect(steps.map(({ indicator, to }) => [indicator, to])).toEqual([['1', 4]]);
    expect(assumption).toContain('perkiraan');
    return personDays;
  });
  const [none, half] = await Promise.all(days);
  expect(none).toBe(20);
  expect(half).toBeLessThan(20);
});

test('faults in the plan section are named', { timeout: 120_000 }, async () => {
  const faults = [
    '  frozen: [{indicator: 99, reason: x}]',
    '  patterns: {polisi: [{level: 2, months: 3}]}',
    '  closing: kapan-kapan',
    '  closing: 2026-02-31',
    '  dayRate: banyak',
    '  batas: 3',
  ];
  const texts = [];
  for (const plan of faults) {
    const cwd = await makeFolder({ 'spbe.yaml': project(plan), 'levels.csv': await readFile(levels) });
    texts.push(await transcript([['gap', 'levels.csv']], { cwd }));
  }
  expect(texts.join('\n')).not.toMatch(/Exit code: [01]/);
  await expect(texts.join('\n')).toMatchFileSnapshot('transcripts/plan-section-faults.md');
});
