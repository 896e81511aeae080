import { describe, expect, test } from 'vitest';
import { mergeSubmissions } from '../../../src/assessment/merge.ts';
import { reviewEvidence } from '../../../src/assessment/review.ts';
import { usualSettings } from '../../../src/assessment/rule-settings.ts';
import { loadInstrument } from '../../../src/instrument/load.ts';
import { type ContextCase, makeContext } from '../make-context.ts';
import { makeSubmission } from '../make-submission.ts';
import { apply } from './test-rule.ts';

const at = (level: string, fact?: string, analysis?: string) => ({
  indicator: '12',
  level,
  ...(fact !== undefined && { fact }),
  ...(analysis !== undefined && { analysis }),
});

describe('evidence-missing', () => {
  test.each<[string, ContextCase]>([
    ['a level without a document', { answers: [at('2')] }],
    ['a document of another indicator', { answers: [at('3')], documents: [{ indicator: '13' }] }],
    ['a document that names nothing', { answers: [at('3')], documents: [{ title: '', location: '' }] }],
  ])('hits %s', async (_, region) => {
    expect(await apply('evidence-missing', region)).toEqual(['evidence-missing Penilaian!F6']);
  });

  test.each<[string, ContextCase]>([
    ['the floor', { answers: [at('1')] }],
    ['no level', { answers: [at('')] }],
    ['a level that is none', { answers: [at('tujuh')] }],
    ['a level with one document', { answers: [at('5')], documents: [{ level: '2' }] }],
    ['a file alone', { answers: [at('5')], documents: [{ title: '' }] }],
  ])('does not hit %s', async (_, region) => {
    expect(await apply('evidence-missing', region)).toEqual([]);
  });
});

describe('explanation-missing', () => {
  test.each<[string, ContextCase]>([
    ['neither fact nor analysis', { answers: [at('2', '', '')] }],
    ['an analysis alone', { answers: [at('2', '', 'Memenuhi.')] }],
    ['the second of two answers', { answers: [{ indicator: '1', level: '1', fact: '' }, at('4', '')] }],
  ])('hits %s', async (_, region) => {
    const row = 5 + (region.answers?.length ?? 0);
    expect(await apply('explanation-missing', region)).toEqual([`explanation-missing Penilaian!J${row}`]);
  });

  test.each<[string, ContextCase]>([
    ['a fact of any length', { answers: [at('2', 'ya')] }],
    ['the floor', { answers: [at('1', '')] }],
    ['no level', { answers: [at('', '')] }],
  ])('does not hit %s', async (_, region) => {
    expect(await apply('explanation-missing', region)).toEqual([]);
  });
});

describe('analysis-missing', () => {
  test.each<[string, ContextCase]>([
    ['a fact alone', { answers: [at('2', 'Perbup 12/2024 berlaku.', '')] }],
    ['a short fact alone', { answers: [at('3', 'ya', '')] }],
    ['a fact at the top level', { answers: [at('5', 'Perbup 12/2024 berlaku.', '')] }],
  ])('hits %s', async (_, region) => {
    expect(await apply('analysis-missing', region)).toEqual(['analysis-missing Penilaian!K6']);
  });

  test.each<[string, ContextCase]>([
    ['fact and analysis', { answers: [at('2', 'ya', 'ya')] }],
    ['neither: said once, of the fact', { answers: [at('2', '', '')] }],
    ['the floor', { answers: [at('1', 'ya', '')] }],
  ])('does not hit %s', async (_, region) => {
    expect(await apply('analysis-missing', region)).toEqual([]);
  });
});

test('a csv has no place for evidence, facts or analyses', async () => {
  const instrument = await loadInstrument('permenpanrb-59-2020');
  const submission = makeSubmission({ meta: null, answers: [['12', '5']] });
  const assessment = mergeSubmissions([submission], instrument, { region: null, year: null }, null);
  const context = { ...(await makeContext({})), assessment };
  expect(reviewEvidence(context, usualSettings).problems).toEqual([]);
});
