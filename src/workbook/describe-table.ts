import type { Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { describeMerged } from './describe-merged.ts';
import type { Table } from './layout.ts';
import type { FoundTable } from './tables.ts';

/** What became of a table: lost columns, columns known by their headings alone, copies of its sheet. */
export function describeTable(found: FoundTable | null, table: Table, file: string): Problem[] {
  if (found === null) return [problem('sheet-missing', { file }, { sheet: table.sheet })];
  const at = { file, sheet: found.sheet.name };
  const columns = listGuessed(found, table);
  return [
    ...describeLost(found, table, file),
    ...(columns === '' ? [] : [problem('column-guessed', at, { columns })]),
  ];
}

/** Lost columns, merged cells and copies of the sheet. */
export function describeLost(found: FoundTable, table: Table, file: string): Problem[] {
  const { name } = found.sheet;
  const at = { file, ...(name === '' ? {} : { sheet: name }) };
  const missing = table.columns.filter(({ key, input }) => input && !found.columns.has(key));
  const inputs = table.columns.flatMap(({ key, input }) => (input ? [key] : []));
  return [
    ...describeMerged(found, inputs, file),
    ...missing.map(({ header }) => problem('column-missing', at, { column: header })),
    ...found.copies.map((copy) =>
      problem('sheet-copied', { file, sheet: copy.name }, { copy: copy.name, used: name }),
    ),
  ];
}

/** `"No", "Tingkat"`: the visible columns that were found by their headings. */
function listGuessed({ guessed }: FoundTable, { columns }: Table): string {
  return columns
    .filter(({ key, hidden }) => !hidden && guessed.includes(key))
    .map(({ header }) => `"${header}"`)
    .join(', ');
}
