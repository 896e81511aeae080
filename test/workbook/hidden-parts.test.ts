import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { answersTable, columnOf } from '../../src/workbook/layout.ts';
import { removeSheet, setIdentity } from './edit-sheet.ts';
import { sheetOf } from './make-workbook.ts';
import {
  codesOf,
  expectFilled,
  expectTrueAddresses,
  filling,
  merge,
  placesOf,
  roundTrip,
  three,
} from './read-back.ts';

describe('hidden parts lost', () => {
  const answersOf = (workbook: ExcelJS.Workbook) => sheetOf(workbook, 'Penilaian');

  test('hidden marks deleted: columns are found by their headings', async () => {
    const { read, workbook } = await roundTrip((book) => answersOf(book).spliceRows(4, 1));
    expectFilled(read, ['column-guessed Penilaian']);
    expect(read.problems[0]?.message).toContain('Kolom "No", "Indikator", "Tingkat", "Fakta", "Analisis", ');
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

  test('the column of levels deleted: said once, and not again for every row', async () => {
    const { read } = await roundTrip((book) =>
      answersOf(book).spliceColumns(columnOf(answersTable, 'level'), 1),
    );
    expect(codesOf(read)).toEqual(['column-missing Penilaian']);
    expect(read.problems[0]?.message).toContain('"Tingkat"');
    expect(read.submission?.answers.map(({ level }) => level.text)).toEqual(['', '', '']);
    expect(merge(read).problems).toEqual([]);
  });

  test.each(['fact', 'analysis'] as const)('the column of the %s deleted: likewise', async (key) => {
    const { read } = await roundTrip(
      (book) => answersOf(book).spliceColumns(columnOf(answersTable, key), 1),
      { ...filling, documents: [...(filling.documents ?? []), [3, 2, 'SK']] },
    );
    expect(codesOf(read)).toEqual(['column-missing Penilaian']);
    expect(merge(read).problems).toEqual([]);
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

  test('the hidden sheet and Identitas deleted: nothing says what the workbook is about', async () => {
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
});
