import { type AnswerRow, type Field, plainForm } from '../assessment/submission.ts';
import type { Indicator, Instrument } from '../instrument/instrument.ts';
import type { Place, Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import type { Book, Row } from './book.ts';
import { type ColumnMap, formatMap } from './column-map.ts';
import { findMappedSheets, type MappedSheet } from './map-columns.ts';
import type { Read } from './read.ts';
import { type Recognizer, recognizeIndicators } from './recognize-indicator.ts';
import { cleanText, describeTooLong, type FoundTable, fieldAt } from './tables.ts';

/**
 * Reads a region's own sheet by the columns that the user named. Headings and sums are passed over; a row whose
 * indicator is not clear becomes a problem, never a guess.
 */
export function readMapped(book: Book, file: string, map: ColumnMap, instrument: Instrument): Read {
  const recognizer = recognizeIndicators(instrument);
  const fitting = findMappedSheets(book, map);
  const [reason] = fitting.flatMap(({ found }) => describeTooLong(found) ?? []);
  if (reason !== undefined) {
    return { submission: null, problems: [problem('file-unreadable', { file }, { reason })] };
  }
  const used = fitting.filter((sheet) => countIndicators(sheet, recognizer, file) > 0);
  const [sheet, ...others] = used;
  if (sheet === undefined || others.length > 0) {
    const problems = sheet
      ? describeChoice(used, map, file)
      : describeUnmatched(book, fitting, instrument, file);
    return { submission: null, problems };
  }
  const problems: Problem[] = [];
  const answers = rowsOf(sheet, recognizer, file).flatMap((row) =>
    readRow(row, sheet, { recognizer, file, instrument, problems }),
  );
  return { submission: { ...plainForm, file, meta: null, answers }, problems };
}

/** How many different indicators the column names. */
export function countIndicators({ found }: MappedSheet, recognizer: Recognizer, file: string): number {
  const ids = found.rows.flatMap((row) => {
    const named = recognizer.exact(fieldAt(found, row, 'indicator', file).text);
    return named?.kind === 'number' || named?.kind === 'name' ? [named.indicator.id] : [];
  });
  return new Set(ids).size;
}

interface Context {
  readonly recognizer: Recognizer;
  readonly file: string;
  readonly instrument: Instrument;
  readonly problems: Problem[];
}

function readRow(row: Row, { found }: MappedSheet, context: Context): AnswerRow[] {
  const { recognizer, file, instrument, problems } = context;
  const field = (key: string) => fieldAt(found, row, key, file);
  const [indicator, level] = [field('indicator'), field('level')];
  const named = recognizer.exact(indicator.text);
  const answer = (text: string): AnswerRow[] => [
    { indicator: { ...indicator, text }, level, explanation: field('explanation'), note: field('note') },
  ];
  if (named?.kind === 'number' || named?.kind === 'name') {
    if (named.kind === 'number')
      problems.push(...describeName(row, named.indicator, recognizer, indicator.at));
    return answer(named.indicator.id);
  }
  // A row without a level answers nothing: a domain's heading, a signature, a blank line with a number.
  if (level.text === '' || named?.kind === 'heading' || isRemark(row, indicator)) return [];
  if (isHeading(row, found, recognizer)) return [];
  const near = recognizer.nearest(indicator.text);
  if (near === null) return answer(indicator.text);
  const { id, shortName } = near;
  const details = { found: indicator.text, indicator: id, name: shortName, instrument: instrument.name };
  problems.push(problem('indicator-name-unclear', indicator.at, details));
  return [];
}

/** Whether the row's only words say that it is a domain, an aspect or a sum: with a number it would be an answer. */
function isHeading({ cells }: Row, { columns }: FoundTable, recognizer: Recognizer): boolean {
  const [indicator, level] = ['indicator', 'level'].map((key) => columns.get(key));
  const number = cells.find(({ column }) => column === indicator);
  if (number && /^\d/.test(cleanText(number))) return false;
  const words = cells.filter(
    (cell) => cell.column !== indicator && cell.column !== level && /\p{L}/u.test(cleanText(cell)),
  );
  const [only] = words;
  return only !== undefined && words.length === 1 && recognizer.exact(cleanText(only))?.kind === 'heading';
}

/** Words alone in a row, as in a footnote or above a signature. */
function isRemark({ cells: [only, ...others] }: Row, indicator: Field): boolean {
  return (
    indicator.text === '' && only !== undefined && others.length === 0 && /\p{L}{3}/u.test(cleanText(only))
  );
}

/** The name of another indicator in the same row: then the number may be a mere running one. */
function describeName({ cells }: Row, { id }: Indicator, recognizer: Recognizer, at: Place): Problem[] {
  for (const cell of cells) {
    const named = recognizer.exact(cleanText(cell));
    if (named?.kind === 'name' && named.indicator.id !== id) {
      const other = { other: named.indicator.id, name: named.indicator.shortName };
      return [problem('indicator-name-differs', at, { indicator: id, ...other })];
    }
  }
  return [];
}

/** Data rows: without what stands above the first indicator where no heading was found, and without `1 2 3 4`. */
export function rowsOf({ found, header }: MappedSheet, recognizer: Recognizer, file: string): readonly Row[] {
  const idOf = (row: Row) => {
    const named = recognizer.exact(fieldAt(found, row, 'indicator', file).text);
    return named?.kind === 'number' || named?.kind === 'name' ? named.indicator.id : null;
  };
  const start = header ? 0 : found.rows.findIndex((row) => idOf(row) !== null);
  const [first, ...others] = found.rows.slice(start);
  if (first === undefined) return [];
  const isNumbering = countsColumns(first) && others.some((row) => idOf(row) === idOf(first));
  return isNumbering ? others : [first, ...others];
}

/** The line under a heading that numbers the columns, as in official tables. */
function countsColumns({ cells }: Row): boolean {
  return (
    cells.length >= 3 &&
    cells.every((cell, index) => cleanText(cell).replace(/[()]/g, '') === String(index + 1))
  );
}

function describeChoice(used: readonly MappedSheet[], map: ColumnMap, file: string): Problem[] {
  const names = used.map(({ found }) => found.sheet.name);
  const maps = names.map((name) => `--map "${name}:${formatMap(map)}"`).join(' atau ');
  const found = `lembar ${names.map((name) => `"${name}"`).join(' dan ')} sama-sama cocok`;
  return [problem('map-needed', { file }, { found, maps })];
}

function describeUnmatched(
  book: Book,
  fitting: readonly MappedSheet[],
  instrument: Instrument,
  file: string,
): Problem[] {
  const found =
    fitting.length > 0
      ? `kolom indikatornya tidak memuat satu pun nomor atau nama indikator ${instrument.name}`
      : `judul kolom yang terlihat: ${visibleHeadings(book)}`;
  return [problem('map-unmatched', { file }, { found })];
}

const headingsShown = 12;

/** Texts of the fullest of the first rows of each sheet. */
function visibleHeadings({ sheets }: Book): string {
  const headings = sheets
    .filter(({ hidden }) => !hidden)
    .flatMap(({ rows }) => {
      const [fullest] = rows.slice(0, 40).toSorted((a, b) => b.cells.length - a.cells.length);
      return fullest?.cells.map((cell) => cleanText(cell).slice(0, 40)) ?? [];
    })
    .filter((text) => text !== '' && !/^\d+([.,]\d+)?$/.test(text));
  const shown = [...new Set(headings)]
    .slice(0, headingsShown)
    .map((text) => `"${text.replace(/\s+/g, ' ')}"`);
  return shown.length === 0 ? 'tidak ada' : shown.join(', ');
}
