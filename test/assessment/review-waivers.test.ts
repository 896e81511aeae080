import { describe, expect, test } from 'vitest';
import type { EvidenceRule } from '../../src/assessment/evidence-rules/rule.ts';
import type { Waiver } from '../../src/assessment/rule-settings.ts';
import { type ProblemCode, problem } from '../../src/problem-kinds.ts';
import type { ContextCase } from './make-context.ts';
import { reviewed, ruleOn } from './review-case.ts';

/** A rule that says of each answer that its explanation is missing. */
const onAnswers: EvidenceRule = {
  ...{ code: 'explanation-missing', reason: null, source: 'test' },
  find: ({ assessment }) =>
    [...assessment.answers.values()].map(({ indicator, at }) => ({
      problem: problem('explanation-missing', at, { indicator, level: 2 }),
      document: null,
    })),
};

describe('a waiver', () => {
  const waiver = (parts: Partial<Waiver>): Waiver => ({
    ...{ code: 'evidence-file-empty' satisfies ProblemCode, indicator: null, opd: null, document: null },
    ...{ reason: 'Disepakati', by: 'Sekda', until: '2025-12-31', at: { file: 'spbe.yaml' } },
    ...parts,
  });
  const one: ContextCase = {
    answers: [
      { indicator: '12', level: '2' },
      { indicator: '13', level: '2' },
    ],
    documents: [
      { title: 'Peta Rencana', location: 'Peta.PDF', kind: 'Rencana' },
      { indicator: '13', title: 'Anggaran', location: 'b.pdf' },
    ],
    date: '2025-11-21',
  };
  const settings = (waivers: readonly Waiver[]) => ({
    waivers,
    severities: new Map([['level-unproven', 'off' as const]]),
  });
  const rules = [ruleOn([0, 1], 'file'), onAnswers];
  const under = async (...waivers: readonly Partial<Waiver>[]) => {
    const review = await reviewed({ one, rules, settings: settings(waivers.map(waiver)) });
    return {
      waived: review.problems
        .filter((found) => found.waiver !== undefined)
        .map(({ at, severity }) => `${severity} ${at.sheet}!${at.address}`),
      counting: review.documents.map(({ refusedFor }) => refusedFor === null),
      said: review.problems.filter(({ code }) => code.startsWith('waiver')).map(({ message }) => message),
    };
  };

  test.each<[string, Partial<Waiver>, boolean[]]>([
    ['its code', {}, [true, true]],
    ['the indicator', { indicator: '13' }, [false, true]],
    ['the OPD', { opd: 'diskominfo' }, [true, true]],
    ['the title, in whatever letters', { document: 'peta rencana' }, [true, false]],
    ['the location', { document: 'peta.pdf' }, [true, false]],
    ['the workbook', { document: 'A.xlsx' }, [true, true]],
    ['all of it', { indicator: '12', opd: 'diskominfo', document: 'Peta Rencana' }, [true, false]],
  ])('lets pass what fits %s', async (_, parts, counting) => {
    const places = ['info Bukti!G6', 'info Bukti!G7'].filter((__, index) => counting[index]);
    expect(await under(parts)).toEqual({ waived: places, counting, said: [] });
  });

  test.each<[string, Partial<Waiver>]>([
    ['code', { code: 'evidence-missing' }],
    ['indicator', { indicator: '1' }],
    ['OPD', { opd: 'bkpsdm' }],
    ['document', { document: 'Peta' }],
    ['indicator but one', { indicator: '14', document: 'Peta Rencana' }],
  ])('of another %s lets nothing pass, and that is said', async (_, parts) => {
    const { code = 'evidence-file-empty' } = parts;
    expect(await under(parts)).toEqual({
      ...{ waived: [], counting: [false, false] },
      said: [
        `Pengecualian atas ${code} tidak mengenai temuan apa pun – mungkin sudah diperbaiki, atau tempatnya salah tulis – hapus dari spbe.yaml, atau perbaiki tempatnya.`,
      ],
    });
  });

  test('holds on its last day, and a day later no longer', async () => {
    expect(await under({ until: '2025-11-21' })).toMatchObject({ counting: [true, true], said: [] });
    expect(await under({ until: '2025-11-20' })).toEqual({
      ...{ waived: [], counting: [false, false] },
      said: [
        'Pengecualian atas evidence-file-empty tidak berlaku lagi – diputuskan Sekda sampai 20 November 2025 – perbaiki temuannya, atau perbarui keputusannya di spbe.yaml.',
      ],
    });
  });

  test('of two the one that still holds counts, and the finding names it', async () => {
    const review = await reviewed({
      ...{ one, rules },
      settings: settings([
        waiver({ until: '2025-01-01', reason: 'Lama' }),
        waiver({ indicator: '12', reason: 'Baru', by: 'Bupati' }),
        waiver({ reason: 'Kedua' }),
      ]),
    });
    expect(review.documents.map(({ problems }) => problems[0]?.waiver)).toEqual([
      { reason: 'Baru', by: 'Bupati', until: '2025-12-31' },
      { reason: 'Kedua', by: 'Sekda', until: '2025-12-31' },
    ]);
    expect(review.problems.map(({ code }) => code).filter((code) => code.startsWith('waiver'))).toEqual([
      'waiver-expired',
    ]);
  });

  test('on an answer: by its OPD, or by its file', async () => {
    const onAnswer = (parts: Partial<Waiver>) => under({ code: 'explanation-missing', ...parts });
    expect((await onAnswer({ opd: 'diskominfo', indicator: '13' })).waived).toEqual(['info Penilaian!F7']);
    expect((await onAnswer({ document: 'a.XLSX' })).waived).toEqual([
      'info Penilaian!F6',
      'info Penilaian!F7',
    ]);
    expect((await onAnswer({ opd: 'bkpsdm' })).waived).toEqual([]);
  });

  test('on a level that is not proven lets it pass without proving it', async () => {
    const [document] = one.documents ?? [];
    const review = await reviewed({
      one: { ...one, documents: [{ ...document, kind: 'Survei' }] },
      settings: { waivers: [waiver({ code: 'level-unproven', opd: 'diskominfo' })] },
    });
    expect(review.problems.map(({ code, severity, waiver: by }) => [code, severity, by?.by])).toEqual([
      ['level-unproven', 'info', 'Sekda'],
    ]);
    expect(review.proven[0]).toMatchObject({ id: '12', proven: 1 });
  });
});
