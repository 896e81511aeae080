import { normalizeIndicator } from '../assessment/normalize-indicator.ts';
import { regionalOpd } from '../assessment/regional.ts';
import type { AnswerRow, DocumentRow, Regional, Submission } from '../assessment/submission.ts';
import type { Book, Row } from './book.ts';
import { recapTable, sourceKey, statedTable } from './regional-layout.ts';
import { describeTooLong, type FoundTable, fieldAt, findTable } from './tables.ts';

/**
 * Adds to a regional workbook what it keeps of the answers it was made from, so that each carries its OPD; any other file is
 * handed back as it is. Where the sheets of the workings are lost or far too long, the workbook is an answer of its own.
 * @param documents the table Bukti, if it is there
 */
export function withRegional(submission: Submission, book: Book, documents: FoundTable | null): Submission {
  if (submission.meta?.opd.code !== regionalOpd.code) return submission;
  const { file } = submission;
  const recap = keep(findTable(book, recapTable));
  const stated = keep(findTable(book, statedTable));
  const regional: Regional = {
    settled: recap?.rows.map((row) => readSettled(recap, row, file)) ?? [],
    stated: stated?.rows.map((row) => readStated(stated, row, file)) ?? [],
  };
  const sources = new Map(
    recap?.rows.map((row) => [
      normalizeIndicator(fieldAt(recap, row, 'id', file).text),
      fieldAt(recap, row, 'opd', file),
    ]),
  );
  return {
    ...submission,
    regional,
    answers: submission.answers.map((answer): AnswerRow => {
      const opd = sources.get(normalizeIndicator(answer.indicator.text));
      return opd ? { ...answer, opd } : answer;
    }),
    documents: documents ? readSources(submission.documents, documents, file) : submission.documents,
  };
}

function keep(found: FoundTable | null): FoundTable | null {
  return found === null || describeTooLong(found) !== null ? null : found;
}

function readSettled(found: FoundTable, row: Row, file: string): Regional['settled'][number] {
  const field = (key: string) => fieldAt(found, row, key, file);
  return {
    indicator: field('id'),
    level: field('settled'),
    basis: field('basis'),
    lead: field('lead'),
    reason: field('reason'),
    by: field('by'),
    date: field('date'),
  };
}

function readStated(found: FoundTable, row: Row, file: string): AnswerRow {
  const field = (key: string) => fieldAt(found, row, key, file);
  return {
    indicator: field('id'),
    level: field('level'),
    explanation: field('fact'),
    analysis: field('analysis'),
    note: field('note'),
    assessedLevel: field('assessedLevel'),
    assessedReason: field('assessedReason'),
    opd: field('opd'),
    opdName: field('opdName'),
  };
}

/** One row of the table is one document, in the same order. */
function readSources(documents: readonly DocumentRow[], found: FoundTable, file: string): DocumentRow[] {
  return documents.map((document, index) => {
    const row = found.rows[index];
    return row ? { ...document, opd: fieldAt(found, row, sourceKey, file) } : document;
  });
}
