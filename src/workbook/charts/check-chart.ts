import { cellsOfReference } from './cells-of-reference.ts';
import type { Chart } from './chart.ts';

/** Whether a chart can be what is meant; a wrong one is a bug of ours, and Excel would show nothing or repair the file. */
export function checkChart(chart: Chart, sheets: ReadonlySet<string>): void {
  const { sheet, title, categories, series, from, to, min, max } = chart;
  const fail = (what: string): never => {
    throw new Error(`Chart "${title}": ${what}`);
  };
  if (!sheets.has(sheet)) fail(`there is no sheet ${sheet}`);
  if (title.trim() === '' || chart.description.trim() === '') fail('no title or no description');
  if (series.length === 0 || categories.values.length === 0) fail('nothing to show');
  if (from.column < 0 || from.row < 0 || to.column <= from.column || to.row <= from.row) fail('no area');
  if (!(min < max)) fail('the axis has no length');
  if (cellsOfReference(categories.ref, sheets) !== categories.values.length)
    fail(`${categories.ref} has other cells`);
  for (const { ref, nameRef, values, colour } of series) {
    if (values.length !== categories.values.length) fail('values do not match the categories');
    if (cellsOfReference(ref, sheets) !== values.length) fail(`${ref} has other cells`);
    if (nameRef !== undefined && cellsOfReference(nameRef, sheets) !== 1) fail(`${nameRef} is not one cell`);
    if (!values.every(Number.isFinite)) fail('a value is no number');
    if (colour !== undefined && !/^[0-9A-F]{6}$/.test(colour)) fail(`${colour} is no colour`);
  }
}
