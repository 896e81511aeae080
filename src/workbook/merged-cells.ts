import { toAddress } from './address.ts';
import type { Cell, Row } from './book.ts';

interface Position {
  readonly row: number;
  readonly column: number;
}

/** Collects the merged cells of one sheet that reach over several rows. */
export interface MergedCells {
  /** Takes in one range; its first cell shows in all of it. */
  add(first: Position, last: Position): void;
  /** Address of a covered cell → the cell that shows there, in the first column of each range. */
  resolve(rows: readonly Row[]): ReadonlyMap<string, Cell>;
}

/** Cells beneath others that are looked at; nobody merges as many by hand. */
const coveredLimit = 20_000;

export function collectMerged(): MergedCells {
  const covered = new Map<string, string[]>();
  let left = coveredLimit;
  return {
    add(first, last) {
      const beneath: string[] = [];
      for (let row = first.row + 1; row <= last.row && left > 0; row++, left--) {
        beneath.push(toAddress(row, first.column));
      }
      if (beneath.length > 0) covered.set(toAddress(first.row, first.column), beneath);
    },
    resolve(rows) {
      if (covered.size === 0) return new Map();
      return new Map(
        rows.flatMap(({ cells }) =>
          cells.flatMap((cell) =>
            (covered.get(cell.address) ?? []).map((address): [string, Cell] => [address, cell]),
          ),
        ),
      );
    },
  };
}
