import type { Book } from './book.ts';
import type { Table } from './layout.ts';
import { fieldAt, findTable } from './tables.ts';

/** A table of keys (`id`) and values (`value`); the first of a repeated key counts. Empty if the table is lost. */
export function readPairs(book: Book, table: Table): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const found = findTable(book, table);
  if (found === null) return pairs;
  for (const row of found.rows) {
    const textOf = (key: string) => fieldAt(found, row, key, '').text;
    const key = textOf('id');
    if (key !== '' && !pairs.has(key)) pairs.set(key, textOf('value'));
  }
  return pairs;
}
