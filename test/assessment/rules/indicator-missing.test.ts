import { expect, test } from 'vitest';
import { indicatorMissing } from '../../../src/assessment/rules/indicator-missing.ts';
import type { Texts } from '../make-submission.ts';
import { apply } from './rule-case.ts';

test.each<[string, Texts, string[]]>([
  [
    'each row that was there when the workbook was made and is gone',
    { meta: { indicators: ['1', '2', '3'] }, answers: [['2', '']] },
    ['indicator-missing Penilaian', 'indicator-missing Penilaian'],
  ],
  ['a row without a level is there', { meta: { indicators: ['2'] }, answers: [['2', '']] }, []],
  [
    'a row more is no loss',
    {
      meta: { indicators: ['2'] },
      answers: [
        ['2', '1'],
        ['3', '1'],
      ],
    },
    [],
  ],
  [
    'an id that the instrument does not have is not missed',
    { meta: { indicators: ['99'] }, answers: [] },
    [],
  ],
  ['a csv promises no row', { meta: null, answers: [] }, []],
])('%s', (_, texts, problems) => {
  expect(apply(indicatorMissing, texts)).toEqual(problems);
});
