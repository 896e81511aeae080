import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { type Read, readWorkbook } from '../../src/workbook/read.ts';
import { autoFilterOf, copySheet, removeSheet, reverseRows } from './edit-sheet.ts';
import { haveCell, save, sheetOf } from './make-workbook.ts';
import { opened } from './opened.ts';
import { codesOf, empty, expectFilled, filling, roundTrip } from './read-back.ts';

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
    expectFilled(read, ['checklist-unread ']);
    expect(read.submission?.checklist).toEqual(new Map());
  });

  test('its hidden keys deleted: nothing is ticked, and that is said', async () => {
    const { read } = await roundTrip((book) => sheetOf(book, 'Kriteria').spliceColumns(1, 1), {
      ...filling,
      checklist,
    });
    expectFilled(read, ['checklist-unread ']);
    expect(read.submission?.checklist).toEqual(new Map());
  });

  test('its hidden marks deleted: found by its headings', async () => {
    const { read } = await roundTrip((book) => sheetOf(book, 'Kriteria').spliceRows(4, 1), {
      ...filling,
      checklist,
    });
    expectFilled(read, ['column-guessed Kriteria']);
    expect(ticksOf(read)).toEqual(texts);
  });

  test('the sheet copied: the original is read, the copy named', async () => {
    const { read } = await roundTrip((book) => void copySheet(book, 'Kriteria', 'Kriteria (2)'), {
      checklist,
    });
    expect(ticksOf(read)).toEqual(texts);
    expect(codesOf(read)).toEqual(['sheet-copied Kriteria (2)']);
  });
});
