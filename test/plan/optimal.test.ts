import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { score } from '../../src/assessment/score.ts';
import { findGap, type Gap } from '../../src/plan/gap.ts';
import { bruteForce, judge } from './brute-force.ts';
import { constraintKinds, objectives, type SmallCase, smallCase, toAsked } from './small-case.ts';

/** 500 a kind with SPBE_THOROUGH=1; the fewer of every day begin with the same ones. */
const numRuns = process.env['SPBE_THOROUGH'] ? 500 : 12;
const timeout = process.env['SPBE_THOROUGH'] ? 600_000 : 60_000;

function endsOf(item: SmallCase, gap: Gap): number[] {
  return item.levels.map((level, i) => gap.plan.get(`i${i + 1}`) ?? level);
}

async function agrees(item: SmallCase): Promise<void> {
  const { instrument, levels, target, options } = toAsked(item);
  const gap = await findGap(instrument, levels, target, options);
  const best = bruteForce(item);
  expect(gap.status === 'impossible').toBe(best === null);
  if (!best) return;
  expect(gap.optimal).toBe(true);
  expect(judge(item, endsOf(item, gap))).toEqual(best.outcome);
  expect(score(instrument, new Map([...levels, ...gap.plan])).index.equals(gap.reached.index)).toBe(true);
}

describe('the optimiser against every combination', () => {
  test.each(objectives)('objective %s', { timeout }, async (objective) => {
    await fc.assert(fc.asyncProperty(smallCase(objective, null), agrees), { numRuns, seed: 59 });
  });

  test('a capacity where steps require those of others', { timeout }, async () => {
    const both = fc
      .constantFrom(...objectives)
      .chain((one) => smallCase(one, 'capacity'))
      .map((item) => ({ ...item, on: [...item.on, 'requires'] }));
    await fc.assert(fc.asyncProperty(both, agrees), { numRuns, seed: 8 });
  });

  test.each(constraintKinds)('constraint %s', { timeout }, async (kind) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...objectives).chain((one) => smallCase(one, kind)),
        agrees,
      ),
      { numRuns, seed: 2018 },
    );
  });
});
