import { stringify } from 'csv-stringify/sync';
import { clean } from './clean.ts';
import type { Reporter } from './report.ts';

/** Comma-separated records with a header; texts that a spreadsheet would run as a formula are disarmed. */
export const csv: Reporter = ({ records }) =>
  stringify(
    records.rows.map((row) => row.map((value) => (typeof value === 'string' ? clean(value) : value))),
    { header: true, columns: [...records.columns], escape_formulas: true, record_delimiter: '\r\n' },
  );
