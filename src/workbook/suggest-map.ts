import type { Instrument } from '../instrument/instrument.ts';
import { columnName } from './address.ts';
import type { Book, Row, Sheet } from './book.ts';
import { type ColumnMap, isPlainHeading } from './column-map.ts';
import type { Column } from './layout.ts';
import { findMappedSheets, plainHeading } from './map-columns.ts';
import { countIndicators, rowsOf } from './read-mapped.ts';
import { type Recognizer, recognizeIndicators } from './recognize-indicator.ts';
import { cleanText, describeTooLong, type FoundTable, fieldAt, findByHeader } from './tables.ts';

/** A sheet that seems to hold levels, and how to read it. */
export interface Suggestion {
  readonly sheet: string;
  readonly map: ColumnMap;
  /** Different indicators in the column. */
  readonly count: number;
  /** The first answers, as they would be read: number or name, and level. */
  readonly sample: readonly (readonly [string, string])[];
}

const nameWords = ['indikator', 'nama indikator', 'nama', 'uraian', 'uraian indikator'];
const numberWords = ['no', 'no.', 'nomor', 'nomor indikator', 'no indikator', 'kode', 'kode indikator', 'id'];
const levelWords = [
  ...['tingkat', 'tingkat kematangan', 'level', 'level kematangan', 'nilai', 'skor', 'capaian'],
  ...['nilai tingkat kematangan', 'nilai kematangan', 'tingkat capaian', 'nilai indikator'],
];
const columns: readonly Column[] = [
  { key: 'number', header: '', width: 0, words: numberWords },
  { key: 'name', header: '', width: 0, words: nameWords },
  { key: 'level', header: '', width: 0, words: levelWords },
  { key: 'explanation', header: '', width: 0, words: ['penjelasan'] },
  { key: 'note', header: '', width: 0, words: ['catatan'] },
];

/** Visible sheets with a readable header and at least half of the instrument's indicators. */
export function suggestMaps(book: Book, instrument: Instrument): Suggestion[] {
  const recognizer = recognizeIndicators(instrument);
  return book.sheets.flatMap((sheet) => {
    const found = sheet.hidden ? null : findByHeader(sheet, columns);
    if (!found?.columns.has('level') || describeTooLong(found) !== null) return [];
    const best = chooseColumn(found, recognizer);
    if (best === null || best.count * 2 < instrument.indicators.length) return [];
    const header = sheet.rows[sheet.rows.length - found.rows.length - 1];
    return header ? [withSheet(book, describe(sheet, header, best))] : [];
  });
}

/** Names the sheet before the first column if the same headings stand on others too. */
function withSheet(book: Book, suggestion: Suggestion): Suggestion {
  const [first, ...others] = suggestion.map.columns;
  if (first === undefined || findMappedSheets(book, suggestion.map).length < 2) return suggestion;
  return {
    ...suggestion,
    map: { columns: [{ ...first, name: `${suggestion.sheet}:${first.name}` }, ...others] },
  };
}

interface Choice {
  readonly found: FoundTable;
  readonly count: number;
  readonly recognizer: Recognizer;
}

/** The column of numbers, unless the names beside it say that they only count the rows. */
function chooseColumn(found: FoundTable, recognizer: Recognizer): Choice | null {
  const choices = ['number', 'name'].flatMap((key): (Choice & { readonly key: string })[] => {
    const column = found.columns.get(key);
    if (column === undefined) return [];
    const own = { ...found, columns: new Map([...found.columns, ['indicator', column]]) };
    return [
      { key, found: own, recognizer, count: countIndicators({ found: own, header: null }, recognizer, '') },
    ];
  });
  const [number, name] = ['number', 'name'].map((key) => choices.find((choice) => choice.key === key));
  if (!number || !name) return number ?? name ?? null;
  const contradicts = found.rows.some((row) => {
    const [a, b] = [number, name].map((one) =>
      recognizer.exact(fieldAt(one.found, row, 'indicator', '').text),
    );
    return a?.kind === 'number' && b?.kind === 'name' && a.indicator !== b.indicator;
  });
  return contradicts || name.count > number.count ? name : number;
}

function describe(sheet: Sheet, header: Row, { found, count, recognizer }: Choice): Suggestion {
  const headings = header.cells.map((cell) => plainHeading(cleanText(cell)));
  const nameOf = (column: number) => {
    const cell = header.cells.find((other) => other.column === column);
    const heading = cell ? cleanText(cell).replace(/\s+/g, ' ') : '';
    const isAlone = headings.filter((other) => other === plainHeading(heading)).length === 1;
    return isAlone && isPlainHeading(heading) ? heading : columnName(column);
  };
  const targets = ['indicator', 'level', 'explanation', 'note'] as const;
  const map = {
    columns: targets.flatMap((target) => {
      const column = found.columns.get(target);
      return column === undefined ? [] : [{ name: nameOf(column), target }];
    }),
  };
  const sample = rowsOf({ found, header }, recognizer, '').flatMap((row): [string, string][] => {
    const [indicator, level] = ['indicator', 'level'].map((key) => fieldAt(found, row, key, '').text);
    const named = recognizer.exact(indicator ?? '');
    return named?.kind === 'number' || named?.kind === 'name' ? [[indicator ?? '', level || 'kosong']] : [];
  });
  return { sheet: sheet.name, map, count, sample: sample.slice(0, 3) };
}
