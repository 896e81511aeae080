import { describe, expect, test } from 'vitest';
import { dropDuplicates } from '../../src/assessment/duplicates.ts';
import type { Submission } from '../../src/assessment/submission.ts';
import { makeSubmission, type Texts } from './make-submission.ts';

const early = '2026-03-01T08:00:00.000Z';
const late = '2026-03-02T08:00:00.000Z';

function file(
  name: string,
  modified: string | undefined,
  texts: Texts,
  ticks: Record<string, string> = {},
): Submission {
  const submission = makeSubmission({ meta: { workbookId: 'a' }, ...texts, file: name });
  const at = { file: name, sheet: 'Kriteria', address: 'H9' };
  return {
    ...submission,
    ...(modified === undefined ? {} : { modified }),
    checklist: new Map(Object.entries(ticks).map(([id, text]) => [id, { text, at }])),
  };
}

function judge(files: readonly Submission[]) {
  const { kept, problems } = dropDuplicates(files);
  return {
    kept: kept.map((one) => one.file).toSorted(),
    problems: problems.map(({ code, at }) => `${code} ${at.file}`).toSorted(),
  };
}

const filled: Texts = { answers: [['1', '3', 'Fakta.']], documents: [['1', '3', 'SK 12']] };

/** Each of them, in both orders of the files. */
function expectEither(files: readonly Submission[], expected: ReturnType<typeof judge>): void {
  expect(judge(files)).toEqual(expected);
  expect(judge(files.toReversed())).toEqual(expected);
}

describe('two files of one workbook', () => {
  test('alike: one counts, silently', () => {
    expectEither([file('a.xlsx', early, filled), file('b.xlsx', early, filled)], {
      kept: ['a.xlsx'],
      problems: ['workbook-superseded b.xlsx'],
    });
  });

  test.each<[string, Texts, Record<string, string>]>([
    [
      'an answer more',
      {
        ...filled,
        answers: [
          ['1', '3', 'Fakta.'],
          ['2', '4'],
        ],
      },
      {},
    ],
    ['a note more', { ...filled, answers: [['1', '3', 'Fakta.', 'Catatan']] }, {}],
    [
      'a document more',
      {
        ...filled,
        documents: [
          ['2', '2', 'SOP'],
          ['1', '3', 'SK 12'],
        ],
      },
      {},
    ],
    ['a document’s place filled in', { ...filled, documents: [['1', '3', 'SK 12', 'sk.pdf']] }, {}],
    ['a tick more', filled, { '1-L2-a': 'Ya' }],
  ])('the later one has %s: it counts alone', (_, texts, ticks) => {
    expectEither([file('a.xlsx', early, filled), file('b.xlsx', late, texts, ticks)], {
      kept: ['b.xlsx'],
      problems: ['workbook-superseded a.xlsx'],
    });
  });

  test.each<[string, Texts, Record<string, string>, string]>([
    ['another level', { ...filled, answers: [['1', '4', 'Fakta.']] }, {}, 'Penilaian!F6 "3" dan "4"'],
    [
      'a text emptied',
      { ...filled, answers: [['1', '3', '', '', 'Memenuhi kriteria.']] },
      {},
      'Penilaian!J6 "Fakta."',
    ],
    ['a document less', { ...filled, documents: [] }, {}, 'Bukti!D6 "SK 12"'],
    ['another document', { ...filled, documents: [['1', '3', 'SK 13']] }, {}, 'Bukti!D6 "SK 12"'],
  ])('the later one has %s: both count, and the cell is named', (_, texts, ticks, named) => {
    const files = [file('a.xlsx', early, filled), file('b.xlsx', late, texts, ticks)];
    expectEither(files, { kept: ['a.xlsx', 'b.xlsx'], problems: ['workbook-duplicate b.xlsx'] });
    expect(dropDuplicates(files).problems[0]?.message).toContain(named);
  });

  test('the later one lost a tick', () => {
    const files = [file('a.xlsx', early, filled, { '1-L2-a': 'Ya' }), file('b.xlsx', late, filled)];
    expectEither(files, { kept: ['a.xlsx', 'b.xlsx'], problems: ['workbook-duplicate b.xlsx'] });
  });

  test('no time is known: the one that holds more counts', () => {
    const more: Texts = {
      ...filled,
      documents: [
        ['1', '3', 'SK 12'],
        ['1', '2', 'SOP'],
      ],
    };
    expectEither([file('a.xlsx', undefined, filled), file('b.xlsx', undefined, more)], {
      kept: ['b.xlsx'],
      problems: ['workbook-superseded a.xlsx'],
    });
  });
});

test('three versions, each longer than the one before: the last counts', () => {
  const answers = (count: number): Texts => ({
    answers: Array.from({ length: count }, (_, index) => [String(index + 1), '1'] as const),
  });
  const files = [1, 2, 3].map((count) =>
    file(`${count}.xlsx`, `2026-03-0${count}T08:00:00.000Z`, answers(count)),
  );
  expectEither(files, {
    kept: ['3.xlsx'],
    problems: ['workbook-superseded 1.xlsx', 'workbook-superseded 2.xlsx'],
  });
});

test('files without an id, and csv files, are never taken for copies', () => {
  const loose = { ...filled, meta: { workbookId: '' } };
  expectEither([file('a.xlsx', early, loose), file('b.xlsx', late, loose)], {
    kept: ['a.xlsx', 'b.xlsx'],
    problems: [],
  });
});
