import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { type Assessment, claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
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

describe('an indicator in the hands of an OPD', () => {
  const held = (assessment: Assessment, code: string, id: string) => {
    const found = findStandings(assessment).standings.find(({ opd: own }) => own.code === code);
    const one = found?.indicators.find((indicator) => indicator.id === id);
    if (!one) throw new Error(`${code} does not hold ${id}`);
    return { ...one, toWin: one.toWin.toString(), nextLevel: one.nextLevel.toString() };
  };

  test('that nobody answered is blank, and counts at the floor', () => {
    expect(held(merge({}, shared), 'a', '12')).toEqual({
      ...{ id: '12', level: null, stated: null, sharedBy: 2, documents: 0, lacking: [] },
      ...{ toWin: '0.05', nextLevel: '0.0125', isOpen: false, basis: 'blank' },
    });
  });

  test('that two answer otherwise is open; each states its own, of several files the lowest', () => {
    const files = ['3', '2'].map((level, index) =>
      makeSubmission({
        file: `a${index}.xlsx`,
        meta: { opd: { code: 'a', name: 'a' } },
        answers: [['12', level]],
      }),
    );
    const b = makeSubmission({
      file: 'b.xlsx',
      meta: { opd: { code: 'b', name: 'b' } },
      answers: [['12', '4']],
    });
    const assessment = mergeSubmissions(
      [...files, b],
      instrument,
      { region: null, year: null },
      null,
      shared,
    );
    expect(held(assessment, 'a', '12')).toMatchObject({ level: 2, stated: 2, isOpen: true, basis: 'lowest' });
    expect(held(assessment, 'b', '12')).toMatchObject({ level: 2, stated: 4 });
  });

  test('has the documents of its own OPD, and the items of its own checklist that are not there', () => {
    const assessment = merge({ a: [['12', '3']], b: [['12', '3']] }, shared, [
      ['12', '3', 'SK 1'],
      ['12', '2', 'SK 2'],
    ]);
    const checklist = new Map([
      ['1-L2-a', false],
      ['12-L2-a', false],
      ['12-L2-b', true],
      ['12-L3-a', false],
    ]);
    expect(held({ ...assessment, checklist }, 'a', '12')).toMatchObject({
      documents: 2,
      lacking: ['12-L2-a', '12-L3-a'],
    });
    expect(held({ ...assessment, checklist }, 'a', '1')).toMatchObject({ documents: 0, lacking: ['1-L2-a'] });
  });

  test('is shared where the one that is to lead it does not hold it', () => {
    const policy = { ...shared, leads: new Map([['12', 'c']]) };
    expect(held(merge({}, policy), 'a', '12').sharedBy).toBe(2);
    const led = { ...shared, leads: new Map([['12', 'a']]) };
    expect(held(merge({}, led), 'a', '12')).toMatchObject({ sharedBy: 1, toWin: '0.1', nextLevel: '0.025' });
    expect(held(merge({}, led), 'b', '12')).toMatchObject({ sharedBy: 0, toWin: '0', nextLevel: '0' });
  });

  test('on a scale with decimals wins no more by the next level than is left to the top', async () => {
    const pemdi = await loadInstrument('permenpanrb-8-2026');
    const next = (level: string) => {
      const meta = { instrument: pemdi.id, opd: { code: 'a', name: 'a' } };
      const submission = makeSubmission({ meta, answers: [['20', level]] });
      return held(mergeSubmissions([submission], pemdi, { region: null, year: null }, null), 'a', '20');
    };
    // 20 has a weight of 15.
    expect(next('4,50')).toMatchObject({ level: 4.5, toWin: '0.075', nextLevel: '0.075' });
    expect(next('3,5')).toMatchObject({ toWin: '0.225', nextLevel: '0.15' });
    expect(next('4')).toMatchObject({ toWin: '0.15', nextLevel: '0.15' });
    expect(next('5')).toMatchObject({ toWin: '0', nextLevel: '0' });
  });
});

describe('an OPD', () => {
  test('without indicators is left out; those with as much to win stand by code', () => {
    const policy = {
      ...usualPolicy,
      assigned: [opd('c', '11'), opd('none'), opd('a', '12'), opd('b', '13')],
    };
    const { standings, unheld } = findStandings(merge({}, policy));
    expect(standings.map((one) => one.opd.code)).toEqual(['a', 'b', 'c']);
    expect(unheld.indicators.slice(0, 11)).toEqual([...'123456789', '10', '14']);
    // 44 of 47, at the floor: all but three of 2.5 %.
    expect(unheld.toWin.toString()).toBe('3.7');
  });

  test('is there by its file, though it answered nothing, or by answers that another file holds', () => {
    const assessment = merge({ a: [['12', '3']], b: [['1', '2']] }, shared);
    const presence = (one: Assessment) =>
      Object.fromEntries(
        findStandings(one).standings.map(({ opd: own, isPresent }) => [own.code, isPresent]),
      );
    // What b answered is not its own.
    expect(presence(assessment)).toEqual({ a: true, b: true, c: false });
    expect(presence({ ...assessment, opdOfFile: new Map() })).toEqual({ a: true, b: false, c: false });
    expect(presence({ ...assessment, settlements: new Map() })).toEqual({ a: true, b: true, c: false });
  });

  test('has the problems of its own files, by severity', () => {
    const assessment = merge(
      {
        a: [
          ['12', 'tiga'],
          ['1', 'dua'],
        ],
        b: [['47', '9']],
      },
      shared,
    );
    const elsewhere = { file: 'lain.xlsx' };
    const problems = assessment.problems.map((one, index) =>
      index === 0 ? { ...one, severity: 'info' as const } : one,
    );
    const stray = problems.map((one) => ({ ...one, at: elsewhere }));
    const { standings } = findStandings({ ...assessment, problems: [...problems, ...stray] });
    const counted = Object.fromEntries(standings.map(({ opd: own, problems: counts }) => [own.code, counts]));
    expect(counted['c']).toEqual({ error: 0, warning: 0, info: 0 });
    expect(counted['a']).toEqual({ error: 1, warning: 0, info: 1 });
    expect(counted['b']).toEqual({ error: 1, warning: 0, info: 0 });
  });
});
