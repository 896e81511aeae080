import { expect, test } from 'vitest';
import { claimedLevels } from '../../src/assessment/merge.ts';
import { score } from '../../src/assessment/score.ts';
import { readInputs } from '../../src/commands/inputs.ts';
import type { GapDocument } from '../../src/contract/gap.ts';
import { fixtures, spbe, transcript, transcripts } from './spbe.ts';

const levels = 'kota-bandar-lampung-2024/levels.csv';
const gapTo = (target: string, ...more: string[]) => ['gap', levels, '--target', target, ...more];

test('Kota Bandar Lampung 2024 to 3.5, in every format', async () => {
  for (const [format, text] of await transcripts(gapTo('3.5'))) {
    await expect(text).toMatchFileSnapshot(`transcripts/gap-bandar-lampung-3.5-${format}.md`);
  }
});

test('to 4.0', async () => {
  await expect(await transcript([gapTo('4.0')])).toMatchFileSnapshot('transcripts/gap-bandar-lampung-4.0.md');
});

test('a target already reached', async () => {
  await expect(await transcript([gapTo('2.0')])).toMatchFileSnapshot('transcripts/gap-reached.md');
});

test('targets that make no sense', async () => {
  const text = await transcript([
    gapTo('9'),
    gapTo('-1'),
    gapTo('bagus'),
    gapTo('sangat'),
    gapTo(''),
    ['gap', levels],
    ['gap', levels, '--target'],
  ]);
  expect(text).not.toMatch(/Exit code: [01]/);
  await expect(text).toMatchFileSnapshot('transcripts/gap-faulty-targets.md');
});

test('a predicate is its lower edge, and the plan really leads there', async () => {
  const { stdout } = await spbe(gapTo('sangat baik', '--format', 'json'));
  const { target, steps, reached, levelSteps }: GapDocument = JSON.parse(stdout);
  expect(target).toEqual({ indexExact: '3.5', label: 'Sangat Baik (3,50)' });
  const { assessment } = await readInputs([levels], { cwd: fixtures, strict: true });
  const { instrument, answers } = assessment;
  const after = new Map([
    ...claimedLevels(answers),
    ...steps.map((step): [string, number] => [step.indicator, step.to]),
  ]);
  const { index, band } = score(instrument, after);
  expect([index.toString(), band.name]).toEqual([reached.indexExact, 'Sangat Baik']);
  expect(index.compare('3.5')).toBeGreaterThanOrEqual(0);
  expect(steps.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(levelSteps);
});
