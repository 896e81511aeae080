import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { cannotWrite } from './finish.ts';

/**
 * Writes texts as they come, never more of them in memory than the reader at the other end lets wait. A file is there whole
 * or not at all: the texts go into a temporary one beside it, which takes its name at the end.
 * @param path undefined or `-`: the screen
 * @throws UserError if the file cannot be written; what the source of the texts throws
 */
export async function writeLines(texts: AsyncIterable<string>, path: string | undefined): Promise<void> {
  if (path === undefined || path === '-') {
    await pipeline(texts, process.stdout, { end: false }).catch(ignoreClosedPipe);
    return;
  }
  const temporary = `${path}.${randomUUID()}.tmp`;
  const file = createWriteStream(temporary, { flush: true });
  try {
    await pipeline(texts, file);
    await rename(temporary, path).catch((cause: unknown) => {
      throw cannotWrite(path, cause);
    });
  } catch (error) {
    await rm(temporary, { force: true });
    throw error === file.errored ? cannotWrite(path, error) : error;
  }
}

/** A reader that has seen enough (`| head`) is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
