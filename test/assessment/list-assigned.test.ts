import { describe, expect, test } from 'vitest';
import { listAssigned } from '../../src/assessment/list-assigned.ts';
import { usualPolicy } from '../../src/assessment/merge-policy.ts';
import { settle } from '../../src/assessment/settle.ts';
import type { Submission } from '../../src/assessment/submission.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { makeAnswer } from './make-answer.ts';
import { field } from './make-regional.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

/** A workbook that was made for these indicators. */
function workbookOf(code: string, indicators: readonly string[]): Submission {
  const opd = { code, name: `Dinas ${code}` };
  return {
    file: `${code}.xlsx`,
    meta: {
      formatVersion: 1,
      instrument: instrument.id,
      region: 'X',
      year: 2024,
      opd,
      workbookId: code,
      indicators,
    },
    answers: [],
    documents: [],
    identity: new Map(),
    checklist: new Map(),
  };
}

const files = [workbookOf('b', ['12', '3']), workbookOf('a', ['47'])];
const settled = (opd: string, level: number | null) =>
  new Map([['12', settle('12', [makeAnswer(opd, level)], usualPolicy, instrument.scale)]]);

test('an OPD was given what its workbook was made for, in the order of the instrument, by code', () => {
  expect(listAssigned(files, new Map(), instrument, usualPolicy)).toEqual([
    { code: 'a', name: 'Dinas a', indicators: ['47'] },
    { code: 'b', name: 'Dinas b', indicators: ['3', '12'] },
  ]);
});

test('besides, what it has given a level; a blank answer says nothing', () => {
  const ofA = (level: number | null) => listAssigned(files, settled('a', level), instrument, usualPolicy)[0];
  expect(ofA(2)?.indicators).toEqual(['12', '47']);
  expect(ofA(null)?.indicators).toEqual(['47']);
});

test('what another one has answered changes nothing, and the project stands above all', () => {
  expect(listAssigned(files, settled('b', 2), instrument, usualPolicy)[0]?.indicators).toEqual(['47']);
  const assigned = [{ code: 'z', name: 'Dinas z', indicators: ['1'] }];
  expect(listAssigned(files, settled('a', 2), instrument, { ...usualPolicy, assigned })).toEqual(assigned);
});

describe('a rekapitulasi', () => {
  const recap = (
    ...rows: readonly (readonly [code: string, name: string | null, indicator: string])[]
  ): Submission => ({
    ...workbookOf('rekap', ['1', '2']),
    regional: {
      settled: [],
      stated: rows.map(([code, name, indicator]) => ({
        ...{ indicator: field(indicator), level: field('3'), explanation: field(''), note: field('') },
        ...{ opd: field(code), ...(name !== null && { opdName: field(name) }) },
      })),
    },
  });
  const assignedIn = (...submissions: readonly Submission[]) =>
    listAssigned(submissions, new Map(), instrument, usualPolicy);

  test('says by its answers who was given what, not by what it was made for', () => {
    expect(
      assignedIn(recap(['b', 'Dinas B', '47'], ['a', '', '12'], ['b', '', '3'], ['c', null, '1'])),
    ).toEqual([
      { code: 'a', name: 'a', indicators: ['12'] },
      { code: 'b', name: 'Dinas B', indicators: ['3', '47'] },
      { code: 'c', name: 'c', indicators: ['1'] },
    ]);
  });

  test('an answer without an OPD is nobody’s', () => {
    expect(assignedIn(recap(['', 'Dinas', '47']))).toEqual([]);
  });

  test('beside workbooks: what each was made for comes first, so do their names', () => {
    expect(assignedIn(recap(['a', 'Lain', '1']), ...files, { ...workbookOf('x', []), meta: null })).toEqual([
      { code: 'a', name: 'Dinas a', indicators: ['1', '47'] },
      { code: 'b', name: 'Dinas b', indicators: ['3', '12'] },
    ]);
  });
});
