import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { type Assessment, claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import type { Submission } from '../../src/assessment/submission.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import type { Place } from '../../src/problem.ts';
import { makeSubmission, type Texts } from './make-submission.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const nobody = { region: null, year: null };

function merge(
  files: readonly Texts[],
  subject: Parameters<typeof mergeSubmissions>[2] = nobody,
): Assessment {
  return mergeSubmissions(files.map(makeSubmission), instrument, subject, null);
}

function codes({ problems }: Assessment): string[] {
  return problems.map(({ code, at }) => `${code} ${at.file}`);
}

function levels({ answers }: Assessment) {
  return Object.fromEntries(claimedLevels(answers));
}

const floor = (file: string, ...indicators: string[]): Texts => ({
  file,
  answers: indicators.map((id) => [id, '1']),
});

describe('files of one region', () => {
  test('become one assessment: answers, OPD, files, region and year', () => {
    const assessment = merge([
      { file: 'b.xlsx', meta: { opd: { code: 'bappeda', name: 'Bappeda' } }, answers: [['12', '1']] },
      floor('a.xlsx', '1', '2'),
    ]);
    expect(assessment).toMatchObject({ region: 'Kabupaten Contoh', year: 2025, files: ['a.xlsx', 'b.xlsx'] });
    expect(levels(assessment)).toEqual({ 1: 1, 2: 1, 12: 1 });
    expect(assessment.answers.get('12')?.opd).toBe('bappeda');
    expect([...assessment.opd]).toEqual([
      ['diskominfo', 'Dinas Kominfo'],
      ['bappeda', 'Bappeda'],
    ]);
    expect(assessment.problems).toEqual([]);
  });

  test('a csv names neither region, year nor OPD', () => {
    const assessment = merge([{ file: 'a.csv', meta: null, answers: [['1', '4']] }]);
    expect(assessment).toMatchObject({ region: null, year: null, problems: [] });
    expect(assessment.answers.get('1')?.opd).toBeNull();
  });

  test('a csv takes part beside workbooks', () => {
    const assessment = merge([floor('a.xlsx', '1'), { file: 'b.csv', meta: null, answers: [['2', '5']] }]);
    expect(levels(assessment)).toEqual({ 1: 1, 2: 5 });
  });
});

describe('files that do not belong', () => {
  test.each([
    ['region-mismatch', { region: 'Kota Lain' }, 'tertulis Kota Lain, seharusnya Kabupaten Contoh'],
    ['year-mismatch', { year: 2019 }, 'tertulis 2019, seharusnya 2025'],
    ['instrument-mismatch', { instrument: 'lain' }, 'tertulis lain, seharusnya permenpanrb-59-2020'],
  ])('%s: are left out and named', (code, meta, words) => {
    const strange: Texts = { file: 'c.xlsx', meta, answers: [['3', '5', 'Fakta.']] };
    const assessment = merge([floor('a.xlsx', '1'), floor('b.xlsx', '2'), strange]);
    expect(codes(assessment)).toEqual([`${code} c.xlsx`]);
    expect(assessment.problems[0]).toMatchObject({
      severity: 'error',
      message: expect.stringContaining(words),
    });
    expect(levels(assessment)).toEqual({ 1: 1, 2: 1 });
    expect(assessment.files).toEqual(['a.xlsx', 'b.xlsx']);
    expect(assessment.evidence).toEqual([]);
  });

  test('every reason is given at once', () => {
    const strange: Texts = { file: 'c.xlsx', meta: { region: 'Kota Lain', year: 2019 }, answers: [] };
    expect(codes(merge([floor('a.xlsx', '1'), floor('b.xlsx', '2'), strange]))).toEqual([
      'region-mismatch c.xlsx',
      'year-mismatch c.xlsx',
    ]);
  });

  test('the project says what belongs, whatever most files say', () => {
    const files = [floor('a.xlsx', '1'), floor('b.xlsx', '2')];
    const assessment = merge(files, { region: 'Kota Lain', year: 2025 });
    expect(codes(assessment)).toEqual(['region-mismatch a.xlsx', 'region-mismatch b.xlsx']);
    expect(assessment).toMatchObject({ region: 'Kota Lain', files: [] });
  });

  test('without a project the most frequent region and year win; among equals the first by text', () => {
    const of = (file: string, region: string): Texts => ({ file, meta: { region }, answers: [] });
    expect(merge([of('a.xlsx', 'Z'), of('b.xlsx', 'Z'), of('c.xlsx', 'A')]).region).toBe('Z');
    expect(merge([of('a.xlsx', 'Z'), of('b.xlsx', 'A')]).region).toBe('A');
  });

  test('case, blanks and width of a region’s name do not matter', () => {
    const same: Texts = { file: 'b.xlsx', meta: { region: ' KABUPATEN  contoh' }, answers: [['2', '1']] };
    const assessment = merge([floor('a.xlsx', '1'), same], { region: 'Kabupaten Contoh', year: null });
    expect(assessment.problems).toEqual([]);
  });
});

describe('several files on one indicator', () => {
  const say = (file: string, level: string): Texts => ({ file, meta: null, answers: [['12', level]] });

  test('that agree are no problem', () => {
    const assessment = merge([say('b.csv', '3'), say('a.csv', 'III')]);
    expect(assessment.problems).toEqual([]);
    expect(assessment.answers.get('12')?.at.file).toBe('a.csv');
  });

  test('that disagree: the lowest counts, and each cell is named with the others', () => {
    const assessment = merge([say('a.csv', '4'), say('b.csv', '2'), say('c.csv', '3')]);
    expect(levels(assessment)).toEqual({ 12: 2 });
    expect(assessment.answers.get('12')?.at).toMatchObject({ file: 'b.csv', address: 'F6' });
    expect(codes(assessment)).toEqual([
      'answer-conflict a.csv',
      'answer-conflict b.csv',
      'answer-conflict c.csv',
    ]);
    expect(assessment.problems[1]?.message).toContain(
      'di sini 2; a.csv › Penilaian!F6: 4; c.csv › Penilaian!F6: 3; dipakai yang terendah, 2',
    );
  });

  test('a blank does not count against a level', () => {
    const assessment = merge([say('a.csv', ''), say('b.csv', '4')]);
    expect(levels(assessment)).toEqual({ 12: 4 });
    expect(codes(assessment)).toEqual(['level-blank a.csv']);
  });

  test('none with a level: the indicator is answered, without a level', () => {
    const assessment = merge([say('a.csv', ''), say('b.csv', 'n/a')]);
    expect(levels(assessment)).toEqual({});
    expect(assessment.answers.get('12')?.level).toBeNull();
  });
});

describe('indicators that no file holds', () => {
  const at: Place = { file: 'spbe.yaml' };
  const half = makeSubmission(floor('a.xlsx', ...instrument.indicators.slice(0, 44).map(({ id }) => id)));

  test('are named once for a whole region', () => {
    const { problems } = mergeSubmissions([half], instrument, nobody, at);
    expect(problems).toMatchObject([{ code: 'indicator-uncovered', at }]);
    expect(problems[0]?.message).toMatch(/indikator 45(, 46, |–)47 – dihitung sebagai tingkat 1/);
  });

  test('are nobody’s fault where one OPD is looked at', () => {
    expect(mergeSubmissions([half], instrument, nobody, null).problems).toEqual([]);
  });

  test('a row without a level is not a missing indicator', () => {
    const all = makeSubmission({
      meta: null,
      answers: instrument.indicators.map(({ id }) => [id, '']),
    });
    const { problems } = mergeSubmissions([all], instrument, nobody, at);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['level-blank']));
  });
});

describe('the note of a whole file', () => {
  const noted = (file: string, ...notes: string[]): Texts => ({
    file,
    meta: null,
    answers: notes.map((note, index) => [String(index + 1), '1', '', note]),
  });

  test('is what every answer of a file carries', () => {
    expect(merge([noted('a.csv', 'ilustrasi', 'ilustrasi')]).notes).toEqual(['ilustrasi']);
  });

  test.each([
    ['differing', ['ilustrasi', 'resmi']],
    ['one without', ['ilustrasi', '']],
    ['none', ['', '']],
    ['no answers', []],
  ])('%s: there is none', (_, notes) => {
    expect(merge([noted('a.csv', ...notes)]).notes).toEqual([]);
  });

  test('stands once for several files, and not at all for a file left out', () => {
    expect(merge([noted('a.csv', 'x'), noted('b.csv', 'y', 'y'), noted('c.csv', 'x')]).notes).toEqual([
      'x',
      'y',
    ]);
    const strange: Texts = { file: 'c.xlsx', meta: { year: 1 }, answers: [['3', '1', '', 'x']] };
    expect(merge([strange], { region: null, year: 2025 }).notes).toEqual([]);
  });
});

test('the order of the files never matters', () => {
  const text = fc.constantFrom('', '1', '2', '3', '4', 'n/a', 'tujuh', 'Level 3');
  const answer = fc.tuple(
    fc.constantFrom('1', '2', '3', '12', '99', ''),
    text,
    text,
    fc.constantFrom('', 'x'),
  );
  const document = fc.tuple(fc.constantFrom('1', '2', '99', ''), text, fc.constantFrom('', 'SK'));
  const meta = fc.option(
    fc.record({
      region: fc.constantFrom('Kabupaten Contoh', 'Kota Lain'),
      year: fc.constantFrom(2024, 2025),
      instrument: fc.constantFrom('permenpanrb-59-2020', 'lain'),
      opd: fc.constantFrom({ code: 'a', name: 'A' }, { code: 'a', name: 'B' }, { code: 'b', name: 'B' }),
      indicators: fc.constantFrom([], ['1', '2'], ['47']),
    }),
  );
  const file = fc.record({
    meta,
    answers: fc.array(answer, { maxLength: 5 }),
    documents: fc.array(document, { maxLength: 3 }),
  });
  const whole = { file: 'spbe.yaml' };
  const shuffled = fc
    .array(file, { minLength: 1, maxLength: 5 })
    .map((files) => files.map((one, index) => makeSubmission({ ...one, file: `${index}.xlsx` })))
    .chain((files) =>
      fc.tuple(
        fc.constant(files),
        fc.shuffledSubarray(files, { minLength: files.length, maxLength: files.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([files, other]) => {
      expect(asText(mergeSubmissions(other, instrument, nobody, whole))).toBe(
        asText(mergeSubmissions(files, instrument, nobody, whole)),
      );
    }),
    { numRuns: 200 },
  );
});

test('a level that counts is never above one that a file states', () => {
  const level = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(fc.array(level, { minLength: 1, maxLength: 6 }), (stated) => {
      const files = stated.map(
        (one, index): Submission =>
          makeSubmission({ file: `${index}.csv`, meta: null, answers: [['7', String(one)]] }),
      );
      const { answers } = mergeSubmissions(files, instrument, nobody, null);
      expect(answers.get('7')?.level).toBe(Math.min(...stated));
    }),
  );
});

/** Maps and fractions written out, so that whole assessments can be compared. */
function asText(assessment: Assessment): string {
  return JSON.stringify(assessment, (_, value) =>
    value instanceof Map ? [...value] : value instanceof Fraction ? value.toFraction() : value,
  );
}
