import { performance } from 'node:perf_hooks';
import { afterEach, expect, it, vi } from 'vitest';
import { setNoise } from '../../src/commands/noise.ts';
import { startProgress } from '../../src/commands/progress.ts';

const spinner = vi.hoisted(() => ({
  text: '',
  isSpinning: false,
  starts: 0,
  start() {
    spinner.isSpinning = true;
    spinner.starts++;
  },
  stop() {
    spinner.isSpinning = false;
  },
}));
vi.mock('ora', () => ({ default: () => spinner }));

const { isTTY } = process.stderr;
afterEach(() => {
  process.stderr.isTTY = isTTY;
  setNoise('usual');
  vi.restoreAllMocks();
});

/** What the spinner shows after each of these: file, position, total, and the time on the clock. */
async function shown(...told: readonly (readonly [string, number, number, number])[]): Promise<string[]> {
  Object.assign(spinner, { text: '', isSpinning: false, starts: 0 });
  process.stderr.isTTY = true;
  const progress = await startProgress();
  const texts = told.map(([file, position, total, now]) => {
    vi.spyOn(performance, 'now').mockReturnValue(now);
    progress.onFile(file, position, total);
    return spinner.isSpinning ? spinner.text : '';
  });
  progress.stop();
  expect(spinner.isSpinning).toBe(false);
  return texts;
}

it('is silent on a terminal without a width, on which it would never end', async () => {
  const { columns } = process.stderr;
  process.stderr.columns = 0;
  expect(await shown(['a.xlsx', 1, 99, 0], ['b.xlsx', 2, 99, 9_000])).toEqual(['', '']);
  process.stderr.columns = columns;
  expect(spinner.starts).toBe(0);
});

it('of a few files is not worth showing', async () => {
  expect(await shown(['a.xlsx', 1, 4, 0], ['b.xlsx', 4, 4, 9])).toEqual(['', '']);
});

it('names the files as long as one can follow', async () => {
  expect(await shown(['a\u001b[31m.xlsx', 1, 99, 0], ['b.xlsx', 2, 99, 9_000])).toEqual([
    'Membaca 1/99: a[31m.xlsx',
    'Membaca 2/99: b.xlsx',
  ]);
  expect(spinner.starts).toBe(1);
});

it('of many files tells how long it will take, counted from the first', async () => {
  expect(
    await shown(
      ['a.xlsx', 1, 10_000, 5_000],
      ['b.xlsx', 19, 10_000, 15_000],
      ['c.xlsx', 1_000, 10_000, 15_000],
    ),
  ).toEqual([
    'Membaca 1 dari 10.000 berkas',
    'Membaca 19 dari 10.000 berkas',
    'Membaca 1.000 dari 10.000 berkas, sisa ±2 menit',
  ]);
});

it('is silent with --quiet', async () => {
  setNoise('quiet');
  expect(await shown(['a.xlsx', 1, 10_000, 0])).toEqual(['']);
});
