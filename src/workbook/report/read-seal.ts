import { UserError } from '../../problem.ts';
import type { Sheet } from '../book.ts';
import { openBook } from '../open.ts';
import { sealMark, sealSheet } from './seal-layout.ts';

/** What a report says of itself: the sealed record as JSON, and the index as it stands where people read it. */
export interface ReadSeal {
  readonly json: string;
  /** null if it was not found. */
  readonly shownIndex: string | null;
}

/**
 * The seal of a report in xlsx; anybody may have changed it since.
 * @returns null if the workbook carries none
 * @throws UserError if the bytes are no workbook, or a damaged one
 */
export function readSealFromWorkbook(bytes: Uint8Array, name: string): ReadSeal | null {
  const opened = openBook(bytes, name);
  if ('unreadable' in opened)
    throw new UserError(`${name} tidak dapat dibaca sebagai laporan – ${opened.unreadable.message}`);
  const { sheets } = opened.book;
  const found = sheets.find((one) => one.name === sealSheet);
  const [mark, headline = '', ...pieces] = found ? texts(found) : [];
  if (mark !== sealMark) return null;
  return { json: pieces.join(''), shownIndex: cellAt(sheets, headline) };
}

/** Column A from the top. */
function texts({ rows }: Sheet): string[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ column, text }) => (column === 1 ? [text] : [])));
}

/** `Ringkasan!B5` */
function cellAt(sheets: readonly Sheet[], place: string): string | null {
  const [name, address] = place.split('!');
  const rows = sheets.find((one) => one.name === name)?.rows ?? [];
  for (const { cells } of rows) {
    const cell = cells.find((one) => one.address === address);
    if (cell) return cell.text;
  }
  return null;
}
