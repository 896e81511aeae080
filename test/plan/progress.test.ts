import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { exact, score } from '../../src/assessment/score.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { findProgress, type StatedStep } from '../../src/plan/progress.ts';
import { parseStepStatus, type StepStatus } from '../../src/plan/step-status.ts';

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

describe('one plan', () => {
  const step = (id: string, status: StepStatus, end: string | null): StatedStep => {
    const [indicator = '', to] = id.split('-L');
    return { id, indicator, to: Number(to), status, end, opd: '', finished: null, note: '' };
  };
  const steps = [
    step('12-L3', 'done', '2025-06-30'),
    step('12-L2', 'cancelled', '2025-06-30'),
    step('13-L3', 'done', '2025-06-29'),
    step('13-L4', 'open', '2025-06-29'),
    step('14-L2', 'running', '2025-06-29'),
    step('15-L2', 'open', null),
    step('16-L2', 'open', '2025-06-30'),
  ];
  const levels = new Map([['13', 2]]);
  const input = { instrument, year: null, levels, target: null, steps, day: '2025-06-30' };

  test('each step with where it leads from, what it adds, whether it counts and whether it is late', () => {
    const progress = findProgress(input);
    expect(
      progress.steps.map(({ id, from, gain, isLate, isCounted }) => [
        ...[id, from, gain.toFraction(), isLate, isCounted],
      ]),
    ).toEqual([
      ['12-L3', 2, weightOf('12'), false, false],
      ['12-L2', 1, weightOf('12'), false, false],
      ['13-L3', 2, weightOf('13'), false, true],
      ['13-L4', 3, weightOf('13'), true, false],
      ['14-L2', 1, weightOf('14'), true, false],
      ['15-L2', 1, weightOf('15'), false, false],
      ['16-L2', 1, weightOf('16'), false, false],
    ]);
    expect(progress).toMatchObject({ day: '2025-06-30', target: null, missing: null });
    const within = score(instrument, new Map(Object.entries({ 13: 4, 14: 2, 15: 2, 16: 2 })));
    expect(progress.within.index.toFraction()).toBe(within.index.toFraction());
    expect(progress.from.index.toFraction()).toBe(score(instrument, levels).index.toFraction());
    expect(progress.reached.index.toFraction()).toBe(
      score(instrument, new Map([['13', 3]])).index.toFraction(),
    );
  });

  test('what is missing to the target is never below 0', () => {
    const { reached } = findProgress(input);
    const missing = (target: Fraction) => findProgress({ ...input, target }).missing?.toFraction();
    expect(missing(reached.index)).toBe('0');
    expect(missing(reached.index.add('0.5'))).toBe('1/2');
    expect(missing(new Fraction(1))).toBe('0');
  });

  test('a step that does not lead on from the plan’s levels is a bug', () => {
    const behind = [step('13-L2', 'open', null)];
    expect(() => findProgress({ ...input, steps: behind })).toThrow('No step 13-L2');
  });

  function weightOf(indicator: string): string | undefined {
    return instrument.indicators
      .find(({ id }) => id === indicator)
      ?.weight.div(100)
      .toFraction();
  }
});

test.each([
  ['Belum', 'open'],
  [' BERJALAN ', 'running'],
  ['selesai', 'done'],
  ['Batal', 'cancelled'],
  ['  ', 'open'],
  ['ｓelesai', 'done'],
  ['hampir', null],
  ['done', null],
])('the status %j is %j', (text, status) => {
  expect(parseStepStatus(text)).toBe(status);
});
