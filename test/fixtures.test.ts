import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { score } from '../src/assessment/score.ts';
import { loadInstrument } from '../src/instrument/load.ts';
import { type Official, readOfficial } from './official-results.ts';
import { readPublished } from './published-results.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

const read = (path: string) => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');
const readRows = (path: string): Record<string, string>[] => parse(read(path), { columns: true });
const toLevels = (rows: Record<string, string>[]) =>
  new Map(rows.map((row) => [row['indikator'] ?? '', Number(row['tingkat'])]));

describe('fixtures', () => {
  it('kota-bandar-lampung-2024/levels.csv holds the official levels', () => {
    const levels = toLevels(readRows('kota-bandar-lampung-2024/levels.csv'));
    const official = readOfficial().find(({ id }) => id === '59-bandarlampung-2024');
    expect(Object.fromEntries(levels)).toEqual(official?.levels);
    expect(score(instrument, levels, 2024).shown).toBe('2.98');
  });

  it('kabupaten-mojokerto/levels.csv gives 1.55 and says in every row that it is an illustration', () => {
    const rows = readRows('kabupaten-mojokerto/levels.csv');
    const result = score(instrument, toLevels(rows));
    expect(result.index.equals('1.55')).toBe(true);
    expect(result.unanswered).toEqual([]);
    for (const row of rows) expect(row['keterangan']).toBe('ilustrasi, bukan hasil resmi per indikator');
    expect(read('kabupaten-mojokerto/README.md')).toContain('ilustrasi, bukan hasil resmi per indikator');
  });

  it('official/totals-only.json and the published results print the same', () => {
    type Total = Omit<Official, 'published'> & { institution: string } & {
      published: { index: string; domains: string[] | null; predicate: string | null };
    };
    const totals: Total[] = JSON.parse(read('official/totals-only.json'));
    const printed = totals.filter(({ published }) => published.domains !== null);
    expect(printed).toHaveLength(6);
    for (const { institution, year, published } of printed) {
      const row = readPublished().find((row) => row.year === year && row.name === institution);
      expect(row).toMatchObject({
        index: published.index,
        domains: published.domains,
        predicate: published.predicate,
      });
    }
  });
});
