import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import { type MergePolicy, usualPolicy } from '../../src/assessment/merge-policy.ts';
import { score } from '../../src/assessment/score.ts';
import { findStandings } from '../../src/assessment/standing.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { type AnswerTexts, type DocumentTexts, makeSubmission } from './make-submission.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const opd = (code: string, ...indicators: string[]) => ({ code, name: `Dinas ${code}`, indicators });

function merge(
  files: Readonly<Record<string, readonly AnswerTexts[]>>,
  policy: MergePolicy,
  documents: readonly DocumentTexts[] = [],
) {
  const submissions = Object.entries(files).map(([code, answers]) =>
    makeSubmission({ file: `${code}.xlsx`, meta: { opd: { code, name: code } }, answers, documents }),
  );
  return mergeSubmissions(submissions, instrument, { region: null, year: null }, null, policy);
}

const shared: MergePolicy = {
  ...usualPolicy,
  assigned: [opd('a', '1', '12'), opd('b', '12', '47'), opd('c', '47')],
};

describe('points still to win', () => {
  test('belong to the only OPD that holds the indicator; shared ones are split', () => {
    const { standings } = findStandings(
      merge(
        {
          a: [
            ['1', '3'],
            ['12', '1'],
          ],
          b: [
            ['12', '1'],
            ['47', '5'],
          ],
        },
        shared,
      ),
    );
    const toWin = standings.map((one) => [one.opd.code, one.toWin.toString()]);
    // 1: 1.3 % × 2 = 0.026; 12: 2.5 % × 4 = 0.1, half each; 47 is at the top.
    expect(toWin).toEqual([
      ['a', '0.076'],
      ['b', '0.05'],
      ['c', '0'],
    ]);
    expect(standings[0]?.indicators[1]).toMatchObject({ id: '12', sharedBy: 2 });
    expect(standings[0]?.indicators[1]?.nextLevel.toString()).toBe('0.0125');
  });

  test('belong to the lead alone, if one is named; it says who does not lead', () => {
    const leads = new Map([['12', 'b']]);
    const { standings } = findStandings(merge({ a: [['12', '2']], b: [['12', '4']] }, { ...shared, leads }));
    const held = (code: string) => standings.find((one) => one.opd.code === code)?.indicators;
    expect(held('a')?.find(({ id }) => id === '12')).toMatchObject({ sharedBy: 0, stated: 2, level: 4 });
    expect(held('b')?.find(({ id }) => id === '12')).toMatchObject({ sharedBy: 1, stated: 4, level: 4 });
  });

  test('add up to what the index lacks, whoever holds what', () => {
    const ids = instrument.indicators.map(({ id }) => id);
    const some = fc.subarray(ids);
    const level = fc.constantFrom('', '1', '3', '5');
    fc.assert(
      fc.property(some, some, some, fc.array(level, { minLength: 47, maxLength: 47 }), (a, b, c, levels) => {
        const policy = { ...usualPolicy, assigned: [opd('a', ...a), opd('b', ...b), opd('c', ...c)] };
        const answers = a.map((id, index): AnswerTexts => [id, levels[index] ?? '']);
        const assessment = merge({ a: answers }, policy);
        const { standings, unheld, toWin } = findStandings(assessment);
        const lacking = new Fraction(5).sub(score(instrument, claimedLevels(assessment.answers)).index);
        const sum = standings.reduce((total, one) => total.add(one.toWin), unheld.toWin);
        expect(toWin.toFraction()).toBe(lacking.toFraction());
        expect(sum.toFraction()).toBe(lacking.toFraction());
      }),
      { numRuns: 50 },
    );
  });
});

describe('progress', () => {
  test('counts what each OPD itself filled, evidenced and had assessed', () => {
    const assessment = merge(
      {
        a: [
          ['1', '3', 'Fakta.', '', 'Analisis.', '2'],
          ['12', ''],
        ],
        b: [['12', 'tiga']],
      },
      shared,
      [
        ['1', '3', 'SK 1'],
        ['1', '2', 'SK 2'],
      ],
    );
    const { standings } = findStandings(assessment);
    const progress = Object.fromEntries(
      standings.map((one) => [one.opd.code, [one.isPresent, one.filled, one.evidenced, one.assessed]]),
    );
    // b lists the same documents, for an indicator that is not its own.
    expect(progress).toEqual({ a: [true, 1, 1, 1], b: [true, 0, 0, 0], c: [false, 0, 0, 0] });
    expect(standings.find((one) => one.opd.code === 'b')?.problems).toMatchObject({ error: 1 });
  });

  test('without a project the workbooks say what they were made for', () => {
    const { standings, unheld } = findStandings(merge({ a: [['1', '3']], b: [['47', '']] }, usualPolicy));
    expect(standings.map(({ opd: own, filled }) => [own.code, own.indicators, filled])).toEqual([
      ['b', ['47'], 0],
      ['a', ['1'], 1],
    ]);
    expect(unheld.indicators).toHaveLength(45);
  });
});
