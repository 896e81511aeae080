import { assert } from 'vitest';
import type { Unreadable } from '../../src/archive/refusal.ts';
import type { Book, Cell } from '../../src/workbook/book.ts';
import { openBook } from '../../src/workbook/open.ts';

/** The book in the bytes; fails the test if they cannot be read. */
export function opened(bytes: Uint8Array, fileName = 'uji.xlsx'): Book {
  const result = openBook(bytes, fileName);
  if ('unreadable' in result) return assert.fail(result.unreadable.message);
  return result.book;
}

/** Why the bytes cannot be read; fails the test if they can. */
export function refused(bytes: Uint8Array, fileName = 'uji.xlsx'): Unreadable {
  const result = openBook(bytes, fileName);
  if ('book' in result) return assert.fail('The file was read.');
  return result.unreadable;
}

/** Cells of one sheet, row by row. */
export function cellsOf(book: Book, sheet = 0): Cell[] {
  return book.sheets[sheet]?.rows.flatMap(({ cells }) => cells) ?? [];
}

/** Cells of one sheet as `A1=text`. */
export function textsOf(book: Book, sheet = 0): string[] {
  return cellsOf(book, sheet).map(({ address, text }) => `${address}=${text}`);
}
