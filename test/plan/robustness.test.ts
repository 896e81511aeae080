import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { findConfident } from '../../src/plan/confidence.ts';
import { findGap, type Gap } from '../../src/plan/gap.ts';
import { chanceToHold } from '../../src/plan/robustness.ts';
import { climbedRungs, type Rung } from '../../src/plan/rungs.ts';
import { smallCase, toAsked } from './small-case.ts';
import { smallInstrument } from './small-instrument.ts';

const rungsOf = ({ question, plan }: Gap) => climbedRungs(question.ladders, plan);

/** Every step fails or not: all combinations, each weighed by its chance. */
function byCounting({ question }: Gap, rungs: readonly Rung[], risk: Fraction): Fraction {
  let chance = new Fraction(0);
  for (let mask = 0; mask < 2 ** rungs.length; mask++) {
    const failed = rungs.filter((_, i) => (mask >> i) & 1);
    const holds = rungs.filter(
      (rung) => !failed.some((one) => one.indicator === rung.indicator && one.to <= rung.to),
    );
    const isMet = question.constraints.every((one) => {
      if (one.kind === 'floor') {
        return question.ladders.every(([first]) => {
          const id = first?.indicator ?? '';
          const tops = holds.filter(({ indicator }) => indicator === id).map(({ to }) => to);
          return one.exempt.has(id) || Math.max(first?.from ?? 5, ...tops) >= one.level;
        });
      }
      if (one.kind !== 'index' && one.kind !== 'group') return true;
      const counted = holds.filter(({ indicator }) => one.kind === 'index' || one.indicators.has(indicator));
      return counted.reduce((sum, { gain }) => sum.add(gain), new Fraction(0)).compare(one.needed) >= 0;
    });
    if (!isMet) continue;
    const ways = rungs.map((_, i) => ((mask >> i) & 1 ? risk : new Fraction(1).sub(risk)));
    chance = chance.add(ways.reduce((product, one) => product.mul(one), new Fraction(1)));
  }
  return chance;
}

describe('chanceToHold', () => {
  test('is what counting all outcomes gives', { timeout: 60_000 }, async () => {
    const risk = fc.constantFrom('0', '0.1', '0.25', '1').map((text) => new Fraction(text));
    await fc.assert(
      fc.asyncProperty(smallCase('cost', 'group'), risk, async (item, chance) => {
        const { instrument, levels, target, options } = toAsked({ ...item, on: ['group', 'floor'] });
        const gap = await findGap(instrument, levels, target, options);
        fc.pre(gap.status === 'planned' && gap.levelSteps <= 9);
        const { constraints } = gap.question;
        const found = chanceToHold(constraints, rungsOf(gap), chance);
        expect(found.toFraction()).toBe(byCounting(gap, rungsOf(gap), chance).toFraction());
      }),
      { numRuns: 20, seed: 1 },
    );
  });
});

describe('findConfident', () => {
  const instrument = smallInstrument([3, 2, 2, 1, 1, 1]);
  const levels = new Map(instrument.indicators.map(({ id }) => [id, 2]));
  const ask = (goal: string, confidence: string) => {
    const target = { index: new Fraction(goal), label: '' };
    const chanceOf = (gap: Gap) => {
      const needed = target.index.sub(2);
      return chanceToHold([{ kind: 'index', needed }], rungsOf(gap), new Fraction('0.1'));
    };
    const find = (margin: Fraction) => findGap(instrument, levels, target, { margin, explain: false });
    return findConfident(find, chanceOf, new Fraction(confidence));
  };

  test('plans more, and says how likely it holds', async () => {
    const weak = await ask('3', '0.1');
    const safe = await ask('3', '0.9');
    expect(weak).toMatchObject({ optimal: true });
    expect(weak?.margin.toString()).toBe('0');
    expect(safe?.chance.compare('0.9')).toBeGreaterThanOrEqual(0);
    expect(safe?.gap.levelSteps).toBeGreaterThan(weak?.gap.levelSteps ?? 99);
    expect(safe?.optimal).toBe(false);
  });

  test('knows when no plan is safe enough', async () => {
    expect(await ask('5', '0.9')).toBeNull();
  });
});
