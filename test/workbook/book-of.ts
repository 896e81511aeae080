import { toAddress } from '../../src/workbook/address.ts';
import type { Book, Sheet } from '../../src/workbook/book.ts';

/** A book as `openBook` gives it, from rows of texts by sheet; an empty text is an empty cell. */
export function bookOf(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Book {
  return { sheets: Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows)) };
}

function sheetOf(name: string, rows: readonly (readonly string[])[]): Sheet {
  return {
    name,
    hidden: name.startsWith('_'),
    rows: rows.flatMap((texts, index) => {
      const row = index + 1;
      const cells = texts.flatMap((text, position) => {
        const column = position + 1;
        const cell = { address: toAddress(row, column), row, column, text };
        return text === '' ? [] : [{ ...cell, kind: 'text' as const, formula: false }];
      });
      return cells.length === 0 ? [] : [{ number: row, cells }];
    }),
  };
}
