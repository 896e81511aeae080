import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A row of fixtures/published-results.csv, every value as printed. */
export interface Published {
  readonly year: number;
  readonly type: string;
  readonly name: string;
  /** The four domains; empty text where the report cannot be read. */
  readonly domains: readonly [string, string, string, string];
  readonly index: string;
  readonly predicate: string;
  readonly complete: boolean;
}

type Row = Record<
  'year' | 'type' | 'name' | 'D1' | 'D2' | 'D3' | 'D4' | 'index' | 'predicate' | 'complete',
  string
>;

export function readPublished(): Published[] {
  const csv = readFileSync(new URL('../fixtures/published-results.csv', import.meta.url), 'utf8');
  const rows: Row[] = parse(csv, { columns: true });
  return rows.map(({ D1, D2, D3, D4, ...row }) => ({
    type: row.type,
    name: row.name,
    year: Number(row.year),
    domains: [D1, D2, D3, D4],
    index: row.index,
    predicate: row.predicate,
    complete: row.complete === 'true',
  }));
}
