import type { Unreadable } from '../archive/refusal.ts';

/** One cell that holds something: a text, a formula, or both. */
export interface Cell {
  /** A1 address, as it stands in the file. */
  readonly address: string;
  /** 1-based. */
  readonly row: number;
  /** 1-based. */
  readonly column: number;
  /**
   * What the cell holds, as text: numbers in plain decimals (`2.5`), dates in ISO form (`2024-08-17`,
   * `2024-08-17T09:30`), booleans as `TRUE`/`FALSE`, errors as `#REF!`. Never trimmed; free of control characters
   * other than tab and line break. Empty only for a formula without a stored result.
   */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** Whether the text is a formula's stored result. */
  readonly formula: boolean;
  /** Target of a hyperlink, as written in the file; absent if the cell has none. */
  readonly link?: string;
}

export interface Row {
  /** The true row in the sheet, 1-based. */
  readonly number: number;
  /** Only cells that hold something, ascending by column. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  /** Empty for a csv file. */
  readonly name: string;
  readonly hidden: boolean;
  /** Only rows with cells, ascending. */
  readonly rows: readonly Row[];
  /** Cells merged with one above them, by address: the cell that shows there. Absent if there are none. */
  readonly merged?: ReadonlyMap<string, Cell>;
}

export interface Book {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904, as old Excel for Mac did: tells what a date without its format means. */
  readonly date1904?: true;
  /** When the file says it was saved last, ISO time in UTC; absent if it does not say. */
  readonly savedAt?: string;
}

export type Opened = { readonly book: Book } | { readonly unreadable: Unreadable };
