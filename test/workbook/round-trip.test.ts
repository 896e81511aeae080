import type ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSubmission } from '../../src/assessment/answers.ts';
import { mergeSubmissions } from '../../src/assessment/merge.ts';
import type { Submission } from '../../src/assessment/submission.ts';
import { answersTable, columnOf, documentsTable, identityTable } from '../../src/workbook/layout.ts';
import { type Read, readWorkbook } from '../../src/workbook/read.ts';
import {
  type Filling,
  fillIn,
  haveCell,
  instrument,
  load,
  makeWorkbook,
  save,
  sheetOf,
} from './make-workbook.ts';
import { opened } from './opened.ts';

const three = ['3', '12', '47'];
const empty = await makeWorkbook(three);
const filling: Filling = {
  answers: {
    3: [2, 'Fakta tiga.', 'c3'],
    12: [4, 'Fakta dua belas.', 'c12'],
    47: [3, 'Fakta empat puluh tujuh.', 'c47'],
  },
  documents: [
    [12, 4, 'Perbup Peta Rencana', '12/2023', new Date('2023-08-17'), 'perbup-12.pdf', '5–9'],
    [47, 3, 'SOP Layanan', '5-9', new Date('2024-02-29'), 'https://contoh.go.id/sop', 'hal. 3'],
  ],
};
const filled = {
  answers: [
    '3: 2 | Fakta tiga. | c3',
    '12: 4 | Fakta dua belas. | c12',
    '47: 3 | Fakta empat puluh tujuh. | c47',
  ],
  documents: [
    '12 | 4 | Perbup Peta Rencana | 12/2023 | 2023-08-17 | perbup-12.pdf | 5–9',
    '47 | 3 | SOP Layanan | 5-9 | 2024-02-29 | https://contoh.go.id/sop | hal. 3',
  ],
};

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

describe('after what officers do to the file', () => {
  type Change = (workbook: ExcelJS.Workbook) => void;
  const answersOf = (workbook: ExcelJS.Workbook) => sheetOf(workbook, 'Penilaian');

  test.each<[string, Change]>([
    [
      'sheets renamed',
      (workbook) => {
        answersOf(workbook).name = 'Isian Dinas Kominfo';
        sheetOf(workbook, 'Bukti').name = 'dokumen';
      },
    ],
    [
      'columns swapped',
      (workbook) => {
        swapColumns(answersOf(workbook), columnOf(answersTable, 'level'), columnOf(answersTable, 'fact'));
        swapColumns(answersOf(workbook), columnOf(answersTable, 'id'), columnOf(answersTable, 'note'));
        swapColumns(sheetOf(workbook, 'Bukti'), 1, columnOf(documentsTable, 'location'));
      },
    ],
    [
      'a column of their own in the middle',
      (workbook) => {
        answersOf(workbook).spliceColumns(5, 0, ['', '', '', '', 'PIC', 'Budi', 'Ani', 'Cici']);
        sheetOf(workbook, 'Bukti').spliceColumns(2, 0, ['', '', '', '', 'Petugas', 'Budi']);
      },
    ],
    [
      'headings reworded',
      (workbook) => {
        answersOf(workbook).getCell(5, columnOf(answersTable, 'level')).value = 'Tingkat (1-5)';
        answersOf(workbook).getCell(5, columnOf(answersTable, 'note')).value = 'Catatan Pak Sekda';
      },
    ],
    [
      'rows inserted above the table',
      (workbook) => {
        answersOf(workbook).spliceRows(1, 0, ['PEMERINTAH KABUPATEN'], [], ['Dinas Kominfo']);
        sheetOf(workbook, 'Bukti').spliceRows(3, 0, ['Lampiran'], []);
      },
    ],
    ['blank rows between', (workbook) => answersOf(workbook).spliceRows(7, 0, [], [])],
    ['blank rows between documents', (workbook) => sheetOf(workbook, 'Bukti').spliceRows(7, 0, [], [], [])],
    [
      'levels as text',
      (workbook) => {
        answersOf(workbook).getCell('F6').value = '2';
      },
    ],
    [
      'padding',
      (workbook) => {
        answersOf(workbook).getCell('F6').value = ' 2\u00a0';
        answersOf(workbook).getCell('J6').value = '\n Fakta tiga.  ';
        sheetOf(workbook, 'Bukti').getCell('D6').value = '\u00a0Perbup Peta Rencana ';
      },
    ],
    [
      'rich text',
      (workbook) => {
        answersOf(workbook).getCell('J6').value = {
          richText: [{ text: 'Fakta ' }, { font: { bold: true }, text: 'tiga.' }],
        };
        answersOf(workbook).getCell('F6').value = { richText: [{ font: { bold: true }, text: '2' }] };
      },
    ],
    [
      'a hyperlink: its target is the location',
      (workbook) => {
        sheetOf(workbook, 'Bukti').getCell('G7').value = {
          text: 'klik di sini',
          hyperlink: 'https://contoh.go.id/sop',
        };
      },
    ],
    [
      'a formula with a stored result',
      (workbook) => {
        answersOf(workbook).getCell('F6').value = { formula: '1+1', result: 2 };
      },
    ],
    [
      'a date of full days typed as text',
      (workbook) => {
        sheetOf(workbook, 'Bukti').getCell('F6').value = '2023-08-17';
      },
    ],
  ])('%s: everything is still read', async (_, change) => {
    const { read, workbook } = await roundTrip(change);
    expectFilled(read, []);
    expectTrueAddresses(read, workbook);
  });

  test('rows sorted: answers stay with their indicators, at their new addresses', async () => {
    const { read, workbook } = await roundTrip((book) => sortRows(answersOf(book), [8, 6, 7], 1));
    expect(placesOf(read)).toEqual(['Penilaian!F6', 'Penilaian!F7', 'Penilaian!F8']);
    expect(read.submission && describeAnswers(read.submission)).toEqual(
      [2, 0, 1].map((index) => filled.answers[index]),
    );
    expect(read.problems).toEqual([]);
    expectTrueAddresses(read, workbook);
  });

  test('rows sorted without the hidden columns: the number that the officer sees names the row', async () => {
    const { read } = await roundTrip((book) => sortRows(answersOf(book), [8, 6, 7], 2));
    expect(read.submission && describeAnswers(read.submission)).toEqual(
      [2, 0, 1].map((index) => filled.answers[index]),
    );
    expect(codesOf(read)).toEqual([
      'indicator-mismatch Penilaian!B6',
      'indicator-mismatch Penilaian!B7',
      'indicator-mismatch Penilaian!B8',
    ]);
  });

  test('a number overwritten with something else: the hidden id still names the row', async () => {
    const { read } = await roundTrip((book) => {
      answersOf(book).getCell('B7').value = '2.b';
    });
    expectFilled(read, []);
  });

  test('the sheet copied: the original is read, the copy named', async () => {
    const { read } = await roundTrip((book) => {
      copySheet(book, 'Penilaian', 'Penilaian (2)').getCell('F6').value = 5;
    });
    expectFilled(read, ['sheet-copied Penilaian (2)']);
  });

  test('hidden marks deleted: columns are found by their headings', async () => {
    const { read, workbook } = await roundTrip((book) => answersOf(book).spliceRows(4, 1));
    expectFilled(read, Array(8).fill('column-guessed Penilaian'));
    expect(placesOf(read)).toEqual(['Penilaian!F5', 'Penilaian!F6', 'Penilaian!F7']);
    expectTrueAddresses(read, workbook);
  });

  test('hidden ids emptied: the visible number names the row', async () => {
    const { read } = await roundTrip((book) => {
      for (const row of [6, 7, 8]) answersOf(book).getCell(row, 1).value = null;
    });
    expectFilled(read, []);
  });

  test('the column of ids deleted', async () => {
    const { read, workbook } = await roundTrip((book) => answersOf(book).spliceColumns(1, 1));
    expectFilled(read, []);
    expectTrueAddresses(read, workbook);
  });

  test('the column of levels deleted: said once, and every level is blank', async () => {
    const { read } = await roundTrip((book) =>
      answersOf(book).spliceColumns(columnOf(answersTable, 'level'), 1),
    );
    expect(codesOf(read)).toEqual(['column-missing Penilaian']);
    expect(read.problems[0]?.message).toContain('"Tingkat"');
    expect(read.submission?.answers.map(({ level }) => level.text)).toEqual(['', '', '']);
  });

  test('a row deleted', async () => {
    const { read } = await roundTrip((book) => answersOf(book).spliceRows(7, 1));
    expect(merge(read).problems).toMatchObject([{ code: 'indicator-missing', details: { indicator: '12' } }]);
  });

  test.each(['Penilaian', 'Bukti'])('%s deleted', async (name) => {
    const { read } = await roundTrip((book) => removeSheet(book, name));
    expect(codesOf(read)).toEqual(['sheet-missing ']);
    expect(read.problems[0]?.message).toContain(`Lembar ${name} tidak ditemukan`);
  });

  test('the hidden sheet deleted: its particulars are read from Identitas, all else as before', async () => {
    const { read: before } = await roundTrip(() => {});
    const { read } = await roundTrip((book) => removeSheet(book, '_spbe'));
    expect(read).toEqual(before);
    expect(read.submission?.meta).toMatchObject({ workbookId: 'uji', indicators: three });
    expect([...(read.submission?.identity.keys() ?? [])].filter((key) => key.startsWith('meta.'))).toEqual(
      [],
    );
  });

  test('the hidden sheet emptied, or its format lost: likewise', async () => {
    const { read: before } = await roundTrip(() => {});
    const emptied = await roundTrip((book) => sheetOf(book, '_spbe').spliceRows(1, 20));
    expect(emptied.read).toEqual(before);
    const damaged = await roundTrip((book) => {
      sheetOf(book, '_spbe').getCell('B2').value = null;
    });
    expect(damaged.read).toEqual(before);
  });

  test('the hidden sheet and Identitas deleted: no workbook of ours any more', async () => {
    const { read } = await roundTrip((book) => {
      removeSheet(book, '_spbe');
      removeSheet(book, 'Identitas');
    });
    expect(codesOf(read)).toEqual(['not-a-workbook ']);
    expect(read.submission).toBeNull();
  });

  test('Identitas alone deleted: only its own particulars are lost', async () => {
    const { read: before } = await roundTrip(() => {});
    const { read } = await roundTrip((book) => removeSheet(book, 'Identitas'));
    expect(read.submission).toEqual({ ...before.submission, identity: new Map() });
  });

  test('a later version is refused, too, where only Identitas still tells it', async () => {
    const { read } = await roundTrip((book) => {
      removeSheet(book, '_spbe');
      setIdentity(book, 'meta.formatVersion', 99);
    });
    expect(codesOf(read)).toEqual(['format-newer ']);
    expect(read.submission).toBeNull();
  });

  test('a workbook of a later version is refused, not misread', async () => {
    const { read } = await roundTrip((book) => {
      sheetOf(book, '_spbe').getCell('B2').value = 99;
    });
    expect(codesOf(read)).toEqual(['format-newer ']);
    expect(read.submission).toBeNull();
  });

  test('#REF! in a level is named, at its cell', async () => {
    const { read } = await roundTrip((book) => {
      answersOf(book).getCell('F7').value = { error: '#REF!' };
    });
    expect(merge(read).problems.find(({ code }) => code === 'level-invalid')).toMatchObject({
      at: { file: 'a.xlsx', sheet: 'Penilaian', address: 'F7' },
      message: expect.stringContaining('"#REF!"'),
    });
  });
});

describe('the checklist of Kriteria', () => {
  const checklist = { '3-L5-f': 'Ya', '12-L4-b': 'Belum', '12-L5-c': ' ya ', '47-L5-l': 'Ya' };
  const texts = { '3-L5-f': 'Ya', '12-L4-b': 'Belum', '12-L5-c': 'ya', '47-L5-l': 'Ya' };
  const ticksOf = ({ submission }: Read) =>
    Object.fromEntries([...(submission?.checklist ?? [])].map(([id, { text }]) => [id, text]));
  const expectOwnPlaces = ({ submission }: Read, book: ExcelJS.Workbook, name: string) => {
    for (const [id, { at }] of submission?.checklist ?? []) {
      expect(at).toEqual({ file: 'a.xlsx', sheet: name, address: haveCell(book, id).address });
    }
  };

  test('is empty in an untouched workbook', () => {
    expect(readWorkbook(opened(empty), 'a.xlsx').submission?.checklist).toEqual(new Map());
  });

  test('is read by the item, blank ones left out, at the true addresses', async () => {
    const { read, workbook } = await roundTrip(() => {}, { ...filling, checklist });
    expectFilled(read, []);
    expect(ticksOf(read)).toEqual(texts);
    expectOwnPlaces(read, workbook, 'Kriteria');
  });

  test('its rows sorted and the sheet renamed: every mark stays with its item', async () => {
    const { read, workbook } = await roundTrip(
      (book) => {
        const sheet = sheetOf(book, 'Kriteria');
        const filter = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(autoFilterOf(sheet));
        const [, left = '', header = '', right = '', last = ''] = filter ?? [];
        reverseRows(sheet, [Number(header) + 1, Number(last)], [left, right]);
      },
      { checklist },
    );
    expect(ticksOf(read)).toEqual(texts);
    expectOwnPlaces(read, workbook, 'Kriteria');
    expect([...(read.submission?.checklist.keys() ?? [])]).toEqual(Object.keys(texts).toReversed());
    sheetOf(workbook, 'Kriteria').name = 'Daftar periksa';
    const renamed = readWorkbook(opened(await save(workbook)), 'a.xlsx');
    expect(renamed.problems).toEqual([]);
    expect(ticksOf(renamed)).toEqual(texts);
    expect(new Set([...(renamed.submission?.checklist.values() ?? [])].map(({ at }) => at.sheet))).toEqual(
      new Set(['Daftar periksa']),
    );
  });

  test('the sheet deleted: nothing is ticked, all else is read', async () => {
    const { read } = await roundTrip((book) => removeSheet(book, 'Kriteria'), { ...filling, checklist });
    expectFilled(read, []);
    expect(read.submission?.checklist).toEqual(new Map());
  });

  test('the sheet copied: the original is read, the copy named', async () => {
    const { read } = await roundTrip((book) => void copySheet(book, 'Kriteria', 'Kriteria (2)'), {
      checklist,
    });
    expect(ticksOf(read)).toEqual(texts);
    expect(codesOf(read)).toEqual(['sheet-copied Kriteria (2)']);
  });
});

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

/** Written, filled, changed, saved, opened, read: and the workbook as exceljs last had it. */
async function roundTrip(change: (workbook: ExcelJS.Workbook) => void, what: Filling = filling) {
  const workbook = await load(empty);
  fillIn(workbook, what);
  change(workbook);
  return { read: readWorkbook(opened(await save(workbook)), 'a.xlsx'), workbook };
}

function expectFilled({ submission, problems }: Read, codes: readonly string[]): void {
  expect(submission && describeAnswers(submission)).toEqual(filled.answers);
  expect(submission && describeDocuments(submission)).toEqual(filled.documents);
  expect(codesOf({ problems })).toEqual(codes);
}

/** The cell at each address holds, by exceljs's own account, the text that was read there. */
function expectTrueAddresses({ submission }: Read, workbook: ExcelJS.Workbook): void {
  const fields = [...(submission?.answers ?? []), ...(submission?.documents ?? [])]
    .flatMap((row) => Object.values({ ...row }))
    .filter(({ text }) => text !== '');
  expect(fields.length).toBeGreaterThan(20);
  for (const { text, at } of fields) {
    const cell = sheetOf(workbook, at.sheet ?? '').getCell(at.address ?? '');
    const own =
      cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : (cell.hyperlink ?? cell.text);
    expect(own.replaceAll('\u00a0', ' ').trim()).toBe(text);
  }
}

function describeAnswers({ answers }: Submission): string[] {
  return answers.map(
    ({ indicator, level, explanation, note }) =>
      `${indicator.text}: ${[level, explanation, note].map(({ text }) => text).join(' | ')}`,
  );
}

function describeDocuments({ documents }: Submission): string[] {
  return documents
    .map((row) =>
      [row.indicator, row.level, row.title, row.number, row.date, row.location, row.page].map(
        ({ text }) => text,
      ),
    )
    .filter((texts) => texts.some((text) => text !== ''))
    .map((texts) => texts.join(' | '));
}

function placesOf({ submission }: Read): string[] | undefined {
  return submission?.answers.map(({ level: { at } }) => `${at.sheet}!${at.address}`);
}

function codesOf({ problems }: Pick<Read, 'problems'>): string[] {
  return problems.map(
    ({ code, at }) => `${code} ${[at.sheet, at.address].filter((part) => part !== undefined).join('!')}`,
  );
}

function merge({ submission }: Read) {
  return mergeSubmissions(submission ? [submission] : [], instrument, { region: null, year: null }, null);
}

function swapColumns(sheet: ExcelJS.Worksheet, a: number, b: number): void {
  for (let row = 1; row <= sheet.rowCount; row++) {
    const [left, right] = [sheet.getCell(row, a), sheet.getCell(row, b)];
    [left.value, right.value] = [right.value, left.value];
    [left.style, right.style] = [right.style, left.style];
  }
}

/** Rows 6–8 in this order, from a column on. */
function sortRows(sheet: ExcelJS.Worksheet, order: readonly number[], from: number): void {
  const to = from === 1 ? answersTable.columns.length : columnOf(answersTable, 'assessedReason');
  const rows = order.map((row) =>
    Array.from({ length: to - from + 1 }, (_, index) => sheet.getCell(row, from + index).value),
  );
  rows.forEach((values, position) => {
    values.forEach((value, index) => {
      sheet.getCell(6 + position, from + index).value = value;
    });
  });
}

/** The rows from `first` to `last` the other way round, within these columns: what sorting by the filter moves. */
function reverseRows(
  sheet: ExcelJS.Worksheet,
  [first, last]: readonly [number, number],
  [left, right]: readonly [string, string],
): void {
  const columns = [sheet.getColumn(left).number, sheet.getColumn(right).number] as const;
  for (let column = columns[0]; column <= columns[1]; column++) {
    const values = Array.from(
      { length: last - first + 1 },
      (_, at) => sheet.getCell(first + at, column).value,
    );
    values.toReversed().forEach((value, at) => {
      sheet.getCell(first + at, column).value = value;
    });
  }
}

function autoFilterOf(sheet: ExcelJS.Worksheet): string {
  const filter = sheet.autoFilter;
  if (typeof filter !== 'string') throw new Error(`No filter on ${sheet.name}`);
  return filter;
}

function removeSheet(workbook: ExcelJS.Workbook, name: string): void {
  workbook.removeWorksheet(sheetOf(workbook, name).id);
}

/** Sets the value beside a key of Identitas. */
function setIdentity(workbook: ExcelJS.Workbook, key: string, value: ExcelJS.CellValue): void {
  const sheet = sheetOf(workbook, 'Identitas');
  const keys = sheet.getColumn(columnOf(identityTable, 'id'));
  keys.eachCell((cell, row) => {
    if (cell.text === key) sheet.getCell(row, columnOf(identityTable, 'value')).value = value;
  });
}

function copySheet(workbook: ExcelJS.Workbook, from: string, to: string): ExcelJS.Worksheet {
  const copy = workbook.addWorksheet(to);
  sheetOf(workbook, from).eachRow((row) => {
    row.eachCell((cell) => {
      copy.getCell(cell.address).value = cell.value;
    });
  });
  return copy;
}

/** exceljs neither escapes `_xHHHH_` nor writes what XML cannot hold; odd blanks are made plain by the reader. */
function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: leaving them out is the purpose
  return !/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u00a0\u2007\u202f\u200b\ufeff]|_x/.test(text);
}
