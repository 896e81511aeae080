import type { DocumentRow, Field } from '../assessment/submission.ts';
import type { Book, Row } from './book.ts';
import { formatSerial } from './serial-date.ts';
import { type FoundTable, linkAt, shownAt, shownCell } from './tables.ts';

/** Reads Bukti, one row a document. */
export function readDocuments(found: FoundTable, book: Book, file: string): DocumentRow[] {
  return found.rows.map((row) => {
    const field = (key: string) => shownAt(found, row, key, file);
    return {
      indicator: field('indicator'),
      level: field('level'),
      title: field('title'),
      number: field('number'),
      date: readDate(found, row, book, file),
      location: linkAt(found, row, 'location', file),
      page: field('page'),
      kind: field('kind'),
      signed: field('signed'),
      verdict: field('verdict'),
      remark: field('remark'),
    };
  });
}

/** Four digits are a year that somebody typed; more are days that lost their format, as by pasting values alone. */
const firstDay = 10_000;

function readDate(found: FoundTable, row: Row, { date1904 }: Book, file: string): Field {
  const field = shownAt(found, row, 'date', file);
  const cell = shownCell(found, row, 'date');
  if (cell?.kind !== 'number' || Number(cell.text) < firstDay) return field;
  return { ...field, text: formatSerial(Number(cell.text), 'date', date1904 === true) ?? field.text };
}
