import { expect, test } from 'vitest';
import { evaluate } from '../../src/assessment/evaluate.ts';
import { claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import { reviewEvidence } from '../../src/assessment/review.ts';
import { usualSettings } from '../../src/assessment/rule-settings.ts';
import { score } from '../../src/assessment/score.ts';
import { findStandings } from '../../src/assessment/standing.ts';
import type { Problem } from '../../src/problem.ts';
import { nameIndicators } from '../../src/reporters/name-indicators.ts';
import { nameOpd } from '../../src/reporters/name-opd.ts';
import { waivedProblems } from '../../src/reporters/problems.ts';
import { provenBlocks } from '../../src/reporters/proven.ts';
import { reportScore } from '../../src/reporters/score.ts';
import { reportStatus } from '../../src/reporters/status.ts';
import { describeSubject, fileNotes } from '../../src/reporters/subject.ts';
import { makeContext } from '../assessment/make-context.ts';
import { makeSubmission } from '../assessment/make-submission.ts';
import { shown, smallAssessment } from './small-assessment.ts';

test('at the top nothing holds the index down, and nobody has anything to win', () => {
  const region = smallAssessment({ levels: ['5', '5'] });
  const { blocks, records } = reportScore(region, evaluate(region, null));
  expect(shown(blocks)).not.toContain('yang paling menahan');
  expect(records.rows[0]?.slice(0, 6)).toEqual(['i1', 5, 'Indikator 1', 50, 0, 'diskominfo']);
  const standings = findStandings(region);
  const text = shown(
    reportStatus(region, score(region.instrument, claimedLevels(region.answers)), standings).blocks,
  );
  expect(text).toMatch(/Dinas Kominfo +2\/2 .*0,0000 +░{20}/);
});

test('an indicator that no file holds stands in the csv without a place', () => {
  const { instrument } = smallAssessment({ levels: ['5', '3'] });
  const one = mergeSubmissions(
    [makeSubmission({ meta: { instrument: 'small' }, answers: [['i1', '3', 'Fakta.', 'catatan']] })],
    instrument,
    { region: null, year: null },
    null,
  );
  const { records } = reportScore(one, evaluate(one, null));
  expect(records.rows).toEqual([
    [
      'i1',
      3,
      'Indikator 1',
      50,
      1,
      'diskominfo',
      'a.xlsx',
      'Penilaian',
      'F6',
      'catatan',
      null,
      null,
      'single',
    ],
    ['i2', null, 'Indikator 2', 50, 2, null, null, null, null, null, null, null, null],
  ]);
});

test('an assessor may also see a higher level than was claimed', async () => {
  const told = async (assessed: string) => {
    const context = await makeContext({ answers: [{ indicator: '12', level: '3', assessed }] });
    const { assessment } = context;
    const found = evaluate(assessment, reviewEvidence(context, usualSettings));
    return shown(provenBlocks(assessment, found));
  };
  expect(await told('4')).toMatch(/Menurut asesor internal +1,08 +Kurang +\+0,0250/);
  expect(await told('3')).toMatch(/Menurut asesor internal +1,05 +Kurang +0\n/);
  expect(await told('2')).toMatch(/Menurut asesor internal +1,03 +Kurang +−0,0250/);
});

test('everything that is let pass is named, up to ten', () => {
  const waived = (count: number): Problem[] =>
    Array.from({ length: count }, (_, row) => ({
      ...{ code: 'level-unknown', severity: 'info', message: '…', details: {} },
      at: { file: 'a.xlsx', sheet: 'Penilaian', address: `F${row + 6}` },
      waiver: { reason: 'disepakati', by: 'Sekda', until: '2026-12-31' },
    }));
  expect(waivedProblems(waived(10))).toHaveLength(10);
  expect(waivedProblems(waived(12)).at(-1)).toEqual({
    ...{ kind: 'paragraph', text: '… dan 2 lagi yang dikecualikan. Semuanya: spbe check.', tone: 'soft' },
  });
});

test('a note that would fill the page is cut; a subject is at least the files', () => {
  const [note] = fileNotes({ notes: ['x'.repeat(501)] });
  expect(note).toMatchObject({ text: `Catatan berkas: ${'x'.repeat(500)}…` });
  expect(fileNotes({ notes: ['y'.repeat(500)] })).toMatchObject([
    { text: `Catatan berkas: ${'y'.repeat(500)}` },
  ]);
  expect(describeSubject(smallAssessment({ levels: ['3'], isPlain: true }))).toBe('a.xlsx');
});

test('what has no name is called by its code', () => {
  const named = nameIndicators(smallAssessment({ levels: ['3'] }).instrument);
  expect([named('i1').shortName, named('i9').shortName]).toEqual(['Indikator 1', 'i9']);
  expect([nameOpd(new Map([['a', 'A']]), 'a'), nameOpd(new Map(), 'b')]).toEqual(['A', 'b']);
});
