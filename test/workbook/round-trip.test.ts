import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/workbook/read.ts';
import { fillIn, instrument, load, makeWorkbook, save } from './make-workbook.ts';
import { opened } from './opened.ts';
import {
  describeAnswers,
  describeDocuments,
  empty,
  expectFilled,
  expectTrueAddresses,
  filling,
  merge,
  placesOf,
  roundTrip,
  three,
} from './read-back.ts';

describe('an untouched workbook', () => {
  test('holds its particulars and one blank answer an indicator', () => {
    const { submission, problems } = readWorkbook(opened(empty), 'a.xlsx');
    expect(problems).toEqual([]);
    expect(submission?.meta).toEqual({
      formatVersion: 1,
      instrument: instrument.id,
      region: 'Kabupaten Contoh',
      year: 2025,
      opd: { code: 'diskominfo', name: 'Dinas Komunikasi & Informatika' },
      workbookId: 'uji',
      indicators: three,
    });
    expect(submission && describeAnswers(submission)).toEqual(['3:  |  | ', '12:  |  | ', '47:  |  | ']);
    expect(submission && describeDocuments(submission)).toEqual([]);
  });
});

describe('a filled workbook', () => {
  test('gives back what was typed, at the true addresses', async () => {
    const { read, workbook } = await roundTrip(() => {});
    expectFilled(read, []);
    expectTrueAddresses(read, workbook);
    expect(placesOf(read)).toEqual(['Penilaian!F6', 'Penilaian!F7', 'Penilaian!F8']);
  });

  test('with all 47 indicators', async () => {
    const ids = instrument.indicators.map(({ id }) => id);
    const workbook = await load(await makeWorkbook(ids));
    fillIn(workbook, {
      answers: Object.fromEntries(ids.map((id, index) => [id, [1 + (index % 5), `Fakta ${id}.`, `c${id}`]])),
      documents: ids.map((id, index) => [Number(id), 1 + (index % 5), `Dokumen ${id}`]),
    });
    const read = readWorkbook(opened(await save(workbook)), 'a.xlsx');
    expect(read.problems).toEqual([]);
    expect(read.submission && describeAnswers(read.submission)).toEqual(
      ids.map((id, index) => `${id}: ${1 + (index % 5)} | Fakta ${id}. | c${id}`),
    );
    expect(read.submission && describeDocuments(read.submission)).toHaveLength(47);
    expectTrueAddresses(read, workbook);
  });

  test('has no problem when levels, explanations and documents are complete', async () => {
    const { read } = await roundTrip(() => {}, {
      ...filling,
      documents: [...(filling.documents ?? []), [3, 2, 'SK']],
    });
    const { problems } = merge(read);
    expect(problems).toEqual([]);
  });
});

test('any filling survives exactly', async () => {
  const sign = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
    fc.constantFrom(
      '=1+1',
      '+62 812',
      '-',
      '@SUM(A1)',
      "'quoted",
      '<b>&amp;</b>',
      '"',
      '100%',
      '𝒮𝒫𝐵𝐸',
      'ꦲꦏ꧀ꦱꦫ',
    ),
    fc.constantFrom('12/2023', '1e5', '007', 'TRUE', 'baris satu\nbaris dua', 'a\tb', '_spbe.answers.level'),
  );
  const text = sign.filter(isPlain).map((one) => one.trim());
  const level = fc.constantFrom(null, 1, 2, 3, 4, 5, '3', 'III', 'Level 2', 'n/a', '7');
  const answer = fc.tuple(level, text, text, text, level, text);
  const ticked = fc.constantFrom('Ya', 'Belum', 'v', '?');
  const fillings = fc.record({
    answers: fc.record({ 3: answer, 12: answer, 47: answer }),
    documents: fc.array(fc.tuple(fc.constantFrom(3, '12', 'Indikator 47'), level, ...repeat(text, 9)), {
      maxLength: 4,
    }),
    checklist: fc.record({ '3-L2-a': ticked, '12-L4-e': ticked, '47-L5-i': ticked }),
  });
  await fc.assert(
    fc.asyncProperty(fillings, async (random) => {
      const workbook = await load(empty);
      fillIn(workbook, random);
      const { submission, problems } = readWorkbook(opened(await save(workbook)), 'a.xlsx');
      expect(problems).toEqual([]);
      const texts = (values: readonly unknown[]) =>
        values.map((value) => (value === null ? '' : String(value)));
      expect(
        submission?.answers.map((row) => [
          row.indicator.text,
          row.level.text,
          row.explanation.text,
          row.note.text,
          row.analysis?.text,
          row.assessedLevel?.text,
          row.assessedReason?.text,
        ]),
      ).toEqual(Object.entries(random.answers).map(([id, values]) => [id, ...texts(values)]));
      expect(
        submission?.documents
          .map((row) =>
            [
              ...[row.indicator, row.level, row.title, row.number, row.date, row.location, row.page],
              ...[row.kind, row.signed, row.verdict, row.remark],
            ].map(({ text }) => text),
          )
          .slice(0, random.documents.length),
      ).toEqual(random.documents.map(texts));
      const ticks = [...(submission?.checklist ?? [])].map(([id, { text }]) => [id, text]);
      expect(Object.fromEntries(ticks)).toEqual(random.checklist);
    }),
    { numRuns: 30 },
  );
});

function repeat<T>(one: T, times: number): T[] {
  return Array.from({ length: times }, () => one);
}

/** exceljs neither escapes `_xHHHH_` nor writes what XML cannot hold; odd blanks are made plain by the reader. */
function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: leaving them out is the purpose
  return !/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u00a0\u2007\u202f\u200b\ufeff]|_x/.test(text);
}
