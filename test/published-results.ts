import { loadPublishedResults } from '../src/instrument/benchmarks.ts';

/** A row of templates/benchmarks/published-results.ndjson, every value as printed. */
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

const rows = await loadPublishedResults();

export function readPublished(): Published[] {
  return rows.map(({ year, type, name, domains, index, predicate }) => ({
    year,
    type,
    name,
    domains: [domains[0] ?? '', domains[1] ?? '', domains[2] ?? '', domains[3] ?? ''],
    index,
    predicate,
    complete: !domains.includes(null),
  }));
}
