import { expect, test } from 'vitest';
import { explanationMissing } from '../../../src/assessment/rules/explanation-missing.ts';
import type { Texts } from '../make-submission.ts';
import { apply } from './rule-case.ts';

test.each<[string, Texts, string[]]>([
  [
    'a level above the floor without an explanation',
    {
      answers: [
        ['12', '1'],
        ['13', '2'],
      ],
    },
    ['explanation-missing Penilaian!J7'],
  ],
  ['fact and analysis are enough, of any length', { answers: [['12', '2', 'ya', '', 'ya']] }, []],
  ['a fact without an analysis', { answers: [['12', '2', 'ya', '', '']] }, ['analysis-missing Penilaian!K6']],
  [
    'an analysis without a fact',
    { answers: [['12', '2', '', '', 'ya']] },
    ['explanation-missing Penilaian!J6'],
  ],
  [
    'neither of them: said once, at the first',
    { answers: [['12', '2', '', '', '']] },
    ['explanation-missing Penilaian!J6'],
  ],
  ['the floor level needs no analysis either', { answers: [['12', '1', 'ya', '', '']] }, []],
  ['the floor level needs none', { answers: [['12', '1']] }, []],
  ['a blank level needs none', { answers: [['12', '']] }, []],
  [
    'a note is no explanation',
    { answers: [['12', '2', '', 'lihat SK']] },
    ['explanation-missing Penilaian!J6'],
  ],
  ['a csv need not explain', { meta: null, answers: [['12', '5']] }, []],
  ['nor analyse', { meta: null, answers: [['12', '5', 'ya']] }, []],
])('%s', (_, texts, problems) => {
  expect(apply(explanationMissing, texts)).toEqual(problems);
});
