import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/assessment/evaluate.ts';
import { reviewEvidence } from '../../src/assessment/review.ts';
import { usualSettings } from '../../src/assessment/rule-settings.ts';
import { type AnswerCase, makeContext } from './make-context.ts';

async function evaluated(answers: readonly AnswerCase[], hasList = true) {
  const context = await makeContext({ answers, documents: [{ indicator: '12', level: '2' }] });
  const { assessment } = context;
  const unlisted = hasList ? assessment.unlisted : new Set(['12']);
  return evaluate({ ...assessment, unlisted }, reviewEvidence({ ...context, assessment }, usualSettings, []));
}
const shown = (levels: ReadonlyMap<string, number>) => Object.fromEntries(levels);

describe('the index by the internal assessor', () => {
  test('waits until every answered indicator has the assessor’s level', async () => {
    const { assessed, assessedLevels } = await evaluated([
      { indicator: '11', level: '3', assessed: '2' },
      { indicator: '12', level: '3' },
    ]);
    expect(assessed).toBeNull();
    expect(shown(assessedLevels)).toEqual({ '11': 2 });
  });

  test('is computed from the assessor’s levels alone', async () => {
    const { assessed, claimed, assessedLevels } = await evaluated([
      { indicator: '11', level: '3', assessed: '1' },
      { indicator: '12', level: '3', assessed: '4' },
    ]);
    expect(shown(assessedLevels)).toEqual({ '11': 1, '12': 4 });
    // 100 at the floor, and 3 steps of an indicator of 2.5.
    expect(assessed?.index.toFraction()).toBe('43/40');
    // Both 2 steps above the floor.
    expect(claimed.index.toFraction()).toBe('11/10');
  });

  test('is none where nobody answered', async () => {
    expect((await evaluated([])).assessed).toBeNull();
  });
});

describe('the proven index', () => {
  const answers = [{ indicator: '12', level: '3' }];

  test('lies below the claim where the evidence does not carry it', async () => {
    const { proven, claimed } = await evaluated(answers);
    expect(claimed.index.toFraction()).toBe('21/20');
    expect(proven?.index.compare(claimed.index)).toBe(-1);
  });

  test('is none where a form lists no evidence', async () => {
    expect((await evaluated(answers, false)).proven).toBeNull();
  });

  test('is none where the evidence was not looked at', async () => {
    const { assessment } = await makeContext({ answers });
    expect(evaluate(assessment, null)).toMatchObject({ proven: null, review: null });
  });
});
