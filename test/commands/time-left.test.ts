import { expect, it } from 'vitest';
import { timeLeft } from '../../src/commands/time-left.ts';

it.each([
  [1_240, 10_000, 1_700, null],
  [19, 10_000, 60_000, null],
  [5_000, 10_000, 12_000, 'sisa ±12 detik'],
  [9_999, 10_000, 60_000, 'sisa ±1 detik'],
  [10_000, 10_000, 60_000, 'sisa ±0 detik'],
  [100, 200, 59_001, 'sisa ±1 menit'],
  [100, 200, 61_000, 'sisa ±2 menit'],
  [100, 10_000, 60_000, 'sisa ±1 jam 39 menit'],
])('after %i of %i in %i ms: %s', (done, total, elapsed, words) => {
  expect(timeLeft(done, total, elapsed)).toBe(words);
});
