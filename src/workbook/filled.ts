import type { answersTable, documentsTable, KeyOf } from './layout.ts';

/** What goes into a cell. A link shows its text. */
export type CellContent =
  | string
  | number
  | boolean
  | Date
  | { readonly text: string; readonly hyperlink: string };

/** What is already known when a workbook is written: cells by what they are, never by where they stand. */
export interface Filled {
  /** By indicator. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<KeyOf<typeof answersTable>, CellContent>>;
  readonly documents: readonly ReadonlyMap<KeyOf<typeof documentsTable>, CellContent>[];
  /** By id of the evidence item. */
  readonly ticks: ReadonlyMap<string, CellContent>;
  /** By key of Identitas. */
  readonly identity: ReadonlyMap<string, CellContent>;
}
