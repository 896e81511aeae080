import { normalizeIndicator } from '../assessment/answers.ts';
import type { AnswerRow, DocumentRow, Submission, SubmissionMeta } from '../assessment/submission.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import type { Book } from './book.ts';
import {
  answersTable,
  documentsTable,
  formatVersion,
  identityTable,
  metaTable,
  type Table,
} from './layout.ts';
import { type FoundTable, fieldAt, findTable, linkAt } from './tables.ts';

export interface Read {
  /** null if the file is no workbook of ours, or one that this version cannot read; the problems say why. */
  readonly submission: Submission | null;
  readonly problems: readonly Problem[];
}

/** Reads an assessment workbook: finds its tables by their hidden marks and hands on texts with true addresses. */
export function readWorkbook(book: Book, file: string): Read {
  const meta = readMeta(book, file);
  if (meta === null) {
    const sheets = book.sheets.map(({ name }) => `"${name}"`).join(', ');
    return { submission: null, problems: [problem('not-a-workbook', { file }, { sheets })] };
  }
  if (meta.formatVersion > formatVersion) {
    const details = { found: meta.formatVersion, known: formatVersion };
    return { submission: null, problems: [problem('format-newer', { file }, details)] };
  }
  const answers = findTable(book, answersTable);
  const documents = findTable(book, documentsTable);
  const own = new Set(meta.indicators);
  const problems = [
    ...describeTable(answers, answersTable, file),
    ...describeTable(documents, documentsTable, file),
    ...(answers ? answers.rows.flatMap((row) => describeMismatch(answers, row, file, own)) : []),
  ];
  const submission: Submission = {
    file,
    meta,
    answers: answers ? answers.rows.flatMap((row) => readAnswer(answers, row, file, own)) : [],
    documents: documents ? documents.rows.map((row) => readDocument(documents, row, file)) : [],
    identity: readPairs(book, identityTable, file),
  };
  return { submission, problems };
}

function readMeta(book: Book, file: string): SubmissionMeta | null {
  const pairs = readPairs(book, metaTable, file);
  const version = Number(pairs.get('formatVersion'));
  const year = Number(pairs.get('year'));
  const [instrument, region] = [pairs.get('instrument'), pairs.get('region')];
  if (!Number.isInteger(version) || !Number.isInteger(year) || !instrument || !region) return null;
  return {
    formatVersion: version,
    instrument,
    region,
    year,
    opd: { code: pairs.get('opdCode') ?? '', name: pairs.get('opdName') ?? '' },
    workbookId: pairs.get('workbookId') ?? '',
    indicators: (pairs.get('indicators') ?? '').split(' ').filter((id) => id !== ''),
  };
}

/** A table of keys and values; the first of a repeated key counts. */
function readPairs(book: Book, table: Table, file: string): Map<string, string> {
  const found = findTable(book, table);
  const pairs = new Map<string, string>();
  for (const row of found?.rows ?? []) {
    const key = found ? fieldAt(found, row, 'id', file).text : '';
    if (found && key !== '' && !pairs.has(key)) pairs.set(key, fieldAt(found, row, 'value', file).text);
  }
  return pairs;
}

/**
 * The hidden id names the row; where it is lost (an inserted row, a deleted column) the visible number does. So it does
 * where it names another indicator of this workbook: that is the one the officer saw and answered.
 */
function readAnswer(
  found: FoundTable,
  row: FoundTable['rows'][number],
  file: string,
  own: ReadonlySet<string>,
): AnswerRow[] {
  const id = fieldAt(found, row, 'id', file);
  const number = fieldAt(found, row, 'number', file);
  const isVisible = id.text === '' || own.has(normalizeIndicator(number.text));
  const answer: AnswerRow = {
    indicator: isVisible ? number : { text: id.text, at: number.at },
    level: fieldAt(found, row, 'level', file),
    explanation: fieldAt(found, row, 'explanation', file),
    note: fieldAt(found, row, 'note', file),
  };
  const isEmpty = answer.indicator.text === '' && answer.level.text === '';
  return isEmpty ? [] : [answer];
}

/** Rows sorted without their hidden columns: the id that stands in a row is another indicator's. */
function describeMismatch(
  found: FoundTable,
  row: FoundTable['rows'][number],
  file: string,
  own: ReadonlySet<string>,
): Problem[] {
  const key = normalizeIndicator(fieldAt(found, row, 'id', file).text);
  const { text, at } = fieldAt(found, row, 'number', file);
  const number = normalizeIndicator(text);
  if (key === number || !own.has(key) || !own.has(number)) return [];
  return [problem('indicator-mismatch', at, { key, number })];
}

function readDocument(found: FoundTable, row: FoundTable['rows'][number], file: string): DocumentRow {
  const field = (key: string) => fieldAt(found, row, key, file);
  return {
    indicator: field('indicator'),
    level: field('level'),
    title: field('title'),
    number: field('number'),
    date: field('date'),
    location: linkAt(found, row, 'location', file),
    page: field('page'),
  };
}

function describeTable(found: FoundTable | null, table: Table, file: string): Problem[] {
  if (found === null) return [problem('sheet-missing', { file }, { sheet: table.sheet })];
  const at = { file, sheet: found.sheet.name };
  const headerOf = (key: string) => table.columns.find((column) => column.key === key)?.header ?? key;
  const missing = table.columns.filter(({ key, input }) => input && !found.columns.has(key));
  return [
    ...missing.map(({ header }) => problem('column-missing', at, { column: header })),
    ...found.guessed.map((key) => problem('column-guessed', at, { column: headerOf(key) })),
    ...found.copies.map(({ name }) =>
      problem('sheet-copied', { file, sheet: name }, { copy: name, used: found.sheet.name }),
    ),
  ];
}
