import { readdirSync, readFileSync } from 'node:fs';

/** A file of fixtures/official with levels: a real assessment and what was published of it. */
export interface Official {
  readonly id: string;
  readonly institution: string;
  readonly year: number;
  readonly instrument: string;
  readonly levels: Readonly<Record<string, number>>;
  readonly published: {
    readonly index: string;
    readonly domains: readonly string[];
    readonly aspects: readonly string[];
    readonly predicate: string | null;
  };
}

const folder = new URL('../fixtures/official/', import.meta.url);

export function readOfficial(): Official[] {
  const names = readdirSync(folder).filter((name) => name !== 'totals-only.json');
  return names.toSorted().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}

/** Of totals-only.json: results whose levels were never published. */
export interface OfficialTotal extends Pick<Official, 'institution' | 'year' | 'instrument'> {
  readonly published: {
    readonly index: string;
    readonly domains: readonly string[] | null;
    readonly aspects: readonly string[] | null;
    readonly predicate: string | null;
  };
}

export function readTotals(): OfficialTotal[] {
  return JSON.parse(readFileSync(new URL('totals-only.json', folder), 'utf8'));
}
