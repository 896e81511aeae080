import type { Submission } from '../assessment/submission.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import type { Book } from './book.ts';
import { describeTable } from './describe-table.ts';
import { answersTable, criteriaTable, documentsTable, formatVersion } from './layout.ts';
import { readAnswers } from './read-answers.ts';
import { findChecklist, readChecklist } from './read-checklist.ts';
import { readDocuments } from './read-documents.ts';
import { readIdentity, readMeta } from './read-identity.ts';
import { withRegional } from './read-regional.ts';
import { readStoredIndex } from './stored-index.ts';
import { describeTooLong, type FoundTable, findTable } from './tables.ts';

export interface Read {
  /** null if the file is no workbook of ours, or one that this version cannot read; the problems say why. */
  readonly submission: Submission | null;
  readonly problems: readonly Problem[];
}

/** Reads an assessment workbook: finds its tables by their hidden marks and hands on texts with true addresses. */
export function readWorkbook(book: Book, file: string): Read {
  const meta = readMeta(book);
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
  const checklist = findChecklist(book);
  const refused = refuseTooLong([answers, documents, checklist], file);
  if (refused !== null) return refused;
  const read = answers ? readAnswers(answers, file, new Set(meta.indicators)) : null;
  const storedIndex = answers && readStoredIndex(book, answers, file);
  const submission: Submission = {
    file,
    meta,
    ...(storedIndex ? { storedIndex } : {}),
    answers: read?.answers ?? [],
    documents: documents ? readDocuments(documents, book, file) : [],
    identity: readIdentity(book),
    checklist: checklist ? readChecklist(checklist, file) : new Map(),
    ...(book.savedAt === undefined ? {} : { modified: book.savedAt }),
  };
  const problems = [
    ...describeTable(answers, answersTable, file),
    ...describeTable(documents, documentsTable, file),
    ...(checklist
      ? describeTable(checklist, criteriaTable, file)
      : [problem('checklist-unread', { file }, { sheet: criteriaTable.sheet })]),
    ...(read?.problems ?? []),
  ];
  return { submission: withRegional(submission, book, documents), problems };
}

/** A file with a table that nobody filled in by hand is not read at all; null if all are short enough. */
export function refuseTooLong(tables: readonly (FoundTable | null)[], file: string): Read | null {
  const reasons = tables.flatMap((found) => (found && describeTooLong(found)) ?? []);
  if (reasons.length === 0) return null;
  const problems = reasons.map((reason) => problem('file-unreadable', { file }, { reason }));
  return { submission: null, problems };
}

const mostSheetsNamed = 10;

function nameSheets({ sheets }: Book): string {
  const named = sheets.slice(0, mostSheetsNamed).map(({ name }) => `"${name}"`);
  const left = sheets.length - named.length;
  return named.join(', ') + (left > 0 ? ` dan ${left} lembar lain` : '');
}
