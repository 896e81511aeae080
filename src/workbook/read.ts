import { normalizeIndicator } from '../assessment/answers.ts';
import type { AnswerRow, DocumentRow, Field, Submission, SubmissionMeta } from '../assessment/submission.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import type { Book } from './book.ts';
import {
  answersTable,
  criteriaTable,
  documentsTable,
  formatVersion,
  identityTable,
  metaPrefix,
  metaTable,
  type Table,
} from './layout.ts';
import { withRegional } from './read-regional.ts';
import { describeTooLong, type FoundTable, fieldAt, findTable, linkAt } from './tables.ts';

export interface Read {
  /** null if the file is no workbook of ours, or one that this version cannot read; the problems say why. */
  readonly submission: Submission | null;
  readonly problems: readonly Problem[];
}

/** Reads an assessment workbook: finds its tables by their hidden marks and hands on texts with true addresses. */
export function readWorkbook(book: Book, file: string): Read {
  const meta = readMeta(book, file);
  if (meta === null) {
    return {
      submission: null,
      problems: [problem('not-a-workbook', { file }, { sheets: nameSheets(book) })],
    };
  }
  if (meta.formatVersion > formatVersion) {
    const details = { found: meta.formatVersion, known: formatVersion };
    return { submission: null, problems: [problem('format-newer', { file }, details)] };
  }
  const answers = findTable(book, answersTable);
  const documents = findTable(book, documentsTable);
  // Only an aid to the officers: without it nothing is ticked.
  const criteria = findTable(book, criteriaTable);
  const reasons = [answers, documents, criteria].flatMap((found) => (found && describeTooLong(found)) ?? []);
  if (reasons.length > 0) {
    return {
      submission: null,
      problems: reasons.map((reason) => problem('file-unreadable', { file }, { reason })),
    };
  }
  const own = new Set(meta.indicators);
  const problems = [
    ...describeTable(answers, answersTable, file),
    ...describeTable(documents, documentsTable, file),
    ...(criteria ? describeTable(criteria, criteriaTable, file) : []),
    ...(answers ? answers.rows.flatMap((row) => describeMismatch(answers, row, file, own)) : []),
  ];
  const submission: Submission = {
    file,
    meta,
    answers: answers ? answers.rows.flatMap((row) => readAnswer(answers, row, file, own)) : [],
    documents: documents ? documents.rows.map((row) => readDocument(documents, row, file)) : [],
    identity: readIdentity(book, file),
    checklist: new Map(criteria ? criteria.rows.flatMap((row) => readTick(criteria, row, file)) : []),
    ...(book.savedAt === undefined ? {} : { modified: book.savedAt }),
  };
  return { submission: withRegional(submission, book, documents), problems };
}

const mostSheetsNamed = 10;

function nameSheets({ sheets }: Book): string {
  const named = sheets.slice(0, mostSheetsNamed).map(({ name }) => `"${name}"`);
  const left = sheets.length - named.length;
  return named.join(', ') + (left > 0 ? ` dan ${left} lembar lain` : '');
}

/** As long as spbe.yaml allows; `spbe init` wrote them. */
const longestParticular = 200;

/** From `_spbe`; where that sheet is lost, from the hidden rows of Identitas. */
function readMeta(book: Book, file: string): SubmissionMeta | null {
  return parseMeta(readPairs(book, metaTable, file)) ?? parseMeta(identityPairs(book, file).meta);
}

function parseMeta(found: ReadonlyMap<string, string>): SubmissionMeta | null {
  const pairs = { get: (key: string) => found.get(key)?.slice(0, longestParticular) };
  const version = Number(pairs.get('formatVersion'));
  const year = Number(pairs.get('year'));
  const [instrument, region] = [pairs.get('instrument'), pairs.get('region')];
  // Of an absent or emptied one Number makes NaN or 0.
  if (!(Number.isInteger(version) && version > 0 && Number.isInteger(year) && year > 0)) return null;
  if (!instrument || !region) return null;
  return {
    formatVersion: version,
    instrument,
    region,
    year,
    opd: { code: pairs.get('opdCode') ?? '', name: pairs.get('opdName') ?? '' },
    workbookId: pairs.get('workbookId') ?? '',
    indicators: (found.get('indicators') ?? '').split(' ').filter((id) => id !== ''),
  };
}

function readIdentity(book: Book, file: string): Map<string, string> {
  return identityPairs(book, file).identity;
}

/** Identitas holds the officers' particulars and, in hidden rows, those of the workbook. */
function identityPairs(book: Book, file: string) {
  const pairs = [...readPairs(book, identityTable, file)];
  const isMeta = ([key]: [string, string]) => key.startsWith(metaPrefix);
  return {
    identity: new Map(pairs.filter((pair) => !isMeta(pair))),
    meta: new Map(
      pairs.filter(isMeta).map(([key, value]): [string, string] => [key.slice(metaPrefix.length), value]),
    ),
  };
}

function readTick(found: FoundTable, row: FoundTable['rows'][number], file: string): [string, Field][] {
  const id = fieldAt(found, row, 'id', file);
  const have = fieldAt(found, row, 'have', file);
  return id.text === '' || have.text === '' ? [] : [[id.text, have]];
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
    explanation: fieldAt(found, row, 'fact', file),
    analysis: fieldAt(found, row, 'analysis', file),
    assessedLevel: fieldAt(found, row, 'assessedLevel', file),
    assessedReason: fieldAt(found, row, 'assessedReason', file),
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
    kind: field('kind'),
    signed: field('signed'),
    verdict: field('verdict'),
    remark: field('remark'),
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
