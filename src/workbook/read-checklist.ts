import type { Field } from '../assessment/submission.ts';
import type { Book } from './book.ts';
import { criteriaTable } from './layout.ts';
import { type FoundTable, fieldAt, findTable } from './tables.ts';

/** Kriteria, an aid to the officers: the sheet, null if it is lost or its rows cannot be told apart any more. */
export function findChecklist(book: Book): FoundTable | null {
  const found = findTable(book, criteriaTable);
  return found?.columns.has('id') ? found : null;
}

/** Evidence item id (`12-L3-a`) to what stands in "Sudah ada?"; blank ones are left out. */
export function readChecklist(found: FoundTable, file: string): Map<string, Field> {
  return new Map(
    found.rows.flatMap((row): [string, Field][] => {
      const have = fieldAt(found, row, 'have', file);
      if (have.text === '') return [];
      const id = fieldAt(found, row, 'id', file);
      return id.text === '' ? [] : [[id.text, have]];
    }),
  );
}
