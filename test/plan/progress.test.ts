import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { exact, score } from '../../src/assessment/score.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { findProgress, type StatedStep } from '../../src/plan/progress.ts';
import type { StepStatus } from '../../src/plan/step-status.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const statuses: StepStatus[] = ['open', 'running', 'done', 'cancelled'];

/** Levels at the start, and for each indicator the statuses of its steps upwards. */
const plan = fc.array(
  fc.record({
    level: fc.integer({ min: 1, max: 5 }),
    path: fc.array(fc.constantFrom(...statuses), { maxLength: 4 }),
  }),
  { minLength: instrument.indicators.length, maxLength: instrument.indicators.length },
);

test('the index follows from the steps that are done without a hole, whatever the order of the rows', () => {
  fc.assert(
    fc.property(plan, fc.nat(), (rows, turn) => {
      const levels = new Map<string, number>();
      const steps: StatedStep[] = [];
      const after = new Map<string, number>();
      for (const [at, { id }] of instrument.indicators.entries()) {
        const { level = 1, path = [] } = rows[at] ?? {};
        levels.set(id, level);
        const own = path.slice(0, 5 - level);
        const hole = own.findIndex((status) => status !== 'done');
        after.set(id, level + (hole < 0 ? own.length : hole));
        own.forEach((status, up) => {
          const to = level + up + 1;
          const about = { opd: '', end: '2025-06-30', finished: null, note: '' };
          steps.push({ id: `${id}-L${to}`, indicator: id, to, status, ...about });
        });
      }
      const turned = [
        ...steps.slice(turn % (steps.length + 1)),
        ...steps.slice(0, turn % (steps.length + 1)),
      ];
      const input = { instrument, year: 2024, levels, target: new Fraction(4), steps: turned };
      const progress = findProgress({ ...input, day: '2025-07-01' });
      expect(progress.reached.index.toFraction()).toBe(score(instrument, after, 2024).index.toFraction());
      const gains = progress.steps.filter(({ isCounted }) => isCounted).map(({ gain }) => gain);
      const sum = gains.reduce((total, gain) => total.add(gain), progress.from.index);
      expect(sum.equals(progress.reached.index)).toBe(true);
      const late = turned.filter(({ status }) => status === 'open' || status === 'running').length;
      expect(progress.steps.filter(({ isLate }) => isLate)).toHaveLength(late);
      expect(findProgress({ ...input, day: '2025-06-30' }).steps.some(({ isLate }) => isLate)).toBe(false);
      const missing = exact(4).sub(progress.reached.index);
      expect(progress.missing?.equals(missing.compare(0) < 0 ? 0 : missing)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
