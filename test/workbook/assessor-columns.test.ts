import { describe, expect, test } from 'vitest';
import { parseSubmission } from '../../src/assessment/answers.ts';
import { type Filling, instrument, sheetOf } from './make-workbook.ts';
import { expectTrueAddresses, merge, roundTrip } from './read-back.ts';

describe('what the internal assessor writes', () => {
  const assessed: Filling = {
    answers: {
      3: [2, 'Fakta tiga.', null, 'Analisis tiga.', 2],
      12: [4, 'Fakta dua belas.', null, 'Analisis dua belas.', '3', 'Reviu belum ada.'],
      47: [3, 'Fakta empat puluh tujuh.', null, 'Analisis empat puluh tujuh.'],
    },
    documents: [
      [3, 2, 'SK', null, null, null, null, 'Kebijakan', 'Ya', 'Diterima'],
      [12, 4, 'Perbup', null, null, null, null, 'Rencana', 'Belum', 'Perbaiki', 'Halaman 3 kosong.'],
      [47, 3, 'SOP'],
    ],
  };

  test('is read beside the answers: level, reason, verdict, remark', async () => {
    const { read, workbook } = await roundTrip(() => {}, assessed);
    expectTrueAddresses(read, workbook);
    const rows = read.submission?.answers.map((row) =>
      [row.explanation, row.analysis, row.assessedLevel, row.assessedReason].map((field) => field?.text),
    );
    expect(rows).toEqual([
      ['Fakta tiga.', 'Analisis tiga.', '2', ''],
      ['Fakta dua belas.', 'Analisis dua belas.', '3', 'Reviu belum ada.'],
      ['Fakta empat puluh tujuh.', 'Analisis empat puluh tujuh.', '', ''],
    ]);
    const documents = read.submission?.documents
      .slice(0, 3)
      .map((row) => [row.kind, row.signed, row.verdict, row.remark].map(({ text }) => text));
    expect(documents).toEqual([
      ['Kebijakan', 'Ya', 'Diterima', ''],
      ['Rencana', 'Belum', 'Perbaiki', 'Halaman 3 kosong.'],
      ['', '', '', ''],
    ]);
    const submission = read.submission ?? expect.fail('not read');
    const parsed = parseSubmission(submission, instrument);
    expect(parsed.problems).toEqual([]);
    expect(parsed.answers.map((one) => [one.level, one.assessed, one.assessedReason])).toEqual([
      [2, 2, ''],
      [4, 3, 'Reviu belum ada.'],
      [3, null, ''],
    ]);
    expect(parsed.evidence.map((one) => [one.kind, one.signed, one.verdict, one.remark])).toEqual([
      ['Kebijakan', true, 'Diterima', ''],
      ['Rencana', false, 'Perbaiki', 'Halaman 3 kosong.'],
      ['', null, '', ''],
    ]);
  });

  test('a level that is none is named at its cell; the officers’ own level stays', async () => {
    const { read } = await roundTrip((book) => {
      sheetOf(book, 'Penilaian').getCell('P7').value = 'tinggi';
    }, assessed);
    expect(merge(read).problems).toMatchObject([
      {
        code: 'assessed-level-invalid',
        at: { file: 'a.xlsx', sheet: 'Penilaian', address: 'P7' },
        message: expect.stringContaining('"tinggi"'),
      },
    ]);
    expect(merge(read).answers.get('12')).toMatchObject({ level: 4, assessed: null });
  });
});
