import type { Book, Cell, Sheet } from './book.ts';
import {
  answersTable,
  criteriaTable,
  documentsTable,
  identityTable,
  metaTable,
  type Table,
} from './layout.ts';
import { repairSheet } from './marked-cell.ts';
import { dashboardSheet } from './sheets/dashboard.ts';
import { type FoundTable, fieldAt, findTable } from './tables.ts';

/** A cell that has no place in a new workbook. */
export interface Leftover {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** Tidak terpindah: what earlier layouts, other OPD or an officer's own columns left behind. */
export const leftoverTable = {
  id: 'leftover',
  sheet: 'Tidak terpindah',
  columns: [
    { key: 'sheet', header: 'Lembar semula', width: 24 },
    { key: 'cell', header: 'Sel semula', width: 12 },
    { key: 'text', header: 'Isi', width: 90 },
  ],
} as const satisfies Table;

/** Sheets that we write ourselves, every time anew. */
const ownSheets = new Set(['Petunjuk', dashboardSheet, metaTable.sheet, repairSheet].map(plain));

/**
 * Every filled cell of a workbook that was not used: inputs without a place, columns and sheets that officers added, and
 * what an earlier update has left over. What we write ourselves (titles, criteria, formulas) is not among them.
 */
export function listLeftovers(book: Book, used: ReadonlySet<Cell>): Leftover[] {
  const earlier = findTable(book, leftoverTable);
  const tables = [answersTable, documentsTable, criteriaTable, identityTable].flatMap((table) => {
    const found = findTable(book, table);
    return found ? [{ table, found }] : [];
  });
  const known = new Set<Sheet>([
    ...tables.map(({ found }) => found.sheet),
    ...(earlier ? [earlier.sheet] : []),
  ]);
  return [
    ...(earlier ? readEarlier(earlier) : []),
    ...tables.flatMap(({ table, found }) =>
      foreignCells(table, found).flatMap((cell) => (used.has(cell) ? [] : [toLeftover(found.sheet, cell)])),
    ),
    ...book.sheets
      .filter((sheet) => !known.has(sheet) && !ownSheets.has(plain(sheet.name)))
      .flatMap((sheet) =>
        sheet.rows.flatMap(({ cells }) =>
          cells.flatMap((cell) => (cell.text.trim() === '' ? [] : [toLeftover(sheet, cell)])),
        ),
      ),
  ];
}

/** Cells that officers may have written: inputs, and columns without a mark. */
function foreignCells(table: Table, { rows, columns }: FoundTable): Cell[] {
  const own = new Set(table.columns.flatMap(({ key, input }) => (input ? [] : [columns.get(key)])));
  return rows.flatMap(({ cells }) =>
    cells.filter(({ column, text, formula }) => !own.has(column) && !formula && text.trim() !== ''),
  );
}

function readEarlier(found: FoundTable): Leftover[] {
  return found.rows.flatMap((row) => {
    const [sheet = '', cell = '', text = ''] = ['sheet', 'cell', 'text'].map(
      (key) => fieldAt(found, row, key, '').text,
    );
    return text === '' ? [] : [{ sheet, cell, text }];
  });
}

function toLeftover({ name }: Sheet, { address, text, link }: Cell): Leftover {
  return { sheet: name, cell: address, text: link && link !== text ? `${text} (${link})` : text };
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
