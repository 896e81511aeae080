import { describe, expect, test } from 'vitest';
import type { EvidenceRule } from '../../src/assessment/evidence-rules/rule.ts';
import type { LossReason } from '../../src/assessment/loss-reason.ts';
import { reviewEvidence } from '../../src/assessment/review.ts';
import { formatPlace } from '../../src/problem.ts';
import type { ContextCase, DocumentCase } from './make-context.ts';
import { contextOf, item, reviewed, ruleOn } from './review-case.ts';

async function inShort(setting: Parameters<typeof reviewed>[0]) {
  const { documents, problems } = await reviewed(setting);
  return {
    documents: documents.map(({ status, refusedFor, problems: own }) => [status, refusedFor, own.length]),
    problems: problems.map(({ severity, code, at }) => `${severity} ${code} ${formatPlace(at)}`),
  };
}

const rowsOf = (count: number, document: DocumentCase = {}): ContextCase => ({
  documents: Array.from({ length: count }, () => document),
});

describe('a document', () => {
  test('counts unless an error with a reason speaks against it, and has its own findings', async () => {
    const rules = [ruleOn([1, 1], 'file'), ruleOn([2], null)];
    expect(await inShort({ one: rowsOf(3), rules })).toEqual({
      documents: [
        ['checked', null, 0],
        ['doubtful', 'file', 2],
        ['checked', null, 1],
      ],
      problems: [
        'error evidence-file-empty a.xlsx › Bukti!G7',
        'error evidence-file-empty a.xlsx › Bukti!G7',
        'error evidence-file-empty a.xlsx › Bukti!G8',
      ],
    });
  });

  test('of several reasons the mildest stands', async () => {
    const rules = [ruleOn([0], 'draft'), ruleOn([0], 'outdated'), ruleOn([0], 'file')];
    expect((await inShort({ one: rowsOf(1), rules })).documents).toEqual([['doubtful', 'outdated', 3]]);
  });

  test('is only listed where nobody looked at it; the assessor’s word stands before all that', async () => {
    const unexamined: DocumentCase = { located: { kind: 'unexamined' } };
    const statusOf = async (document: DocumentCase, rules: readonly EvidenceRule[] = []) =>
      (await inShort({ one: rowsOf(1, document), rules })).documents[0]?.[0];
    const empty = [ruleOn([0], 'file')];
    expect(await statusOf(unexamined)).toBe('listed');
    expect(await statusOf(unexamined, empty)).toBe('doubtful');
    expect(await statusOf({ verdict: 'Diterima' }, empty)).toBe('accepted');
    expect(await statusOf({ verdict: 'Perbaiki' })).toBe('revise');
    expect(await statusOf({ ...unexamined, verdict: 'Ditolak' })).toBe('refused');
    expect(await statusOf({ verdict: 'mungkin' })).toBe('checked');
  });

  test('that the assessor accepted stands against every error but one of the file itself', async () => {
    const one = { documents: [{ verdict: 'Diterima' }, { verdict: 'Perbaiki' }] };
    const under = async (reason: LossReason | null) => {
      const settings = { severities: new Map([['level-unproven', 'off' as const]]) };
      const { documents, problems } = await inShort({ one, settings, rules: [ruleOn([0, 1], reason)] });
      return [documents.map(([, refusedFor]) => refusedFor), problems.map((text) => text.split(' ')[0])];
    };
    expect(await under('draft')).toEqual([
      [null, 'draft'],
      ['info', 'error'],
    ]);
    expect(await under(null)).toEqual([
      [null, null],
      ['info', 'error'],
    ]);
    expect(await under('file')).toEqual([
      ['file', 'file'],
      ['error', 'error'],
    ]);
  });

  test('an accepted one may be of any day', async () => {
    const survey = { ...item('survei', 'survey'), maxAgeYears: 1 };
    const provenOf = async (verdict: string) => {
      const context = await contextOf({
        documents: [{ level: '2', kind: 'Survei', date: '2020-01-01', verdict }],
      });
      const usual = context.criteria.byIndicator.get('12');
      const levels = (usual?.levels ?? []).map((one) =>
        one.level === 2 ? { ...one, evidence: [survey] } : one,
      );
      const byIndicator = new Map(usual && [['12', { ...usual, levels }]]);
      const aged = { ...context, criteria: { ...context.criteria, byIndicator } };
      return reviewEvidence(aged, { severities: new Map(), waivers: [] }, []).proven[0];
    };
    expect(await provenOf('')).toMatchObject({ proven: 1, reason: 'outdated' });
    expect(await provenOf('Diterima')).toMatchObject({ proven: 2, reason: null });
  });
});

describe('the region’s own severities', () => {
  const rules = [ruleOn([0], 'file')];
  const under = (severity: 'error' | 'warning' | 'info' | 'off', document: DocumentCase = {}) =>
    inShort({
      ...{ one: rowsOf(1, document), rules },
      settings: { severities: new Map([['evidence-file-empty', severity]]) },
    });

  test('stand instead of the usual ones; switched off a rule finds nothing', async () => {
    expect(await under('warning')).toEqual({
      documents: [['checked', null, 1]],
      problems: ['warning evidence-file-empty a.xlsx › Bukti!G6'],
    });
    expect(await under('off')).toEqual({ documents: [['checked', null, 0]], problems: [] });
  });

  test('hold for an accepted document where the file itself is wrong', async () => {
    expect((await under('warning', { verdict: 'Diterima' })).problems).toEqual([
      'warning evidence-file-empty a.xlsx › Bukti!G6',
    ]);
  });
});

describe('a level that is not proven', () => {
  const claim = (level: string, documents: readonly DocumentCase[]): ContextCase => ({
    ...{
      answers: [
        { indicator: '12', level },
        { indicator: '13', level: '3' },
      ],
      documents,
    },
  });
  const said = async (one: ContextCase, severity?: 'error' | 'off') => {
    const severities = new Map(severity ? [['level-unproven', severity]] : []);
    const { problems } = await reviewed({ one, settings: { severities } });
    return problems.map(({ severity: found, at, message }) => `${found} ${at.address}: ${message}`);
  };
  const start = 'belum terbukti – baru terbukti tingkat';
  const plan: DocumentCase = { level: '2', kind: 'Rencana' };

  test('is named at its answer with what is lacking first; without any document it is not', async () => {
    expect(await said(claim('2', []))).toEqual([]);
    expect(await said(claim('2', [plan]))).toEqual([]);
    expect(await said(claim('2', [{ ...plan, kind: 'Survei' }]))).toEqual([
      `warning F6: Tingkat 2 indikator 12 ${start} 1; di tingkat 2 belum ada yang dihitung untuk: rencana – daftarkan dokumennya di lembar Bukti untuk tingkat 2, atau turunkan tingkatnya.`,
    ]);
    expect(await said(claim('3', [plan]))).toEqual([
      `warning F6: Tingkat 3 indikator 12 ${start} 2; di tingkat 3 belum ada yang dihitung untuk: survei (dan 2 butir lain) – daftarkan dokumennya di lembar Bukti untuk tingkat 3, atau turunkan tingkatnya.`,
    ]);
  });

  test('where any document would do, it says so', async () => {
    const full = ['Rencana', 'Survei', 'Notulen', 'Sertifikat'].map((kind) => ({ kind, level: '3' }));
    expect(await said(claim('4', full))).toEqual([
      `warning F6: Tingkat 4 indikator 12 ${start} 3; di tingkat 4 belum ada yang dihitung untuk: dokumen untuk tingkat 4 – daftarkan dokumennya di lembar Bukti untuk tingkat 4, atau turunkan tingkatnya.`,
    ]);
  });

  test('has the severity that the region gave it, or is not said', async () => {
    expect(await said(claim('3', [plan]), 'error')).toEqual([expect.stringMatching(/^error F6: Tingkat 3 /)]);
    expect(await said(claim('3', [plan]), 'off')).toEqual([]);
  });

  test('an item that the checklist calls lacking is not proven by a document', async () => {
    const withChecklist = async (tick: 'Ya' | 'Belum') => {
      const context = await contextOf(claim('2', [plan]));
      const checklist = new Map([['rencana', tick === 'Ya']]);
      const assessment = { ...context.assessment, checklist };
      return reviewEvidence({ ...context, assessment }, { severities: new Map(), waivers: [] }, []);
    };
    expect((await withChecklist('Ya')).proven[0]).toMatchObject({ proven: 2 });
    const { proven, losses } = await withChecklist('Belum');
    expect(proven[0]).toMatchObject({ proven: 1, stopsAt: 2 });
    // 12 has a weight of 2.5, and 13, with nothing listed, loses two levels of the same.
    expect(losses.map(({ reason, points, indicators }) => [reason, points.toString(), indicators])).toEqual([
      ['no-evidence', '0.05', ['13']],
      ['item-missing', '0.025', ['12']],
    ]);
  });
});
