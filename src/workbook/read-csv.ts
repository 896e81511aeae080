import { type Field, plainForm } from '../assessment/submission.ts';
import { problem } from '../problem-kinds.ts';
import type { Book } from './book.ts';
import type { Column } from './layout.ts';
import type { Read } from './read.ts';
import { describeTooLong, type FoundTable, fieldAt, findByHeader } from './tables.ts';

const columns: readonly Column[] = [
  {
    key: 'indicator',
    header: 'indikator',
    width: 0,
    words: ['indikator', 'no', 'no.', 'nomor', 'nomor indikator', 'kode', 'id', 'indicator'],
  },
  {
    key: 'level',
    header: 'tingkat',
    width: 0,
    words: ['tingkat', 'tingkat kematangan', 'level', 'nilai', 'skor'],
  },
  { key: 'explanation', header: 'penjelasan', width: 0, words: ['penjelasan'] },
  { key: 'note', header: 'catatan', width: 0, words: ['catatan', 'keterangan'] },
];

/** Reads plain answers, `indikator,tingkat` with a header row; a csv names neither region nor year nor evidence. */
export function readCsvAnswers(book: Book, file: string): Read {
  const sheet = book.sheets[0];
  const found = sheet ? findByHeader(sheet, columns) : null;
  if (!found?.columns.has('indicator') || !found.columns.has('level')) {
    return { submission: null, problems: [problem('csv-header-missing', { file }, {})] };
  }
  const reason = describeTooLong(found);
  if (reason !== null)
    return { submission: null, problems: [problem('file-unreadable', { file }, { reason })] };
  const field = (row: FoundTable['rows'][number], key: string): Field => fieldAt(found, row, key, file);
  const answers = found.rows.flatMap((row) => {
    const answer = {
      indicator: field(row, 'indicator'),
      level: field(row, 'level'),
      explanation: field(row, 'explanation'),
      note: field(row, 'note'),
    };
    return answer.indicator.text === '' && answer.level.text === '' ? [] : [answer];
  });
  const submission = { file, meta: null, answers, ...plainForm };
  return { submission, problems: [] };
}
