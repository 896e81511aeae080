import { describe, expect, test } from 'vitest';
import { type MergePolicy, usualPolicy } from '../../src/assessment/merge-policy.ts';
import { findMissing, findUnassigned } from '../../src/assessment/missing-workbooks.ts';
import { regionalOpd } from '../../src/assessment/regional.ts';
import { settle } from '../../src/assessment/settle.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { makeAnswer } from './make-answer.ts';
import { makeSubmission } from './make-submission.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const at = { file: 'spbe.yaml' };
const opd = (code: string, ...indicators: string[]) => ({ code, name: `Dinas ${code}`, indicators });
const given = (...assigned: ReturnType<typeof opd>[]): MergePolicy => ({ ...usualPolicy, assigned });
const settlementsOf = (policy: MergePolicy, ...answers: ReturnType<typeof makeAnswer>[]) =>
  new Map([['12', settle('12', answers, policy, instrument.scale)]]);
const sent = (code: string) => makeSubmission({ meta: { opd: { code, name: code } } });

describe('workbooks that are missing', () => {
  const policy = given(opd('a', '1', '2'), opd('b', '12'), opd('c', '11', '12', '13'), opd('d'));

  test('are those of OPD that hold indicators and sent nothing, with what they are worth', () => {
    const problems = findMissing(
      settlementsOf(policy, makeAnswer('b', 3)),
      [sent('a')],
      policy,
      instrument,
      at,
    );
    expect(problems.map(({ code, at, details }) => ({ code, at, details }))).toEqual([
      {
        ...{ code: 'workbook-missing', at },
        // Three indicators of 2.5 over the four steps from the floor to the top.
        details: { opd: 'c', name: 'Dinas c', indicators: '11–13', points: '0.3000' },
      },
    ]);
  });

  test('a list of levels without a form is nobody’s workbook', () => {
    const list = makeSubmission({ meta: null });
    const missing = findMissing(new Map(), [list], policy, instrument, at);
    expect(missing.map(({ details }) => details['opd'])).toEqual(['a', 'b', 'c']);
  });

  test('are none where nobody says who answers what', () => {
    expect(findMissing(new Map(), [], usualPolicy, instrument, at)).toEqual([]);
  });
});

describe('answers of an OPD that was not given the indicator', () => {
  const policy = given(opd('a', '12'), opd('b', '1'));

  test('are named at their cells', () => {
    const answers = [makeAnswer('a', 3), makeAnswer('b', 2), makeAnswer('x', 4)];
    const found = findUnassigned(settlementsOf(policy, ...answers), policy);
    expect(found.map(({ code, at, details }) => [code, at.file, details])).toEqual([
      ['answer-unassigned', 'b.xlsx', { indicator: '12', opd: 'b' }],
      ['answer-unassigned', 'x.xlsx', { indicator: '12', opd: 'x' }],
    ]);
  });

  test.each([
    ['a blank', makeAnswer('b', null), policy],
    ['one of an unknown OPD', makeAnswer(null, 2), policy],
    ['one typed into the regional workbook', makeAnswer(regionalOpd.code, 2), policy],
    ['any, where nobody says who answers what', makeAnswer('b', 2), usualPolicy],
  ])('%s is not', (_what, answer, given) => {
    expect(findUnassigned(settlementsOf(given, answer), given)).toEqual([]);
  });
});
