import type { Draft } from './program.ts';
import { climbedRungs, type Plan } from './rungs.ts';

/**
 * Rules out a plan, and those that only exchange twins in it: some column must hold at least one climber more or
 * one less. Each way has a 0/1 column of its own, and one of them must be 1.
 */
export function addDifference({ columns, upper, rows }: Draft, plan: Plan): void {
  const ways: number[] = [];
  for (const [index, { rungs }] of columns.entries()) {
    const most = BigInt(rungs.length);
    const held = BigInt(climbedRungs([rungs], plan).length);
    if (held < most) {
      const more = upper.push(1n) - 1;
      // climbers ≥ (held + 1) × more
      rows.push({
        entries: [
          [index, 1n],
          [more, -(held + 1n)],
        ],
        low: 0n,
        high: null,
      });
      ways.push(more);
    }
    if (held > 0n) {
      const less = upper.push(1n) - 1;
      // climbers ≤ most − (most − held + 1) × less
      rows.push({
        entries: [
          [index, 1n],
          [less, most - held + 1n],
        ],
        low: null,
        high: most,
      });
      ways.push(less);
    }
  }
  rows.push({ entries: ways.map((way) => [way, 1n] as const), low: 1n, high: null });
}
