import { describe, expect, test } from 'vitest';
import { parseSubmission } from '../../src/assessment/answers.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { type DocumentTexts, makeSubmission } from './make-submission.ts';
import { parseTexts as parse } from './parse-texts.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

describe('evidence', () => {
  test('is taken with its place; empty rows are passed over', () => {
    const { evidence, problems } = parse(
      [],
      [
        ['', ''],
        ['12', '3', 'Perbup 12/2023', 'perbup.pdf'],
      ],
    );
    expect(problems).toEqual([]);
    expect(evidence).toEqual([
      {
        indicator: '12',
        opd: 'diskominfo',
        level: 3,
        title: 'Perbup 12/2023',
        number: '',
        date: '',
        dated: { kind: 'blank' },
        location: 'perbup.pdf',
        page: '',
        kind: '',
        signed: null,
        verdict: '',
        remark: '',
        at: { file: 'a.xlsx', sheet: 'Bukti', address: 'D7' },
        cells: expect.objectContaining({ location: { file: 'a.xlsx', sheet: 'Bukti', address: 'G7' } }),
      },
    ]);
  });

  test('is taken with its kind, whether it is signed, and what the assessor says', () => {
    const { evidence, problems } = parse(
      [],
      [['12', '3', 'Perbup', '', 'Kebijakan', 'Ya', 'Perbaiki', 'Tanpa lampiran.']],
    );
    expect(evidence).toMatchObject([
      { kind: 'Kebijakan', signed: true, verdict: 'Perbaiki', remark: 'Tanpa lampiran.' },
    ]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['Ya', true],
    ['sudah', true],
    ['✓', true],
    ['Belum', false],
    ['TIDAK', false],
    ['', null],
    ['entah', null],
  ])('signed: %j is %j', (text, signed) => {
    expect(parse([], [['12', '3', 'Perbup', '', '', text]]).evidence).toMatchObject([{ signed }]);
  });

  test('of which only the kind is chosen says nothing of its indicator', () => {
    expect(parse([], [['', '', '', '', 'Kebijakan']]).problems).toEqual([
      'evidence-indicator-unknown Bukti!A6',
    ]);
  });

  test.each<[DocumentTexts, string]>([
    [['', '', '', '', '', 'Ya'], 'evidence-indicator-unknown Bukti!A6'],
    [['', '', '', '', '', '', 'Ditolak'], 'evidence-indicator-unknown Bukti!A6'],
    [['', '', '', '', '', '', '', 'Dokumen mana?'], 'evidence-indicator-unknown Bukti!A6'],
    [['12', '', '', '', '', '', 'Ditolak'], 'evidence-incomplete Bukti!D6'],
  ])('%j, with no more than the last columns filled, is not passed over', (document, expected) => {
    expect(parse([], [document])).toMatchObject({ evidence: [], problems: [expected] });
  });

  test.each([
    ['', { kind: 'blank' }],
    ['17 Agustus 2025', { kind: 'day', iso: '2025-08-17' }],
    ['Agustus 2025', { kind: 'month', iso: '2025-08' }],
  ])('dated %j', (date, dated) => {
    const submission = makeSubmission({ documents: [['12', '3', 'SK', '', '', '', '', '', date]] });
    const { evidence, problems } = parseSubmission(submission, instrument);
    expect(evidence).toMatchObject([{ date, dated }]);
    expect(problems).toEqual([]);
  });

  test('with a date that is none still counts, and the cell is named', () => {
    const document = ['12', '3', 'SK', '', '', '', '', '', '8/17/25'] as const;
    const { evidence, problems } = parse([], [document]);
    expect(evidence).toMatchObject([{ title: 'SK', date: '8/17/25', dated: { kind: 'invalid' } }]);
    expect(problems).toEqual(['evidence-date-invalid Bukti!F6']);
  });

  test('without a level counts, for any level', () => {
    const { evidence, problems } = parse([], [['12', '', '', 'perbup.pdf']]);
    expect(evidence).toMatchObject([{ indicator: '12', level: null }]);
    expect(problems).toEqual([]);
  });

  test('of an unknown indicator, or of none, is named and not counted', () => {
    const { evidence, problems } = parse(
      [],
      [
        ['99', '3', 'SK'],
        ['', '', 'SK tanpa nomor'],
      ],
    );
    expect(evidence).toEqual([]);
    expect(problems).toEqual(['evidence-indicator-unknown Bukti!A6', 'evidence-indicator-unknown Bukti!A7']);
  });

  test.each(['2, 12', '12 dan 14', '1;2', '3 s.d. 5', '3 & 5'])(
    'of several indicators, %j: one row each',
    (text) => {
      const { evidence, messages } = parse([], [[text, '3', 'SK']]);
      expect(evidence).toEqual([]);
      expect(messages).toEqual([
        `Bukti tidak jelas untuk indikator mana; belum dihitung sebagai bukti – tertulis "${text}" – tulis satu baris untuk satu indikator.`,
      ]);
    },
  );

  test('with a level that is none still counts as a document', () => {
    const { evidence, problems } = parse([], [['12', '9', 'SK']]);
    expect(evidence).toMatchObject([{ indicator: '12', level: null, title: 'SK' }]);
    expect(problems).toEqual(['evidence-level-invalid Bukti!B6']);
  });

  test('that names neither title nor file is no evidence', () => {
    const { evidence, problems } = parse([], [['12', '3']]);
    expect(evidence).toEqual([]);
    expect(problems).toEqual(['evidence-incomplete Bukti!D6']);
  });
});
