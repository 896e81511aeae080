import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { findConfident } from '../../src/plan/confidence.ts';
import { findGap, type Gap } from '../../src/plan/gap.ts';
import { smallInstrument } from './small-instrument.ts';

/* Four indicators at level 1, a level of each worth 0.25 index points: margins differ by as much. */
const instrument = smallInstrument([1, 1, 1, 1]);
const levels = new Map(instrument.indicators.map(({ id }) => [id, 1]));
const target = { index: new Fraction(2), label: '' };

/** @param safeFrom level steps from which a plan is sure; a shorter one has no chance */
async function ask(safeFrom: number, change: (gap: Gap) => Gap = (gap) => gap) {
  const margins: string[] = [];
  const found = await findConfident(
    async (margin) => {
      margins.push(margin.toString());
      return change(await findGap(instrument, levels, target, { margin, explain: false }));
    },
    ({ levelSteps }) => new Fraction(levelSteps >= safeFrom ? 1 : 0),
    new Fraction(1),
  );
  return { found, margins, steps: found?.gap.levelSteps };
}

describe('the margin of a plan that holds as likely as asked', () => {
  test.each([
    [4, '0', ['0']],
    [5, '0.25', ['0', '0.25']],
    [7, '0.75', ['0', '0.25', '0.5', '1', '0.75']],
    [9, '1.25', ['0', '0.25', '0.5', '1', '2', '1.5', '1.25']],
    [16, '3', ['0', '0.25', '0.5', '1', '2', '3', '2.5', '2.75']],
  ])('is the least: plans of %i steps are safe', async (safeFrom, margin, tried) => {
    const { found, margins, steps } = await ask(safeFrom);
    expect([steps, found?.margin.toString(), found?.chance.toString()]).toEqual([safeFrom, margin, '1']);
    expect(margins).toEqual(tried);
  });

  test('there is none where not even the longest plan is safe', async () => {
    const { found, margins } = await ask(17);
    expect(found).toBeNull();
    expect(margins.at(-1)).toBe('3');
  });

  test('only a plan that costs no more than the one without a margin is the best', async () => {
    expect((await ask(4)).found?.optimal).toBe(true);
    expect((await ask(5)).found?.optimal).toBe(false);
    const free = (gap: Gap): Gap => ({ ...gap, value: new Fraction(4) });
    expect((await ask(5, free)).found?.optimal).toBe(true);
    expect((await ask(5, (gap) => ({ ...free(gap), optimal: false }))).found?.optimal).toBe(false);
    expect((await ask(5, (gap) => ({ ...gap, value: null }))).found?.optimal).toBe(false);
  });

  test('where no index is asked for, up to all that can be gained', async () => {
    const floor = { level: 2, exempt: new Set<string>() };
    const margins: string[] = [];
    const found = await findConfident(
      async (margin) => {
        margins.push(margin.toString());
        return findGap(instrument, levels, null, { floor, explain: false });
      },
      () => new Fraction(0),
      new Fraction(1),
    );
    expect(found).toBeNull();
    // From 1 to 5: four points.
    expect(margins.at(-1)).toBe('4');
  });

  test('without a plan that reaches the target at all there is none', async () => {
    const none = (gap: Gap): Gap => ({ ...gap, status: 'impossible' });
    expect(await ask(4, none)).toMatchObject({ found: null, margins: ['0'] });
  });
});
