import { formatPlace, type Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { groupBy } from './group-by.ts';
import { normalizeIndicator } from './normalize-indicator.ts';
import type { DocumentRow, Field, Submission } from './submission.ts';

/** The files that count, once versions of one workbook are told apart. */
export interface Distinct {
  readonly kept: readonly Submission[];
  readonly problems: readonly Problem[];
}

/**
 * Several files of one workbook (same id and OPD: a copy, or a later version). A version is left out where another one, saved no
 * earlier, holds all of it: each answer, document and tick unchanged, or filled in where it was blank. Otherwise both
 * count, and the cells that differ are named: nobody's word is dropped by a date. The order of the files does not matter.
 */
export function dropDuplicates(submissions: readonly Submission[]): Distinct {
  const versions = groupBy(
    submissions.filter(({ meta }) => meta !== null && meta.workbookId !== ''),
    ({ meta }) => JSON.stringify([meta?.workbookId, meta?.opd.code]),
  );
  const dropped = new Set<Submission>();
  const problems: Problem[] = [];
  for (const group of versions.values()) {
    if (group.length < 2) continue;
    const read = group.map(readVersion);
    const left = read.filter((one) => !read.some((other) => replaces(other, one)));
    for (const one of read.filter((version) => !left.includes(version))) {
      dropped.add(one.submission);
      // Where no time is known, what replaces it may itself be replaced by one that is older than it.
      const by = [...left.filter((other) => replaces(other, one)), ...left].slice(0, 1);
      problems.push(...by.map((used) => describeReplaced(one, used)));
    }
    problems.push(...left.slice(1).map((one, index) => describeConflict(left[index] ?? one, one)));
  }
  return { kept: submissions.filter((one) => !dropped.has(one)), problems };
}

interface Version {
  readonly submission: Submission;
  /** Filled cells by what they are, not by where they stand. */
  readonly cells: ReadonlyMap<string, Field>;
  readonly documents: readonly ListedDocument[];
  /** The same by title. */
  readonly byTitle: ReadonlyMap<string, readonly ListedDocument[]>;
}

interface ListedDocument {
  readonly title: Field;
  /** By what it is called: its title, or where it lies if it has none. */
  readonly named: Field;
  /** Of every cell of its row, in one order. */
  readonly texts: readonly string[];
}

function readVersion(submission: Submission): Version {
  const cells = new Map<string, Field>();
  const put = (key: string, field: Field) => {
    if (field.text !== '') cells.set(key, field);
  };
  const seen = new Map<string, number>();
  for (const { indicator, ...fields } of submission.answers) {
    const id = normalizeIndicator(indicator.text);
    const nth = (seen.get(id) ?? 0) + 1;
    seen.set(id, nth);
    for (const [key, field] of Object.entries(fields)) put(`${id} ${nth} ${key}`, field);
  }
  for (const [id, field] of submission.checklist) put(`tick ${id}`, field);
  const documents = submission.documents
    .map(listDocument)
    .filter(({ texts }) => texts.some((text) => text !== ''));
  return { submission, cells, documents, byTitle: groupBy(documents, ({ title }) => title.text) };
}

function listDocument(row: DocumentRow): ListedDocument {
  const { indicator, level, kind, title, number, date, location, page, signed, verdict, remark } = row;
  const fields = [indicator, level, kind, title, number, date, location, page, signed, verdict, remark];
  return { title, named: title.text === '' ? location : title, texts: fields.map(({ text }) => text) };
}

function describeReplaced(one: Version, by: Version): Problem {
  const how = equals(by, one) ? 'sama isinya' : 'lebih lama';
  return problem('workbook-superseded', { file: one.submission.file }, { used: by.submission.file, how });
}

/** Whether `one` is not needed beside `other`; of two that are alike, the first by name and date stays. */
function replaces(other: Version, one: Version): boolean {
  if (other === one || !holds(other, one)) return false;
  if (equals(other, one)) return compareVersions(other, one) < 0;
  const [later, earlier] = [other.submission.modified, one.submission.modified];
  return later === undefined || earlier === undefined || later >= earlier;
}

function equals(a: Version, b: Version): boolean {
  return holds(a, b) && holds(b, a);
}

/** Later ones first, then by the file's name. */
function compareVersions({ submission: a }: Version, { submission: b }: Version): number {
  const [left, right] = [a.modified ?? '', b.modified ?? ''];
  if (left !== right) return left > right ? -1 : 1;
  return a.file < b.file ? -1 : 1;
}

function holds(newer: Version, older: Version): boolean {
  for (const [key, { text }] of older.cells) if (newer.cells.get(key)?.text !== text) return false;
  return older.documents.every((row) => hasDocument(newer, row));
}

export interface Difference {
  /** As the older file has it. */
  readonly field: Field;
  /** As the newer file has it; empty if it does not. */
  readonly other: string;
}

/** Filled cells of a file that stand otherwise, or not at all, in another one: answers, documents, ticks. */
export function findDifferences(newer: Submission, older: Submission): Difference[] {
  return differences(readVersion(newer), readVersion(older));
}

/** What of `older` stands otherwise, or not at all, in `newer`. */
function differences(newer: Version, older: Version): Difference[] {
  const cells = [...older.cells].flatMap(([key, field]) => {
    const other = newer.cells.get(key)?.text ?? '';
    return other === field.text ? [] : [{ field, other }];
  });
  const documents = older.documents
    .filter((row) => !hasDocument(newer, row))
    .map(({ named }) => ({ field: named, other: '' }));
  return [...cells, ...documents];
}

function hasDocument({ documents, byTitle }: Version, row: ListedDocument): boolean {
  const alike = row.title.text === '' ? documents : (byTitle.get(row.title.text) ?? []);
  return alike.some((other) => isWithin(row, other));
}

/** Every filled cell of a document stands in the other, too. */
function isWithin({ texts }: ListedDocument, other: ListedDocument): boolean {
  return texts.every((text, index) => text === '' || other.texts[index] === text);
}

const mostShown = 5;
const longestShown = 30;

function describeConflict(first: Version, second: Version): Problem {
  const [older, newer] = [first, second].sort((a, b) => -compareVersions(a, b)) as [Version, Version];
  const found = [
    ...differences(newer, older),
    ...differences(older, newer).filter(({ other }) => other === ''),
  ];
  const say = ({ field, other }: Difference) =>
    `${formatPlace({ ...field.at, file: '' })} "${cut(field.text)}"${other === '' ? '' : ` dan "${cut(other)}"`}`;
  const left = found.length - mostShown;
  const differs = [...found.slice(0, mostShown).map(say), ...(left > 0 ? [`dan ${left} sel lagi`] : [])].join(
    '; ',
  );
  return problem(
    'workbook-duplicate',
    { file: newer.submission.file },
    { other: older.submission.file, differs },
  );
}

function cut(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
