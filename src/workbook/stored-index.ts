import type { StoredIndex, StoredPoints } from '../assessment/submission.ts';
import type { Book, Row } from './book.ts';
import { dashboardTable } from './layout.ts';
import { cellAt, type FoundTable, fieldAt, findTable } from './tables.ts';

/**
 * The figure that the workbook's own formulas left on Dasbor, and what they made it of.
 * @param answers Penilaian, as found in the same book
 * @returns null if Dasbor is gone, or comes from a program version that did not mark it
 */
export function readStoredIndex(book: Book, answers: FoundTable, file: string): StoredIndex | null {
  const found = findTable(book, dashboardTable);
  const row = found?.rows.find((one) => cellUnder(found, one, 'index') !== undefined);
  if (!found || !row) return null;
  return {
    index: fieldAt(found, row, 'index', file),
    isFormula: cellUnder(found, row, 'index')?.formula === true,
    rows: answers.rows
      .map((one) => readPoints(answers, one, file))
      .filter(({ id, number }) => id + number !== ''),
  };
}

function readPoints(answers: FoundTable, row: Row, file: string): StoredPoints {
  const textOf = (key: string) => fieldAt(answers, row, key, file).text;
  return {
    id: textOf('id'),
    number: textOf('number'),
    isText: cellUnder(answers, row, 'level')?.kind === 'text',
    units: textOf('units'),
    points: textOf('points'),
  };
}

function cellUnder({ columns }: FoundTable, row: Row, key: string) {
  const column = columns.get(key);
  return column === undefined ? undefined : cellAt(row, column);
}
