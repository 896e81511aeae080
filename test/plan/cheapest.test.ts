import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test, vi } from 'vitest';
import { score } from '../../src/assessment/score.ts';
import { type CostOf, findGap, type Gap } from '../../src/plan/gap.ts';
import { smallInstrument } from './small-instrument.ts';

/** Levels and costs in tenths, so that all sums below are whole numbers. */
interface Case {
  readonly parts: readonly number[];
  /** null = blank. */
  readonly tenths: readonly (number | null)[];
  /** Per indicator, for the levels 2 to 5. */
  readonly costs: readonly (readonly number[])[];
  /** Target as index × sum of parts × 10 × `grain`. */
  readonly goal: bigint;
  readonly grain: bigint;
}

interface Outcome {
  readonly cost: bigint;
  readonly steps: number;
  readonly climbed: number;
  readonly points: bigint;
}

const costKinds = [
  fc.constant(10),
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 1_000_000, max: 9_999_999_999 }),
] as const;

function caseOf(levelOf: fc.Arbitrary<number | null>, largestPart: number): fc.Arbitrary<Case> {
  return fc.integer({ min: 1, max: 4 }).chain((size) =>
    fc
      .record({
        parts: fc.array(fc.integer({ min: 1, max: largestPart }), { minLength: size, maxLength: size }),
        tenths: fc.array(levelOf, { minLength: size, maxLength: size }),
        costs: fc
          .constantFrom(...costKinds)
          .chain((kind) =>
            fc.array(fc.array(kind, { minLength: 4, maxLength: 4 }), { minLength: size, maxLength: size }),
          ),
        ends: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: size, maxLength: size }),
        offset: fc.constantFrom(-1n, 0n, 0n, 1n),
      })
      .map(({ parts, tenths, costs, ends, offset }) => {
        // The target is an attainable index, or a hair's breadth beside it.
        const grain = 1000n;
        const exactly = parts.reduce((sum, part, i) => sum + BigInt(part * (ends[i] ?? 1)) * 10n * grain, 0n);
        const top = BigInt(parts.reduce((sum, part) => sum + part, 0)) * 50n * grain;
        const goal = exactly + offset > top ? top : exactly + offset;
        return { parts, tenths, costs, goal, grain };
      }),
  );
}

/** Tries every combination of end levels. */
function bruteForce({ parts, tenths, costs, goal, grain }: Case): Outcome | null {
  let best: Outcome | null = null;
  const visit = (position: number, sofar: Outcome): void => {
    const part = parts[position];
    if (part === undefined) {
      if (sofar.points * grain >= goal && (best === null || isBetter(sofar, best))) best = sofar;
      return;
    }
    const from = tenths[position] ?? 10;
    let { cost, steps, climbed } = sofar;
    visit(position + 1, { ...sofar, points: sofar.points + BigInt(part * from) });
    for (let level = Math.floor(from / 10) + 1; level <= 5; level++) {
      cost += BigInt(costs[position]?.[level - 2] ?? 0);
      climbed += level;
      steps++;
      visit(position + 1, { cost, steps, climbed, points: sofar.points + BigInt(part * level * 10) });
    }
  };
  visit(0, { cost: 0n, steps: 0, climbed: 0, points: 0n });
  return best;
}

function isBetter(a: Outcome, b: Outcome): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.steps !== b.steps) return a.steps < b.steps;
  if (a.climbed !== b.climbed) return a.climbed < b.climbed;
  return a.points > b.points;
}

async function plan({ parts, tenths, costs, goal, grain }: Case, decimals: number): Promise<Gap> {
  const instrument = smallInstrument(parts, decimals);
  const levels = new Map(
    tenths.flatMap((level, i): [string, number][] => (level === null ? [] : [[`i${i + 1}`, level / 10]])),
  );
  const costOf: CostOf = (id, level) => (costs[Number(id.slice(1)) - 1]?.[level - 2] ?? 0) / 10;
  const whole = BigInt(parts.reduce((sum, part) => sum + part, 0));
  const gap = await findGap(
    instrument,
    levels,
    { index: new Fraction(goal, whole * 10n * grain), label: '' },
    { costOf },
  );
  const raised = new Map([
    ...levels,
    ...gap.steps.map(({ indicator, to }): [string, number] => [indicator, to]),
  ]);
  expect(score(instrument, raised).index.equals(gap.reached.index)).toBe(true);
  return gap;
}

function outcomeOf({ parts }: Case, gap: Gap): Outcome {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return {
    cost: BigInt(Math.round(gap.cost * 10)),
    steps: gap.levelSteps,
    climbed: gap.steps.flatMap(({ requires }) => requires).reduce((sum, { level }) => sum + level, 0),
    points: gap.reached.index.mul(whole * 10).n,
  };
}

async function agrees(item: Case, decimals: number): Promise<void> {
  const gap = await plan(item, decimals);
  expect(gap.status).not.toBe('impossible');
  expect(gap.optimal).toBe(true);
  if (gap.status === 'reached') expect(gap.steps).toEqual([]);
  else expect(outcomeOf(item, gap)).toEqual(bruteForce(item));
}

describe('findCheapest against every combination', () => {
  const wholeLevel = fc.constantFrom(10, 20, 30, 40, 50, null);
  const decimalLevel = fc.oneof(fc.integer({ min: 10, max: 50 }), fc.constant(null));

  test('whole levels', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(caseOf(wholeLevel, 60), (item) => agrees(item, 0)),
      { numRuns: 500, seed: 59 },
    );
  });

  test('decimal levels', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(caseOf(decimalLevel, 60), (item) => agrees(item, 1)),
      { numRuns: 100, seed: 8 },
    );
  });

  test('awkward weights', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(caseOf(wholeLevel, 10_000_000), (item) => agrees(item, 0)),
      { numRuns: 100, seed: 5 },
    );
  });
});

test('beyond the solver’s precision the plan still holds, but is not called optimal', async () => {
  const item: Case = {
    parts: [1_000_000_000_039, 999_999_999_989, 7],
    tenths: [10, 10, 10],
    costs: Array.from({ length: 3 }, () => [10, 10, 10, 10]),
    goal: 60_000_000_000_000n,
    grain: 1n,
  };
  const gap = await plan(item, 0);
  expect(gap.reached.index.compare(gap.target?.index ?? 6)).toBeGreaterThanOrEqual(0);
  expect(gap.optimal).toBe(false);
});

test('a solver that fails leaves the lowest-first plan, not called optimal', async () => {
  vi.resetModules();
  vi.doMock('highs', () => ({ default: () => Promise.reject(new Error('no WebAssembly')) }));
  const fresh = await import('../../src/plan/gap.ts');
  const target = { index: new Fraction(3), label: '3,00' };
  const gap = await fresh.findGap(smallInstrument([1, 2, 3]), new Map(), target);
  vi.doUnmock('highs');
  expect(gap.optimal).toBe(false);
  expect(gap.status).toBe('planned');
  expect(gap.levelSteps).toBe(gap.baseline.lowestFirst.levelSteps);
});
