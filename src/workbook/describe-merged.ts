import type { Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { toAddress } from './address.ts';
import type { FoundTable } from './tables.ts';

const mostNamed = 10;

/** One warning that names the merged cells that were read for every row they cover; none if there are none. */
export function describeMerged(found: FoundTable, keys: readonly string[], file: string): Problem[] {
  const { name, merged = new Map() } = found.sheet;
  if (merged.size === 0) return [];
  const columns = keys.flatMap((key) => found.columns.get(key) ?? []);
  const used = found.rows.flatMap(({ number, cells }) =>
    columns.flatMap((column) => {
      const address = toAddress(number, column);
      const shown = merged.get(address);
      return shown && !cells.some((cell) => cell.column === column)
        ? [`${shown.address} untuk ${address}`]
        : [];
    }),
  );
  if (used.length === 0) return [];
  const left = used.length - mostNamed;
  const list = used.slice(0, mostNamed).join(', ') + (left > 0 ? ` dan ${left} lagi` : '');
  return [problem('cells-merged', { file, sheet: name }, { cells: list })];
}
