import { expect, test } from 'vitest';
import { evidenceMissing } from '../../../src/assessment/rules/evidence-missing.ts';
import type { Texts } from '../make-submission.ts';
import { apply } from './rule-case.ts';

test.each<[string, Texts, string[]]>([
  [
    'a level above the floor without a document',
    { answers: [['12', '2']] },
    ['evidence-missing Penilaian!F6'],
  ],
  ['the floor level needs none', { answers: [['12', '1']] }, []],
  ['a blank level needs none', { answers: [['12', '']] }, []],
  ['a level that is none needs none', { answers: [['12', 'tujuh']] }, []],
  ['one document is enough', { answers: [['12', '5']], documents: [['12', '2', 'SK']] }, []],
  ['a link alone is a document', { answers: [['12', '5']], documents: [['12', '', '', 'sk.pdf']] }, []],
  [
    'a document of another indicator does not count',
    { answers: [['12', '3']], documents: [['13', '3', 'SK']] },
    ['evidence-missing Penilaian!F6'],
  ],
  [
    'a document that names nothing does not count',
    { answers: [['12', '3']], documents: [['12', '3']] },
    ['evidence-missing Penilaian!F6'],
  ],
  ['a csv has no place for evidence', { meta: null, answers: [['12', '5']] }, []],
])('%s', (_, texts, problems) => {
  expect(apply(evidenceMissing, texts)).toEqual(problems);
});
