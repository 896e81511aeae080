import { expect, it } from 'vitest';
import { makeFolder } from '../cli/spbe.ts';
import { runHere } from './run-here.ts';

it.each([
  ['kepegawaian', { kind: 'indicator', id: '36' }],
  ['persen', { kind: 'term', term: 'bobot' }],
])('a search with one answer is that answer: %s', async (words, answer) => {
  const { stdout } = await runHere(['explain', words, '-f', 'json'], await makeFolder());
  expect(JSON.parse(stdout)).toMatchObject(answer);
});
