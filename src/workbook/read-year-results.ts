import type { YearRow } from '../assessment/year-results.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import type { Book } from './book.ts';
import type { Column } from './layout.ts';
import { describeTooLong, fieldAt, findByHeader } from './tables.ts';

const columns = [
  { key: 'year', words: ['tahun', 'year', 'tahun penilaian'] },
  { key: 'index', words: ['indeks', 'index', 'indeks spbe', 'nilai', 'nilai indeks'] },
  { key: 'instrument', words: ['instrumen', 'instrument', 'peraturan'] },
  { key: 'kind', words: ['jenis', 'kind', 'tahap'] },
  { key: 'predicate', words: ['predikat', 'predicate'] },
  { key: 'source', words: ['sumber', 'source', 'keterangan'] },
];
/** More than any instrument has. */
const mostGroups = 12;

/** `D1`, `Domain 1`, `A1`, `Aspek 1`, … */
const groupColumns = [
  { letter: 'D', word: 'domain' },
  { letter: 'A', word: 'aspek' },
].flatMap(({ letter, word }) =>
  Array.from({ length: mostGroups }, (_, index) => ({
    key: `${letter}${index + 1}`,
    words: [`${letter.toLowerCase()}${index + 1}`, `${word} ${index + 1}`],
  })),
);

/** Reads results of several years: a table `tahun,indeks` with, where they are known, the values of domains and aspects. */
export function readYearResults(
  { sheets }: Book,
  file: string,
): { readonly rows: readonly YearRow[]; readonly problems: readonly Problem[] } {
  const wanted = [...columns, ...groupColumns].map((one): Column => ({ ...one, header: one.key, width: 0 }));
  const tables = sheets.flatMap((sheet) => findByHeader(sheet, wanted) ?? []);
  const found = tables.find((table) => table.columns.has('year') && table.columns.has('index'));
  if (found === undefined) return { rows: [], problems: [problem('trend-header-missing', { file }, {})] };
  const reason = describeTooLong(found);
  if (reason !== null) return { rows: [], problems: [problem('file-unreadable', { file }, { reason })] };
  const rows = found.rows.map((row): YearRow => {
    const field = (key: string) => fieldAt(found, row, key, file);
    const groups = groupColumns.filter(({ key }) => found.columns.has(key));
    return {
      ...{ year: field('year'), index: field('index'), instrument: field('instrument'), kind: field('kind') },
      ...{ predicate: field('predicate'), source: field('source') },
      groups: new Map(groups.map(({ key }) => [key, field(key)])),
    };
  });
  return { rows, problems: [] };
}
