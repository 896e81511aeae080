import { givenIdentity } from './layout.ts';
import { openBook } from './open.ts';
import { readWorkbook } from './read.ts';

/**
 * Says why a file must not be overwritten, null if it is an untouched workbook of ours. What cannot be read
 * counts as filled: better to refuse than to lose an answer.
 */
export function fillingOf(bytes: Uint8Array, name: string): string | null {
  const opened = openBook(bytes, name);
  if ('unreadable' in opened) return 'berkas lain, tidak dapat dibaca';
  const { submission, problems } = readWorkbook(opened.book, name);
  if (submission === null) return 'berkas lain, bukan kertas kerja kosong';
  // A copied sheet or a lost column may hold answers that the reader does not see.
  if (problems.length > 0) return 'susunannya sudah diubah';
  // The indicator itself is given, all else is typed.
  const answers = submission.answers.filter(({ indicator: _, ...typed }) =>
    Object.values(typed).some(({ text }) => text !== ''),
  ).length;
  if (answers > 0) return `${answers} indikator sudah diisi`;
  const documents = submission.documents.filter((row) =>
    Object.values(row).some(({ text }) => text !== ''),
  ).length;
  if (documents > 0) return `${documents} bukti sudah diisi`;
  if (submission.checklist.size > 0) return `${submission.checklist.size} butir Kriteria sudah diisi`;
  const identity = [...submission.identity].some(([key, text]) => text !== '' && !givenIdentity.has(key));
  return identity ? 'identitas sudah diisi' : null;
}
