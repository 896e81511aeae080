import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type GapDocument, gapDocument } from '../../src/contract/gap.ts';
import { whatIfDocument } from '../../src/contract/what-if.ts';
import { fixtures, makeFolder, spbe, transcript, transcripts } from './spbe.ts';

const levels = 'kota-bandar-lampung-2024/levels.csv';
const path = { cwd: join(fixtures, 'kabupaten-mojokerto-2018') };

async function gap(args: readonly string[], cwd = fixtures): Promise<GapDocument & { code: number }> {
  const { stdout, stderr, code } = await spbe(['gap', ...args, '--format', 'json'], { cwd });
  expect(stderr).toBe('');
  return { ...gapDocument.parse(JSON.parse(stdout)), code };
}

describe('Kabupaten Mojokerto over the years, under 5/2018', () => {
  test('in every format', { timeout: 120_000 }, async () => {
    for (const [format, text] of await transcripts(['gap', 'levels.csv'], path)) {
      await expect(text).toMatchFileSnapshot(`transcripts/gap-mojokerto-path-${format}.md`);
    }
  });

  test('is wide where there is room', async () => {
    const text = await transcript([['gap', 'levels.csv']], { ...path, columns: 120 });
    await expect(text).toMatchFileSnapshot('transcripts/gap-mojokerto-path-120.md');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test('every year is what score gives, within its window and capacity', { timeout: 120_000 }, async () => {
    const document = await gap(['levels.csv'], path.cwd);
    expect(document.path?.map(({ year }) => year)).toEqual([2021, 2022, 2023]);
    const ends = new Map<string, number>();
    for (const { year, steps, schedule, optimal } of document.path ?? []) {
      expect(optimal).toBe(true);
      for (const { end, start, opd } of schedule?.tasks ?? []) {
        expect(end <= `${year}-10-31`).toBe(true);
        expect(start >= (year === 2021 ? '2020-12-01' : `${year - 1}-11-01`)).toBe(true);
        const quarter = `${opd} ${end.slice(0, 4)} ${Math.floor((Number(end.slice(5, 7)) - 1) / 3)}`;
        ends.set(quarter, (ends.get(quarter) ?? 0) + 1);
        expect(ends.get(quarter)).toBeLessThanOrEqual(opd === 'diskominfo' ? 8 : 6);
      }
      expect(steps.length).toBeGreaterThan(0);
    }
    const rows = document.steps.map(({ indicator, to }) => `${indicator},${to}`);
    const folder = await makeFolder();
    await writeFile(join(folder, 'a.csv'), ['indikator,tingkat', ...rows].join('\n'));
    const args = ['simulate', 'levels.csv', '--from', join(folder, 'a.csv'), '--format', 'json'];
    const after = whatIfDocument.parse(JSON.parse((await spbe(args, path)).stdout));
    expect(after.to).toEqual(document.reached);
    expect(document.path?.at(-1)?.reached).toEqual(document.reached);
  });
});

describe('Kota Bandar Lampung 2024', () => {
  test('the steps, added up by score, give the index that was promised', async () => {
    const questions = [
      ['-t', '3.5', '--floor', '3'],
      ['-t', 'D2=3.5', '-t', '3.6', '--minimize', 'indicators'],
      ['--maximize', '--budget', '20 langkah'],
      ['-t', '3.5', '--minimize', 'effort', '--until', '2027-12-31', '--start', '2026-01-01'],
    ];
    for (const question of questions) {
      const { reached, steps } = await gap([levels, ...question]);
      const set = steps.flatMap(({ indicator, to }) => ['--set', `${indicator}=${to}`]);
      const { stdout } = await spbe(['simulate', levels, ...set, '--format', 'json']);
      expect(whatIfDocument.parse(JSON.parse(stdout)).to).toEqual(reached);
    }
  }, 120_000);

  test('the shortest time is kept by the schedule', async () => {
    const { value, schedule } = await gap([
      levels,
      '-t',
      '3.2',
      '--minimize',
      'time',
      '--start',
      '2026-01-01',
    ]);
    expect([value, schedule?.end]).toEqual([4, '2026-04-30']);
  });

  test('with a budget, a chance, and alternatives', { timeout: 120_000 }, async () => {
    const text = await transcript([
      ['gap', levels, '--maximize', '--budget', '20 langkah'],
      ['gap', levels, '-t', '3.2', '--risk', '0.1', '--confidence', '0.9'],
      ['gap', levels, '-t', '3.2', '--alternatives'],
    ]);
    await expect(text).toMatchFileSnapshot('transcripts/gap-other-questions.md');
  });

  test('with a schedule', { timeout: 120_000 }, async () => {
    const text = await transcript([
      ['gap', levels, '-t', '3.2', '--until', '2026-09-15', '--start', '2026-01-01'],
    ]);
    await expect(text).toMatchFileSnapshot('transcripts/gap-schedule.md');
  });
});

test('questions without a plan are answered, with exit code 1', { timeout: 120_000 }, async () => {
  const dates = ['--start', '2026-01-01', '--until'];
  const text = await transcript([
    ['gap', levels, '-t', '4.0', ...dates, '2026-03-31'],
    ['gap', levels, '-t', '4.0', '--budget', '20 langkah'],
    ['gap', levels, '--floor', '4', '-t', '3.2', '--budget', '10 langkah'],
    ['gap', levels, '-t', '3.0', '--floor', '2', '--risk', '0.5', '--confidence', '0.99'],
  ]);
  expect(text.match(/Exit code: \d/g)).toEqual(Array.from({ length: 4 }, () => 'Exit code: 1'));
  await expect(text).toMatchFileSnapshot('transcripts/gap-impossible.md');
});

test('options that cannot be meant are refused in one line', async () => {
  const text = await transcript([
    ['gap', levels, '-t', 'D9=3'],
    ['gap', levels, '-t', '3.5', '--floor', '9'],
    ['gap', levels, '--maximize'],
    ['gap', levels, '--maximize', '-t', '3'],
    ['gap', levels, '-t', '3.5', '--budget', 'banyak'],
    ['gap', levels, '-t', '3.5', '--budget', '500jt'],
    ['gap', levels, '-t', '3.5', '--until', '2026-02-30'],
    ['gap', levels, '-t', '3.5', '--minimize', 'opd'],
    ['gap', levels, '-t', '3.5', '--capacity', '3'],
    ['gap', levels, '-t', '3.5', '--confidence', '0.9'],
    ['gap', levels, '-t', '3.5', '--risk', '10'],
    ['simulate', levels],
    ['simulate', levels, '--set', '48=3'],
  ]);
  expect(text).not.toMatch(/Exit code: [01]/);
  await expect(text).toMatchFileSnapshot('transcripts/plan-refused.md');
});

test('simulate, in every format', async () => {
  const args = ['simulate', levels, '--set', '11,12=3', '--set', '45-47=4'];
  for (const [format, text] of await transcripts(args)) {
    await expect(text).toMatchFileSnapshot(`transcripts/simulate-${format}.md`);
  }
});

test('sensitivity, in every format', async () => {
  for (const [format, text] of await transcripts(['sensitivity', levels])) {
    await expect(text).toMatchFileSnapshot(`transcripts/sensitivity-${format}.md`);
  }
});
