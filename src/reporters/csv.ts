import { stringify } from 'csv-stringify/sync';
import { clean } from './clean.ts';
import type { Records, Reporter } from './report.ts';

/** Comma-separated records with a header; texts that a spreadsheet would run as a formula are disarmed. */
export const csv: Reporter = ({ records }) => csvLines(records, ',');

/** The records as lines of csv, whatever the program that opens them. */
export function csvLines({ rows, columns }: Records, delimiter: ',' | ';'): string {
  const safe = rows.map((row) =>
    row.map((value) => (typeof value === 'string' ? disarm(clean(value).trim()) : value)),
  );
  return stringify(safe, {
    header: true,
    columns: [...columns],
    delimiter,
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
}

/** Excel in Indonesia splits at semicolons instead, whatever the quotes: `a;=1` would become a formula. */
function disarm(text: string): string {
  return text.replace(/(;\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'");
}
