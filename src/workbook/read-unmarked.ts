import { normalizeIndicator } from '../assessment/normalize-indicator.ts';
import type { Submission } from '../assessment/submission.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { problem } from '../problem-kinds.ts';
import type { Book } from './book.ts';
import { describeLost } from './describe-table.ts';
import { answersTable, documentsTable, type Table } from './layout.ts';
import { plainHeading } from './map-columns.ts';
import { type Read, refuseTooLong } from './read.ts';
import { readAnswers } from './read-answers.ts';
import { findChecklist, readChecklist } from './read-checklist.ts';
import { readDocuments } from './read-documents.ts';
import { longestParticular, readIdentity } from './read-identity.ts';
import { type FoundTable, fieldAt, findOwnTable } from './tables.ts';

/** Tables of ours in a book that lost its particulars; at least one is there. */
export interface UnmarkedTables {
  readonly answers: FoundTable | null;
  readonly documents: FoundTable | null;
}

/** Finds Penilaian and Bukti that somebody copied into a book of his own, or saved as csv; null if neither is there. */
export function findUnmarked(book: Book): UnmarkedTables | null {
  const [answers, documents] = [findOwnTable(book, answersTable), findOwnTable(book, documentsTable)];
  const found = { answers: withRows(answers, 'number'), documents: withRows(documents, 'indicator') };
  return found.answers || found.documents ? found : null;
}

/** Without a number nothing in it can be told apart. */
function withRows(found: FoundTable | null, key: string): FoundTable | null {
  return found && (found.columns.has(key) || found.columns.has('id')) ? found : null;
}

/**
 * Reads such tables by their headings and indicator numbers, and says so in one note. Region, year and OPD come from the
 * visible lines of Identitas, the instrument from the names of the indicators.
 * @param instruments those it may be
 */
export function readUnmarked(
  book: Book,
  { answers, documents }: UnmarkedTables,
  file: string,
  instruments: readonly Instrument[],
): Read {
  const checklist = findChecklist(book);
  const refused = refuseTooLong([answers, documents, checklist], file);
  if (refused !== null) return refused;
  const instrument = answers ? recognizeInstrument(answers, instruments) : null;
  const own = new Set(instrument?.indicators.map(({ id }) => id));
  const read = answers ? readAnswers(answers, file, own) : null;
  const identity = readIdentity(book);
  const submission: Submission = {
    file,
    meta: null,
    about: { instrument: instrument?.id ?? null, ...particularsOf(identity) },
    answers: read?.answers ?? [],
    documents: documents ? readDocuments(documents, book, file) : [],
    identity,
    checklist: checklist ? readChecklist(checklist, file) : new Map(),
  };
  const parts = [
    ...(answers ? [describePart(answers, answersTable)] : []),
    ...(documents ? [describePart(documents, documentsTable)] : []),
    describeParticulars(submission),
  ];
  const isCsv = book.sheets.every(({ name }) => name === '');
  const lost = [...(answers ? [] : [answersTable.sheet]), ...(documents ? [] : [documentsTable.sheet])].map(
    (sheet) => problem('sheet-missing', { file }, { sheet }),
  );
  const problems = [
    problem(
      'marks-lost',
      { file },
      { read: parts.join('; '), checklist: checklist ? 'terbaca' : 'tidak terbaca' },
    ),
    // A csv holds one sheet; the other comes in a file of its own.
    ...(isCsv ? [] : lost),
    ...(answers ? describeLost(answers, answersTable, file) : []),
    ...(documents ? describeLost(documents, documentsTable, file) : []),
    ...(read?.problems ?? []),
  ];
  return { submission, problems };
}

function particularsOf(identity: ReadonlyMap<string, string>) {
  const textOf = (key: string) => (identity.get(key) ?? '').slice(0, longestParticular);
  const year = Number(textOf('year'));
  const name = textOf('opd');
  return {
    region: textOf('region') || null,
    year: Number.isInteger(year) && year > 0 ? year : null,
    // Its code is lost; the name serves as well to tell it from the others.
    opd: name === '' ? null : { code: name, name },
  };
}

/** The one instrument whose indicators have the names that stand beside their numbers; null if that does not tell it. */
function recognizeInstrument(found: FoundTable, instruments: readonly Instrument[]): Instrument | null {
  const named = found.rows.map((row) => ({
    id: normalizeIndicator(fieldAt(found, row, 'number', '').text),
    // Beneath the name stands the question.
    name: plainHeading(fieldAt(found, row, 'name', '').text.split('\n')[0] ?? ''),
  }));
  const counts = instruments.map((instrument) => {
    const names = new Map(instrument.indicators.map(({ id, name }) => [id, plainHeading(name)]));
    return { instrument, count: named.filter(({ id, name }) => names.get(id) === name).length };
  });
  const [best, second] = counts.toSorted((a, b) => b.count - a.count);
  if (best === undefined || best.count === 0 || best.count === second?.count) return null;
  return best.instrument;
}

function describePart({ sheet: { name } }: FoundTable, table: Table): string {
  return name === '' ? `berkas ini sebagai ${table.sheet}` : `lembar "${name}" sebagai ${table.sheet}`;
}

function describeParticulars({ about }: Submission): string {
  const { region, year, opd } = about ?? {};
  const known = [opd?.name, region, year].filter((part) => part !== null && part !== undefined);
  return known.length === 0 ? 'OPD, daerah dan tahun tidak diketahui' : `${known.join(', ')} dari Identitas`;
}
