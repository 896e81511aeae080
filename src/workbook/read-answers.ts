import { normalizeIndicator } from '../assessment/normalize-indicator.ts';
import type { AnswerRow } from '../assessment/submission.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import type { Row } from './book.ts';
import { type FoundTable, fieldAt, shownAt } from './tables.ts';

/**
 * Reads Penilaian.
 * @param own ids of the indicators that the workbook was made for
 */
export function readAnswers(
  found: FoundTable,
  file: string,
  own: ReadonlySet<string>,
): { answers: AnswerRow[]; problems: Problem[] } {
  return {
    answers: found.rows.flatMap((row) => readAnswer(found, row, file, own)),
    problems: found.rows.flatMap((row) => [
      ...describeMismatch(found, row, file, own),
      ...describeUnread(found, row, file),
    ]),
  };
}

/**
 * The hidden id names the row; where it is lost (an inserted row, a deleted column) the visible number does. So it does
 * where it names another indicator of this workbook: that is the one the officer saw and answered.
 */
function readAnswer(found: FoundTable, row: Row, file: string, own: ReadonlySet<string>): AnswerRow[] {
  const id = fieldAt(found, row, 'id', file);
  const number = fieldAt(found, row, 'number', file);
  const isVisible = id.text === '' || own.has(normalizeIndicator(number.text));
  const answer: AnswerRow = {
    indicator: isVisible ? number : { text: id.text, at: number.at },
    level: shownAt(found, row, 'level', file),
    explanation: shownAt(found, row, 'fact', file),
    analysis: shownAt(found, row, 'analysis', file),
    assessedLevel: shownAt(found, row, 'assessedLevel', file),
    assessedReason: shownAt(found, row, 'assessedReason', file),
    note: shownAt(found, row, 'note', file),
  };
  const isEmpty = answer.indicator.text === '' && answer.level.text === '';
  return isEmpty ? [] : [answer];
}

/** Rows sorted without their hidden columns: the id that stands in a row is another indicator's. */
function describeMismatch(found: FoundTable, row: Row, file: string, own: ReadonlySet<string>): Problem[] {
  const key = normalizeIndicator(fieldAt(found, row, 'id', file).text);
  const { text, at } = fieldAt(found, row, 'number', file);
  const number = normalizeIndicator(text);
  if (key === number || !own.has(key) || !own.has(number)) return [];
  return [problem('indicator-mismatch', at, { key, number })];
}

/** Words in a row that belongs to no indicator: more facts beneath the first, or a signature. */
function describeUnread(found: FoundTable, row: Row, file: string): Problem[] {
  const fields = (keys: readonly string[]) => keys.map((key) => fieldAt(found, row, key, file));
  if (fields(['id', 'number', 'level']).some(({ text }) => text !== '')) return [];
  const typed = fields(['fact', 'analysis', 'note', 'assessedLevel', 'assessedReason']);
  const [first] = typed.filter(({ text }) => text !== '');
  return first ? [problem('row-unread', first.at, { found: first.text })] : [];
}
