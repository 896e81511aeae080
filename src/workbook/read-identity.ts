import type { SubmissionMeta } from '../assessment/submission.ts';
import type { Book, Row } from './book.ts';
import { identityRows, identityTable, metaPrefix, metaTable } from './layout.ts';
import { readPairs } from './read-pairs.ts';
import { cleanText } from './tables.ts';

/** As long as spbe.yaml allows; `spbe init` wrote them. */
export const longestParticular = 200;

/** From `_spbe`; where that sheet is lost, from the hidden rows of Identitas; null if both are. */
export function readMeta(book: Book): SubmissionMeta | null {
  return parseMeta(readPairs(book, metaTable)) ?? parseMeta(identityPairs(book).meta);
}

/** Identitas: key (head, filler, …) to text; by the visible labels where its keys are lost. */
export function readIdentity(book: Book): ReadonlyMap<string, string> {
  const { identity } = identityPairs(book);
  return identity.size > 0 ? identity : readLabelled(book);
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

/** Identitas holds the officers' particulars and, in hidden rows, those of the workbook. */
function identityPairs(book: Book) {
  const pairs = [...readPairs(book, identityTable)];
  const isMeta = ([key]: [string, string]) => key.startsWith(metaPrefix);
  return {
    identity: new Map(pairs.filter((pair) => !isMeta(pair))),
    meta: new Map(
      pairs.filter(isMeta).map(([key, value]): [string, string] => [key.slice(metaPrefix.length), value]),
    ),
  };
}

/** Two labels may stand in any sheet; with one more it is Identitas. */
const fewestLabels = 3;
const rowsOfForm = 200;

function readLabelled({ sheets }: Book): ReadonlyMap<string, string> {
  for (const { rows } of sheets) {
    const pairs = new Map(rows.slice(0, rowsOfForm).flatMap(readLabel));
    if (pairs.size >= fewestLabels) return pairs;
  }
  return new Map();
}

/** What stands to the right of a label. */
function readLabel({ cells }: Row): [string, string][] {
  for (const { id, label } of identityRows) {
    const at = cells.findIndex((cell) => cleanText(cell) === label);
    const value = cells[at + 1];
    if (at >= 0) return [[id, value ? cleanText(value) : '']];
  }
  return [];
}
