import { csv } from './csv.ts';
import { csvExcel } from './csv-excel.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';
import type { Report, Reporter, ReporterOptions } from './report.ts';
import { terminal } from './terminal.ts';

const reporters = {
  table: terminal,
  json,
  ndjson,
  csv,
  'csv-excel': csvExcel,
  md: markdown,
} satisfies Record<string, Reporter>;

export type Format = keyof typeof reporters;
export const textFormats = Object.keys(reporters) as readonly Format[];

/** Writes a report in one of the formats. */
export function render(report: Report, format: Format, options: ReporterOptions): string {
  return reporters[format](report, options);
}
