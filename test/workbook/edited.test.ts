import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { answersTable, columnOf, documentsTable } from '../../src/workbook/layout.ts';
import { copySheet, removeSheet, sortRows, swapColumns } from './edit-sheet.ts';
import { sheetOf } from './make-workbook.ts';
import {
  codesOf,
  describeAnswers,
  expectFilled,
  expectTrueAddresses,
  filled,
  merge,
  placesOf,
  roundTrip,
} from './read-back.ts';

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
      'every formula pasted as its value',
      (workbook) => {
        for (const sheet of workbook.worksheets) {
          sheet.eachRow((row) =>
            row.eachCell((cell) => {
              if (cell.formula) cell.value = cell.result ?? null;
            }),
          );
        }
      },
    ],
    [
      'filtered and saved: hidden rows are rows',
      (workbook) => {
        for (const row of [6, 8]) answersOf(workbook).getRow(row).hidden = true;
        sheetOf(workbook, 'Bukti').getRow(7).hidden = true;
      },
    ],
    [
      'a date that lost its format, as by pasting values alone',
      (workbook) => {
        sheetOf(workbook, 'Bukti').getCell('F6').numFmt = 'General';
      },
    ],
    [
      'days counted from 1904',
      (workbook) => {
        workbook.properties.date1904 = true;
        sheetOf(workbook, 'Bukti').getCell('F7').numFmt = 'General';
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

  test('a row deleted', async () => {
    const { read } = await roundTrip((book) => answersOf(book).spliceRows(7, 1));
    expect(merge(read).problems).toMatchObject([{ code: 'indicator-missing', details: { indicator: '12' } }]);
  });

  test.each(['Penilaian', 'Bukti'])('%s deleted', async (name) => {
    const { read } = await roundTrip((book) => removeSheet(book, name));
    expect(codesOf(read)).toEqual(['sheet-missing ']);
    expect(read.problems[0]?.message).toContain(`Lembar ${name} tidak ditemukan`);
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

  test('cells merged down several rows: what shows is read for each of them, and said', async () => {
    const { read } = await roundTrip((book) => {
      const documents = sheetOf(book, 'Bukti');
      documents.getCell('D8').value = 'Lampiran peta rencana';
      documents.spliceRows(
        7,
        2,
        documents.getRow(8).values as unknown[],
        documents.getRow(7).values as unknown[],
      );
      for (const range of ['A6:A7', 'B6:B7', 'E6:F6']) documents.mergeCells(range);
      const answers = sheetOf(book, 'Penilaian');
      answers.mergeCells('O6:O7');
      answers.mergeCells('J8:K8');
      answers.mergeCells('B3:K3');
    });
    expect(codesOf(read)).toEqual(['cells-merged Penilaian', 'cells-merged Bukti']);
    expect(read.problems.map(({ details }) => details['cells'])).toEqual([
      'O6 untuk O7',
      'A6 untuk A7, B6 untuk B7',
    ]);
    const documents = read.submission?.documents.map(({ indicator, level, title }) => [
      ...[indicator.text, level.text, title.text, indicator.at.address, title.at.address],
    ]);
    expect(documents?.slice(0, 3)).toEqual([
      ['12', '4', 'Perbup Peta Rencana', 'A6', 'D6'],
      ['12', '4', 'Lampiran peta rencana', 'A6', 'D7'],
      ['47', '3', 'SOP Layanan', 'A8', 'D8'],
    ]);
    expect(read.submission?.answers.map(({ note }) => note.text)).toEqual(['c3', 'c3', 'c47']);
  });

  test('words in a row of no indicator are named; what is below the table is none of ours', async () => {
    const { read } = await roundTrip((book) => {
      const sheet = sheetOf(book, 'Penilaian');
      sheet.getCell('J9').value = 'Lanjutan fakta.';
      sheet.getCell('C11').value = 'Mengetahui, Kepala Dinas';
    });
    expectFilled(read, ['row-unread Penilaian!J9']);
    expect(read.problems[0]?.message).toContain('tertulis "Lanjutan fakta."');
  });
});
