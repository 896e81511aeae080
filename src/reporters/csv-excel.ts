import { csvLines } from './csv.ts';
import type { Reporter } from './report.ts';

/**
 * Records as Excel with Indonesian settings opens them by a double click: a byte order mark, semicolons, decimal commas.
 * With points, it would take 2.98 for text, and 2.979 for two thousand nine hundred seventy-nine.
 */
export const csvExcel: Reporter = ({ records }) => {
  const rows = records.rows.map((row) =>
    row.map((value) =>
      value === null ? null : decimalPoint.test(String(value)) ? String(value).replace('.', ',') : value,
    ),
  );
  return `\ufeff${csvLines({ columns: records.columns, rows }, ';')}`;
};

/** A number, also where it stands as exact text. */
const decimalPoint = /^-?\d+\.\d+$/;
