import { dropControls } from './drop-controls.ts';

/** Why a file cannot be read as a spreadsheet. */
export interface Unreadable {
  readonly reason:
    | 'empty'
    | 'too-large'
    | 'damaged'
    | 'encrypted'
    | 'xls'
    | 'xlsb'
    | 'xml-2003'
    | 'html'
    | 'pdf'
    | 'image'
    | 'archive'
    | 'other-office'
    | 'bad-csv'
    | 'not-spreadsheet';
  /** What is wrong and what to do, in Bahasa Indonesia, without the file's name. */
  readonly message: string;
}

interface Refusal extends Error {
  readonly unreadable: Unreadable;
}

/**
 * Ends the reading of a file, from any depth of the readers; `openBook` turns it into a value.
 * @throws always
 */
export function refuse(reason: Unreadable['reason'], message: string): never {
  const unreadable: Unreadable = { reason, message };
  throw Object.assign(new Error(message), { unreadable });
}

const longestDetail = 150;

/**
 * Refuses a file as damaged.
 * @param detail what is broken; begins in lower case, has no full stop; may quote the file, so it is cut short
 * @throws always
 */
export function refuseDamaged(detail: string): never {
  const short = dropControls(detail.slice(0, longestDetail));
  refuse(
    'damaged',
    `Berkas rusak atau tidak lengkap: ${short}. Buka di Excel lalu simpan ulang sebagai .xlsx; bila tidak dapat dibuka, minta berkas itu dikirim ulang.`,
  );
}

/** The refusal that `error` carries; null if it is something else, which is a bug. */
export function refusalOf(error: unknown): Unreadable | null {
  return error instanceof Error && 'unreadable' in error ? (error as Refusal).unreadable : null;
}
