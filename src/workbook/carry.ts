import { normalizeIndicator } from '../assessment/normalize-indicator.ts';
import type { Field, Submission } from '../assessment/submission.ts';
import { parseAddress } from './address.ts';
import type { Book, Cell, Row } from './book.ts';
import type { WorkbookSpec } from './contents.ts';
import type { CellContent, Filled } from './filled.ts';
import {
  answersTable,
  criteriaTable,
  documentsTable,
  givenIdentity,
  identityRows,
  identityTable,
  type KeyOf,
  metaPrefix,
  type Table,
} from './layout.ts';
import { type Leftover, listLeftovers } from './leftovers.ts';
import { cleanText, type FoundTable, findTable } from './tables.ts';

/** What a filled workbook hands on to a new one. */
export interface Carried {
  readonly filled: Filled;
  /** What has no place in the new workbook: nothing is dropped silently. */
  readonly leftovers: readonly Leftover[];
  /** How many cells of each sheet were carried. */
  readonly counts: Readonly<Record<'answers' | 'documents' | 'ticks' | 'identity', number>>;
}

/**
 * Takes every filled cell of a workbook as it stands (number, date, text with its blanks, link), to be written into a new
 * one with `writeWorkbook`.
 * @param submission the same workbook as read: says which row is which indicator
 * @param spec the new workbook
 */
export function carryCells(book: Book, submission: Submission, spec: WorkbookSpec): Carried {
  const used = new Set<Cell>();
  const answers = carryAnswers(book, submission, spec, used);
  const documents = carryDocuments(book, used);
  const ticks = carryTicks(book, spec, used);
  const identity = carryIdentity(book, used);
  const sum = (maps: Iterable<ReadonlyMap<unknown, unknown>>) =>
    [...maps].reduce((total, { size }) => total + size, 0);
  return {
    filled: { answers, documents, ticks, identity },
    leftovers: listLeftovers(book, used),
    counts: {
      answers: sum(answers.values()),
      documents: sum(documents),
      ticks: ticks.size,
      identity: identity.size,
    },
  };
}

function carryAnswers(book: Book, { answers }: Submission, { indicators }: WorkbookSpec, used: Set<Cell>) {
  const carried = new Map<string, ReadonlyMap<KeyOf<typeof answersTable>, CellContent>>();
  const found = findTable(book, answersTable);
  const rows = new Map(found?.rows.map((row) => [row.number, row]));
  for (const { indicator, level } of answers) {
    const id = normalizeIndicator(indicator.text);
    const row = rows.get(rowOf(level));
    if (!found || !row || !indicators.includes(id) || carried.has(id)) continue;
    const cells = takeInputs(found, row, answersTable, used);
    if (cells.size > 0) carried.set(id, cells);
  }
  return carried;
}

function rowOf({ at }: Field): number {
  return (at.address === undefined ? null : parseAddress(at.address))?.row ?? 0;
}

function carryDocuments(book: Book, used: Set<Cell>) {
  const found = findTable(book, documentsTable);
  if (found === null) return [];
  return found.rows.map((row) => takeInputs(found, row, documentsTable, used)).filter(({ size }) => size > 0);
}

function carryTicks(book: Book, { criteria, indicators }: WorkbookSpec, used: Set<Cell>) {
  const items = new Set(
    indicators.flatMap((id) =>
      (criteria.byIndicator.get(id)?.levels ?? []).flatMap(({ evidence }) => evidence.map((item) => item.id)),
    ),
  );
  return carryPairs(findTable(book, criteriaTable), 'have', items, used);
}

function carryIdentity(book: Book, used: Set<Cell>) {
  const ids = identityRows.flatMap(({ id }) => (givenIdentity.has(id) ? [] : [id]));
  return carryPairs(findTable(book, identityTable), 'value', new Set(ids), used);
}

/** A table of keys and values: those whose key has a place. */
function carryPairs(
  found: FoundTable | null,
  key: string,
  places: ReadonlySet<string>,
  used: Set<Cell>,
): Map<string, CellContent> {
  const carried = new Map<string, CellContent>();
  for (const row of found?.rows ?? []) {
    const [id, cell] = ['id', key].map((one) =>
      row.cells.find(({ column }) => column === found?.columns.get(one)),
    );
    const text = id ? cleanText(id) : '';
    // Given by the new workbook itself.
    if (cell && (givenIdentity.has(text) || text.startsWith(metaPrefix))) used.add(cell);
    const content = cell && places.has(text) && !carried.has(text) ? contentOf(cell) : null;
    if (!cell || content === null) continue;
    used.add(cell);
    carried.set(text, content);
  }
  return carried;
}

function takeInputs<T extends Table>(
  found: FoundTable,
  row: Row,
  table: T,
  used: Set<Cell>,
): Map<KeyOf<T>, CellContent> {
  const taken = new Map<KeyOf<T>, CellContent>();
  for (const { key, input } of table.columns) {
    const column = input ? found.columns.get(key) : undefined;
    const cell = row.cells.find((one) => one.column === column);
    const content = cell ? contentOf(cell) : null;
    if (!cell || content === null) continue;
    used.add(cell);
    taken.set(key as KeyOf<T>, content);
  }
  return taken;
}

/** As it stands in the cell; null for an empty one. A formula is handed on as its result. */
function contentOf({ text, kind, link }: Cell): CellContent | null {
  // Other links than those of the web may start a program: their target stays readable as text, as the reader takes it.
  if (link !== undefined && link.trim() !== '') {
    return /^https?:\/\//i.test(link) ? { text: text || link, hyperlink: link } : link;
  }
  if (text === '') return null;
  if (kind === 'number') return Number(text);
  if (kind === 'boolean') return text === 'TRUE';
  const time =
    kind === 'date' && /^\d{4}-/.test(text) ? Date.parse(text.length > 10 ? `${text}Z` : text) : Number.NaN;
  return Number.isNaN(time) ? text : new Date(time);
}
