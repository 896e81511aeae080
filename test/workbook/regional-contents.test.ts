import { expect, test } from 'vitest';
import { mergeSubmissions } from '../../src/assessment/merge.ts';
import { usualPolicy } from '../../src/assessment/merge-policy.ts';
import { regionalContents, regionalFilled } from '../../src/workbook/regional-contents.ts';
import { makeSubmission } from '../assessment/make-submission.ts';
import { instrument } from './make-workbook.ts';

const at = { file: 'a.xlsx', sheet: 'Kriteria', address: 'G9' };
const submission = {
  ...makeSubmission({
    meta: { opd: { code: 'a', name: 'Dinas A' } },
    answers: [
      ['2', '4', 'Fakta', 'Catatan'],
      ['1', '', 'Belum tahu'],
    ],
    documents: [
      ['2', '4', 'SK kedua', 'b.pdf', '', 'Belum', '', '', '2024-02-29'],
      ['1', '3', 'SK pertama', 'a.pdf', '', 'Ya', '', '', '30 Februari 2024'],
      ['1', '3', 'SK ketiga', 'c.pdf', '', '', '', '', '2024-02-31'],
    ],
  }),
  checklist: new Map([
    ['1-L2-a', { text: 'Ya', at }],
    ['1-L2-b', { text: 'Belum', at }],
  ]),
};
const policy = { ...usualPolicy, assigned: [{ code: 'b', name: 'Dinas B', indicators: ['3'] }] };
const assessment = mergeSubmissions([submission], instrument, { region: null, year: null }, null, policy);

test('an OPD has the name of its workbook, else of the list, else its code', () => {
  const { nameOf, evidence } = regionalContents(assessment);
  expect(['a', 'b', 'c', null].map(nameOf)).toEqual(['Dinas A', 'Dinas B', 'c', 'tanpa OPD']);
  expect(evidence.map(({ title }) => title)).toEqual(['SK pertama', 'SK ketiga', 'SK kedua']);
});

test('cells hold what was said, as what it is; nothing stands for what was not', () => {
  const { answers, documents, ticks } = regionalFilled(assessment);
  expect([...(answers.get('2') ?? [])]).toEqual([
    ['level', 4],
    ['fact', 'Fakta'],
    ['analysis', 'Memenuhi kriteria.'],
    ['note', 'Catatan'],
  ]);
  expect(answers.get('1')?.has('level')).toBe(false);
  const cells = documents.map((one) => [one.get('indicator'), one.get('signed'), one.get('date')]);
  expect(cells).toEqual([
    [1, 'Ya', '30 Februari 2024'],
    [1, undefined, '2024-02-31'],
    [2, 'Belum', new Date('2024-02-29T00:00:00Z')],
  ]);
  expect([...ticks]).toEqual([
    ['1-L2-a', 'Ya'],
    ['1-L2-b', 'Belum'],
  ]);
});
