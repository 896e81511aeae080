import { describe, expect, test } from 'vitest';
import { dropDuplicates, findDifferences } from '../../src/assessment/duplicates.ts';
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

describe('which one is named', () => {
  const said = (...files: readonly Submission[]) =>
    dropDuplicates(files).problems.map(
      ({ at, message }) => `${at.file}: ${message.split(' – ').slice(0, 2).join(' – ')}`,
    );
  const more: Texts = { ...filled, answers: [['1', '3', 'Fakta.', 'Catatan']] };
  const copyOf = (file: string, how: string) =>
    `Berkas ini salinan dari ${file} dan tidak ikut dihitung – ${how}`;

  test('the same, the later one first, then by name; or one that holds less and is older', () => {
    expect(said(file('a.xlsx', early, filled), file('b.xlsx', late, filled))).toEqual([
      `a.xlsx: ${copyOf('b.xlsx', 'sama isinya, semua isinya ada di sana')}`,
    ]);
    expect(said(file('b.xlsx', undefined, filled), file('a.xlsx', undefined, filled))).toEqual([
      `b.xlsx: ${copyOf('a.xlsx', 'sama isinya, semua isinya ada di sana')}`,
    ]);
    expect(said(file('a.xlsx', early, filled), file('b.xlsx', undefined, filled))).toEqual([
      `b.xlsx: ${copyOf('a.xlsx', 'sama isinya, semua isinya ada di sana')}`,
    ]);
    expect(said(file('a.xlsx', late, filled), file('b.xlsx', late, more))).toEqual([
      `a.xlsx: ${copyOf('b.xlsx', 'lebih lama, semua isinya ada di sana')}`,
    ]);
  });

  test('of several that are left, the one that holds it', () => {
    const other: Texts = { answers: [['1', '4']] };
    const problems = said(
      file('a.xlsx', early, other),
      file('b.xlsx', late, more),
      file('c.xlsx', early, filled),
    );
    expect(problems[0]).toBe(`c.xlsx: ${copyOf('b.xlsx', 'lebih lama, semua isinya ada di sana')}`);
    expect(problems).toHaveLength(2);
  });

  test('where what replaces it is itself replaced, the one that is left', () => {
    const most: Texts = {
      ...more,
      documents: [
        ['1', '3', 'SK 12'],
        ['2', '3', 'SK 13'],
      ],
    };
    // c knows no time, so it may be later than a and earlier than b.
    expect(
      said(file('a.xlsx', late, filled), file('b.xlsx', early, most), file('c.xlsx', undefined, more)),
    ).toEqual([
      `a.xlsx: ${copyOf('b.xlsx', 'lebih lama, semua isinya ada di sana')}`,
      `c.xlsx: ${copyOf('b.xlsx', 'lebih lama, semua isinya ada di sana')}`,
    ]);
  });
});

describe('two that both count', () => {
  const differs = (first: Texts, second: Texts, ticks: readonly Record<string, string>[] = []) => {
    const files = [file('a.xlsx', early, first, ticks[0]), file('b.xlsx', late, second, ticks[1])];
    const [found, ...others] = dropDuplicates(files).problems;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'workbook-duplicate', at: { file: 'b.xlsx' } });
    expect(found?.details).toMatchObject({ other: 'a.xlsx' });
    return found?.details['differs'];
  };

  test('an older one that holds more is not left out', () => {
    const more: Texts = { ...filled, answers: [['1', '3', 'Fakta.', 'Catatan']] };
    expect(differs(more, filled)).toBe('Penilaian!O6 "Catatan"');
  });

  test('each differing cell is named once, with what stands in the other', () => {
    const first: Texts = {
      answers: [
        ['1', '3', 'Fakta.'],
        ['2', '4'],
      ],
      documents: [['1', '3', 'SK 12']],
    };
    const second: Texts = {
      answers: [
        ['1', '4', 'Fakta.'],
        ['3', '5'],
      ],
      documents: [['1', '2', 'SK 12']],
    };
    expect(differs(first, second, [{ x: 'Ya', y: 'Ya' }, { x: 'Belum' }])).toBe(
      [
        'Penilaian!F6 "3" dan "4"',
        'Penilaian!F7 "4"',
        'Kriteria!H9 "Ya" dan "Belum"',
        'Kriteria!H9 "Ya"',
        'Bukti!D6 "SK 12"',
        'dan 2 sel lagi',
      ].join('; '),
    );
  });

  test('five cells are named, long texts cut', () => {
    const levels = (...texts: readonly string[]): Texts => ({
      answers: texts.map((text, index) => [String(index + 1), text] as const),
    });
    expect(differs(levels('1', '1', '1', '1', '1'), levels('2', '2', '2', '2', '2'))).toBe(
      ['F6', 'F7', 'F8', 'F9', 'F10'].map((cell) => `Penilaian!${cell} "1" dan "2"`).join('; '),
    );
    const [thirty, more] = ['x'.repeat(30), 'y'.repeat(31)];
    expect(differs(levels(thirty), levels(more))).toBe(`Penilaian!F6 "${thirty}" dan "${'y'.repeat(30)}…"`);
  });

  test('an indicator that stands twice is compared row by row', () => {
    const twice = (second: string): Texts => ({
      answers: [
        ['1', '3'],
        ['01', second],
      ],
    });
    expect(differs(twice('4'), twice('5'))).toBe('Penilaian!F7 "4" dan "5"');
  });

  test('a document without a title is looked for among all; a blank row is none', () => {
    const documents = (...rows: readonly (readonly [string, string, string, string?])[]): Texts => ({
      documents: rows,
    });
    const untitled = documents(['1', '3', '', 'sk.pdf'], ['', '', '']);
    expectEither(
      [file('a.xlsx', early, untitled), file('b.xlsx', late, documents(['1', '3', 'SK', 'sk.pdf']))],
      {
        kept: ['b.xlsx'],
        problems: ['workbook-superseded a.xlsx'],
      },
    );
    const none: Texts = { answers: [['1', '3']] };
    expectEither([file('a.xlsx', early, documents(['', '', ''])), file('b.xlsx', late, none)], {
      kept: ['b.xlsx'],
      problems: ['workbook-superseded a.xlsx'],
    });
    expect(differs(untitled, documents(['1', '3', 'SK', 'lain.pdf']))).toBe(
      'Bukti!G6 "sk.pdf"; Bukti!D6 "SK"',
    );
  });
});

test('what of an older file is otherwise in a newer one, or not there', () => {
  const older = file('a.xlsx', early, { answers: [['1', '3', 'Fakta.']], documents: [['1', '3', 'SK 12']] });
  const newer = file('b.xlsx', late, {
    answers: [
      ['1', '4'],
      ['2', '2'],
    ],
  });
  expect(
    findDifferences(newer, older).map(({ field, other }) => `${field.at.address} ${field.text}: ${other}`),
  ).toEqual(['F6 3: 4', 'J6 Fakta.: ', 'K6 Memenuhi kriteria.: ', 'D6 SK 12: ']);
  expect(findDifferences(older, older)).toEqual([]);
});
