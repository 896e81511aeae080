import type { Book } from '../workbook/book.ts';
import type { Read } from '../workbook/read.ts';
import { inOrder } from './in-order.ts';
import { type Found, type ReadFileOptions, readFile, standardInput } from './read-file.ts';
import { makeShareStrings } from './share-strings.ts';
import { threadCount } from './thread-count.ts';

export interface ReadFilesOptions extends ReadFileOptions {
  /** Called for each file, in their order. */
  readonly onFile?: (file: string, position: number, total: number) => void;
}

/** What a file holds. Of a sheet of somebody's own the book, or `own-sheet` where it was read in a thread and let go. */
export type FileRead = Read | { readonly book: Book } | 'own-sheet';

/** From so many on threads gain more than it takes to start them: see docs/decisions.md. */
const worthThreads = 400;
/** How many files a thread has before it, so that it need not wait for the main one. */
const aheadOfThread = 4;

/**
 * Reads files one after the other, or in threads if they are many; the results are the same, in the order of the files.
 * @throws UserError if one cannot be read that the user named
 */
export async function* readFiles(
  files: readonly Found[],
  options: ReadFilesOptions,
): AsyncGenerator<{ readonly file: Found; readonly read: FileRead }, void, void> {
  // The bytes stay in the thread that reads them.
  const threads = options.onBytes ? 1 : threadCount(files.length, worthThreads);
  if (threads > 1) {
    yield* readInThreads(files, threads, options);
    return;
  }
  for (const [index, file] of files.entries()) {
    options.onFile?.(file.name, index + 1, files.length);
    yield { file, read: await readFile(file, options) };
  }
}

async function* readInThreads(files: readonly Found[], threads: number, options: ReadFilesOptions) {
  const { openThreadPool } = await import('./thread-pool.ts');
  const pool = openThreadPool(threads);
  const shareStrings = makeShareStrings();
  const read = async (file: Found): Promise<FileRead> => {
    if (file.path === standardInput.path) return readFile(file, options);
    const done = await pool.run('read', file, options.isMapped);
    return done === 'failed' ? readFile(file, options) : shareStrings(done);
  };
  try {
    let position = 0;
    const readOne = async (file: Found) => ({ file, read: await read(file) });
    for await (const one of inOrder(files, threads * aheadOfThread, readOne)) {
      options.onFile?.(one.file.name, ++position, files.length);
      yield one;
    }
  } finally {
    await pool.close();
  }
}
