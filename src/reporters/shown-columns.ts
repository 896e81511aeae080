import type { Cell, Column } from './report.ts';

export interface ShownColumn {
  readonly column: Column;
  /** Its place in the rows. */
  readonly index: number;
}

/** Columns of a table, without the optional ones that say nothing in any row: of a csv nobody knows the OPD. */
export function shownColumns(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): readonly ShownColumn[] {
  return columns.flatMap((column, index) => {
    const isEmpty = rows.every((row) => (row[index]?.text ?? '') === '' && row[index]?.bar === undefined);
    return column.optional && isEmpty ? [] : [{ column, index }];
  });
}
