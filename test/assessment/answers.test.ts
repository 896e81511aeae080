import { describe, expect, test } from 'vitest';
import { parseSubmission } from '../../src/assessment/answers.ts';
import { normalizeIndicator } from '../../src/assessment/normalize-indicator.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import type { AnswerTexts } from './make-submission.ts';
import { makeSubmission } from './make-submission.ts';
import { parseTexts as parse } from './parse-texts.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

describe('an indicator as people name it', () => {
  test.each([
    ['12', '12'],
    [' 12 ', '12'],
    ['12.0', '12'],
    ['12,0', '12'],
    ['12.', '12'],
    ['012', '12'],
    ['１２', '12'],
    ['Indikator 12', '12'],
    ['No. 12', '12'],
    ['nomor 12', '12'],
    ['I 12', '12'],
    ['35-1', '35-1'],
    ['35 – 1', '35-1'],
    ['35 –1', '35-1'],
    ['35– 1', '35-1'],
    ['0012', '12'],
    ['No.12', '12'],
    ['Bukan no 12', 'Bukan no 12'],
    ['1'.repeat(100), '1'.repeat(100)],
    ['1'.repeat(101), `${'1'.repeat(100)}…`],
    ['10', '10'],
    ['100', '100'],
    ['0', '0'],
    ['', ''],
  ])('%j is %j', (text, id) => {
    expect(normalizeIndicator(text)).toBe(id);
  });
});

describe('levels', () => {
  test('are taken with the place where they stand', () => {
    const { levels, answers, problems } = parse([
      ['12', 'Level 3', 'Fakta.', 'Catatan.'],
      ['Indikator 7', '3,0', 'Fakta.'],
    ]);
    expect(levels).toEqual({ 7: 3, 12: 3 });
    expect(answers[0]).toEqual({
      indicator: '12',
      level: 3,
      explanation: 'Fakta.',
      analysis: 'Memenuhi kriteria.',
      note: 'Catatan.',
      opd: 'diskominfo',
      at: { file: 'a.xlsx', sheet: 'Penilaian', address: 'F6' },
      explanationAt: { file: 'a.xlsx', sheet: 'Penilaian', address: 'J6' },
      analysisAt: { file: 'a.xlsx', sheet: 'Penilaian', address: 'K6' },
      assessed: null,
      assessedReason: '',
    });
    expect(problems).toEqual([]);
  });

  test('in a form with but one column for the explanation: the analysis is null, not blank', () => {
    const { answers, problems } = parseSubmission(
      makeSubmission({ meta: null, answers: [['12', '3', 'Fakta.']] }),
      instrument,
    );
    expect(answers).toMatchObject([{ explanation: 'Fakta.', analysis: null, assessed: null }]);
    expect(answers[0]?.analysisAt).toEqual(answers[0]?.explanationAt);
    expect(problems).toEqual([]);
  });

  test('blank, not assessed and not understood are three different problems, and none is a level', () => {
    const { levels, problems, messages } = parse([
      ['1', ''],
      ['2', 'n/a'],
      ['3', 'tiga'],
      ['4', '0'],
    ]);
    expect(levels).toEqual({ 1: null, 2: null, 3: null, 4: null });
    expect(problems).toEqual([
      'level-blank Penilaian!F6',
      'level-not-assessed Penilaian!F7',
      'level-invalid Penilaian!F8',
      'level-invalid Penilaian!F9',
    ]);
    expect(messages[2]).toBe(
      'Tingkat indikator 3 tidak dikenal; dihitung sebagai kosong – tertulis "tiga" – isi 1, 2, 3, 4 atau 5.',
    );
  });
});

describe('the internal assessor’s level', () => {
  const parseAssessed = (assessed: string, reason = '') =>
    parse([['12', '4', 'Fakta.', '', 'Analisis.', assessed, reason]]);

  test('is read like the officers’ own, beside it', () => {
    const { answers, problems } = parseAssessed('Level 3', 'Reviu belum ada.');
    expect(answers).toMatchObject([{ level: 4, assessed: 3, assessedReason: 'Reviu belum ada.' }]);
    expect(problems).toEqual([]);
  });

  test.each(['', 'n/a', 'belum dinilai'])('%j is none yet, and no problem', (text) => {
    const { answers, problems } = parseAssessed(text);
    expect(answers).toMatchObject([{ level: 4, assessed: null }]);
    expect(problems).toEqual([]);
  });

  test.each(['7', 'tinggi', '3,5', '0'])('%j is named at its cell', (text) => {
    const { answers, problems, messages } = parseAssessed(text);
    expect(answers).toMatchObject([{ level: 4, assessed: null }]);
    expect(problems).toEqual(['assessed-level-invalid Penilaian!P6']);
    expect(messages).toEqual([
      `Tingkat asesor indikator 12 tidak dikenal – tertulis "${text}" – isi 1, 2, 3, 4 atau 5, atau kosongkan.`,
    ]);
  });
});

describe('an unknown indicator', () => {
  test.each(['48', '0', '-1', '1.5', 'Kunci', '12a', '5-1'])('%j is named and left out', (indicator) => {
    const { levels, problems, messages } = parse([[indicator, '3']]);
    expect(levels).toEqual({});
    expect(problems).toEqual(['indicator-unknown Penilaian!B6']);
    expect(messages[0]).toContain(`tertulis "${indicator}" – isi nomor indikator 1 sampai 47`);
  });

  test('whose name is written instead of its number is recognised in the advice only', () => {
    const { name, id } = instrument.indicators[11] ?? { name: '', id: '' };
    const { levels, messages } = parse([[name.toUpperCase(), '3']]);
    expect(levels).toEqual({});
    expect(messages[0]).toContain(`maksud Anda nomor ${id}?`);
  });

  test('a level without an indicator is named too; an empty row is not', () => {
    expect(
      parse([
        ['', '3'],
        ['', ''],
      ]).problems,
    ).toEqual(['indicator-unknown Penilaian!B6']);
  });
});

describe('the same indicator twice in one file', () => {
  test('with one and the same level is no problem', () => {
    expect(
      parse([
        ['5', '3'],
        ['5', 'III'],
      ]),
    ).toMatchObject({ levels: { 5: 3 }, problems: [] });
  });

  test('with one level: what one row leaves blank comes from the other, and nothing is said', () => {
    const { answers, problems } = parse([
      ['5', '3', '', 'Catatan.', ''],
      ['5', '3', 'Fakta.', '', 'Analisis.', '2', 'Alasan.'],
    ]);
    expect(problems).toEqual([]);
    expect(answers).toMatchObject([
      {
        explanation: 'Fakta.',
        analysis: 'Analisis.',
        note: 'Catatan.',
        assessed: 2,
        assessedReason: 'Alasan.',
      },
    ]);
    expect(answers[0]?.at.address).toBe('F6');
    expect(answers[0]?.explanationAt.address).toBe('J7');
    expect(answers[0]?.analysisAt.address).toBe('K7');
  });

  test.each<[AnswerTexts, AnswerTexts, string]>([
    [['5', '3', 'Fakta satu.'], ['5', '3', 'Fakta dua.'], 'fakta'],
    [['5', '3', 'F.', '', 'Analisis satu.'], ['5', '3', 'F.', '', 'Analisis dua.'], 'analisis'],
    [['5', '3', '', 'Satu.'], ['5', '3', '', 'Dua.'], 'catatan'],
    [['5', '3', '', '', '', '2'], ['5', '3', '', '', '', '1'], 'tingkat asesor'],
    [['5', '3', 'Satu.', 'Satu.'], ['5', 'III', 'Dua.', 'Dua.'], 'fakta, catatan'],
    [['5', ''], ['5', ''], ''],
    [['5', '', 'Satu.'], ['5', '', 'Dua.'], 'fakta'],
  ])(
    'with one level but other words (%j, %j): the first counts, and that is said',
    (first, second, parts) => {
      const { answers, problems, messages } = parse([first, second]);
      expect(answers[0]?.explanation).toBe(first[2] ?? '');
      expect(problems.filter((one) => !one.startsWith('level-blank'))).toEqual(
        parts === '' ? [] : ['indicator-duplicate Penilaian!B7'],
      );
      if (parts !== '') {
        expect(messages.find((text) => text.includes('sudah ada'))).toBe(
          `Indikator 5 sudah ada di Penilaian!F6 dengan isi berbeda; tingkatnya sama, dipakai ${parts} di baris itu – gabungkan isinya, lalu hapus salah satu barisnya.`,
        );
      }
    },
  );

  test.each([
    [['4', '2'], 'F7'],
    [['2', '4'], 'F6'],
  ] as const)('with levels %j takes the lowest, at its own place', ([first, second], address) => {
    const { levels, answers, problems, messages } = parse([
      ['5', first],
      ['5', second],
    ]);
    expect(levels).toEqual({ 5: 2 });
    expect(answers[0]?.at.address).toBe(address);
    expect(problems).toEqual(['indicator-duplicate Penilaian!B7']);
    expect(messages[0]).toContain('sudah ada di Penilaian!F6 dengan isi berbeda; dipakai yang terendah, 2');
  });

  test.each([
    ['', '3'],
    ['3', ''],
    ['n/a', '3'],
  ])('with levels %j and %j takes the level and does not call it blank', (first, second) => {
    const { levels, problems } = parse([
      ['5', first],
      ['5', second],
    ]);
    expect(levels).toEqual({ 5: 3 });
    expect(problems).toEqual(['indicator-duplicate Penilaian!B7']);
  });

  test.each([
    [['', 'tujuh'], 'F7'],
    [['tujuh', ''], 'F6'],
    [['3', 'tujuh'], 'F7'],
    [['tujuh', '3'], 'F6'],
  ] as const)('with %j never hides what was not understood', ([first, second], address) => {
    const { problems } = parse([
      ['5', first],
      ['5', second],
    ]);
    expect(problems).toContain(`level-invalid Penilaian!${address}`);
  });

  test('nor what the assessor wrote in the row that is not used', () => {
    const { problems } = parse([
      ['5', '2'],
      ['5', '4', '', '', '', 'tujuh'],
    ]);
    expect(problems).toEqual(['assessed-level-invalid Penilaian!P7', 'indicator-duplicate Penilaian!B7']);
  });
});
