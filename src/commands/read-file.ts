import { problem } from '../problem-kinds.ts';
import { readRegular } from '../project/read-regular.ts';
import type { Book } from '../workbook/book.ts';
import { fileLimit, openBook } from '../workbook/open.ts';
import type { Read } from '../workbook/read.ts';
import { cannotRead, whyUnreadable } from './cannot-read.ts';
import { readKnownBook } from './read-book.ts';

export interface Found {
  /** Absolute. */
  readonly path: string;
  /** As shown. */
  readonly name: string;
  /** Named by the user, not merely found in a folder. */
  readonly named: boolean;
}

export interface ReadFileOptions {
  /** Whether the user has named columns: then what is not surely ours is a sheet of his own. */
  readonly isMapped: boolean;
  /** Called with the bytes of a file that are then read. */
  readonly onBytes?: (path: string, bytes: Uint8Array) => void;
}

/**
 * Reads one file; of a sheet of somebody's own making only the book, as its instrument is not known yet.
 * @throws UserError if it cannot be read and the user named it
 */
export async function readFile(
  file: Found,
  { isMapped, onBytes }: ReadFileOptions,
): Promise<Read | { readonly book: Book }> {
  const unreadable = (reason: string): Read => ({
    submission: null,
    problems: [problem('file-unreadable', { file: file.name }, { reason })],
  });
  const bytes = await readBytes(file);
  if (typeof bytes === 'string') return unreadable(bytes);
  // In the place of one that is too large stand bytes that are not its own.
  if (bytes.length <= fileLimit) onBytes?.(file.path, bytes);
  const opened = openBook(bytes, file.path === standardInput.path ? file.name : file.path);
  if ('unreadable' in opened) return unreadable(opened.unreadable.message);
  return (await readKnownBook(opened.book, file.name, isMapped)) ?? opened;
}

/**
 * @returns the reason if a file found in a folder cannot be read: the others are looked at all the same
 * @throws UserError if one cannot be read that the user named
 */
async function readBytes({ path, name, named }: Found): Promise<Uint8Array | string> {
  try {
    if (path === standardInput.path) return await readStandardInput();
    // A file beyond the limit is refused by its size; its bytes are never wanted.
    return (await readRegular(path, fileLimit)) ?? new Uint8Array(fileLimit + 1);
  } catch (cause) {
    if (named) throw cannotRead(name, cause);
    return `Berkas ${whyUnreadable(cause)}.`;
  }
}

/** `-`: what another program writes, taken for csv unless its bytes say otherwise. */
export const standardInput: Found = { path: '-', name: 'masukan-standar.csv', named: true };

/** At most one byte more than a file may have: no program can fill the memory. */
async function readStandardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    parts.push(part);
    size += part.length;
    if (size > fileLimit) break;
  }
  return Buffer.concat(parts);
}
