import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { type Evaluation, evaluate } from '../../src/assessment/evaluate.ts';
import { claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import type { Review } from '../../src/assessment/review.ts';
import { score } from '../../src/assessment/score.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { type LeaderDecision, listDecisions } from '../../src/plan/decisions.ts';
import { findGap, type Gap } from '../../src/plan/gap.ts';
import { parseTarget } from '../../src/plan/target.ts';
import { makeSubmission } from '../assessment/make-submission.ts';

/* Weights of 59/2020 in per cent: 1–10: 1.3; 11–20: 2.5; 21–31: 1.5; 32–41: 2.75; 42–47: 3. */
const instrument = await loadInstrument('permenpanrb-59-2020');
const ids = instrument.indicators.map(({ id }) => id);

/** All at 5, but for these; '' is blank. */
const levels = (own: Readonly<Record<string, string>>) =>
  ids.map((id): [string, string] => [id, own[id] ?? '5']);

function assess(...files: (readonly [string, string])[][]) {
  const submissions = files.map((answers, index) =>
    makeSubmission({ file: `${index}.csv`, meta: null, answers }),
  );
  const assessment = mergeSubmissions(submissions, instrument, { region: null, year: null }, null);
  return { assessment, evaluation: evaluate(assessment, null) };
}

function decide(
  { assessment, evaluation }: ReturnType<typeof assess>,
  gap: Gap | null = null,
  more: Partial<Evaluation> = {},
): LeaderDecision[] {
  return listDecisions(assessment, { ...evaluation, ...more }, evaluation.claimed, gap);
}

const brief = (decisions: readonly LeaderDecision[]) =>
  decisions.map(({ kind, indicators, points, isUpTo }) => [
    kind,
    indicators.join(' '),
    points.toString(),
    isUpTo,
  ]);

describe('by hand', () => {
  test('nothing to decide at the top', () => expect(decide(assess(levels({})))).toEqual([]));

  test('without a plan: what one level more brings, dearest first, then in the order of the regulation', () => {
    const found = decide(assess(levels({ 1: '4', 12: '1', 33: '4', 42: '2', 46: '3' })));
    expect(brief(found)).toEqual([
      ['raise', '42', '0.03', false],
      ['raise', '46', '0.03', false],
      ['raise', '33', '0.0275', false],
    ]);
  });

  test('without a plan it concerns the OPD that answered', () => {
    const opd = { code: 'kominfo', name: 'Dinas Kominfo' };
    const own = makeSubmission({ meta: { opd }, answers: [['42', '4']] });
    const assessment = mergeSubmissions([own], instrument, { region: null, year: null }, null);
    const found = decide({ assessment, evaluation: evaluate(assessment, null) });
    expect(found.map(({ kind, opd: whom }) => [kind, whom])).toEqual([
      ['fill', null],
      ['raise', 'kominfo'],
    ]);
  });

  test('a blank is asked for, not raised; a conflict is settled; both say that it is the most they bring', () => {
    // 47 blank: 3 % × 4; 1 answered 2 and 4: 1.3 % × 2, and the lower one counts.
    const found = decide(assess(levels({ 1: '2', 47: '' }), [['1', '4']]));
    expect(brief(found)).toEqual([
      ['fill', '47', '0.12', true],
      ['settle', '1', '0.026', true],
      ['raise', '1', '0.013', false],
    ]);
  });

  test('to prove what is claimed brings the difference of the two indices', () => {
    const one = assess(levels({ 11: '3' }));
    const proven = score(
      instrument,
      new Map([...claimedLevels(one.assessment.answers), ['12', 2], ['3', 4]]),
    );
    const losses = [{ indicators: ['12'] }, { indicators: ['3'] }] as unknown as Review['losses'];
    const review = { losses } as Review;
    // 12: 2.5 % × 3, 3: 1.3 % × 1.
    expect(brief(decide(one, null, { proven, review }))).toEqual([
      ['prove', '3 12', '0.088', false],
      ['raise', '11', '0.025', false],
    ]);
  });

  test('a plan is gathered by OPD; steps of nobody are to be assigned', async () => {
    const one = assess(levels({ 11: '1', 12: '1', 42: '3', 43: '3', 44: '3' }));
    const opdOf = new Map([
      ['11', 'bappeda'],
      ['12', 'bappeda'],
      ['42', 'kominfo'],
      ['43', 'kominfo'],
    ]);
    const gap = await findGap(
      instrument,
      claimedLevels(one.assessment.answers),
      parseTarget('5', instrument),
      { opdOf },
    );
    const found = decide(one, gap);
    expect(found.map(({ kind, opd, points, isUpTo }) => [kind, opd, points.toString(), isUpTo])).toEqual([
      ['raise', 'bappeda', '0.2', false],
      ['raise', 'kominfo', '0.12', false],
      ['assign', null, '0.06', false],
    ]);
  });

  test('a plan without any OPD is gathered by aspect', async () => {
    const one = assess(levels({ 11: '1', 12: '1', 42: '3', 43: '3', 1: '4' }));
    const gap = await findGap(
      instrument,
      claimedLevels(one.assessment.answers),
      parseTarget('5', instrument),
    );
    expect(brief(decide(one, gap))).toEqual([
      ['raise', '11 12', '0.2', false],
      ['raise', '42 43', '0.12', false],
      ['raise', '1', '0.013', false],
    ]);
  });
});

test('at most three, dearest first, none for nothing; gains are those of their steps', async () => {
  const file = fc.tuple(
    ...ids.map((id) => fc.tuple(fc.constant(id), fc.constantFrom('', '1', '2', '3', '4', '5'))),
  );
  const opd = fc.array(fc.constantFrom('a', 'b', 'c', 'd', null), {
    minLength: ids.length,
    maxLength: ids.length,
  });
  await fc.assert(
    fc.asyncProperty(file, opd, fc.boolean(), async (answers, owners, isPlanned) => {
      const one = assess(answers);
      const opdOf = new Map(
        ids.flatMap((id, index): [string, string][] => (owners[index] ? [[id, owners[index]]] : [])),
      );
      const target = parseTarget('4', instrument);
      const gap = isPlanned
        ? await findGap(instrument, claimedLevels(one.assessment.answers), target, { opdOf })
        : null;
      const found = decide(one, gap);
      expect(found.length).toBeLessThanOrEqual(3);
      found.forEach(({ points }, index) => {
        expect(points.compare(0)).toBe(1);
        expect(points.compare(found[index - 1]?.points ?? points)).toBeLessThanOrEqual(0);
      });
      for (const { kind, opd: owner, indicators, points } of found) {
        if (gap === null || (kind !== 'raise' && kind !== 'assign')) continue;
        const own = gap.steps.filter(({ indicator }) => indicators.includes(indicator));
        expect(own.map(({ indicator }) => opdOf.get(indicator) ?? null)).toEqual(own.map(() => owner));
        const gain = own.reduce((sum, step) => sum.add(step.gain), new Fraction(0));
        expect(points.toFraction()).toBe(gain.toFraction());
      }
    }),
    { numRuns: 25 },
  );
});
