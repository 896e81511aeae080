import { fileURLToPath } from 'node:url';
import { pool, TerminateError } from 'workerpool';
import { packageFolder } from '../package-folder.ts';
import type { Found } from './read-file.ts';
import { makeShareStrings } from './share-strings.ts';
import type { ThreadRead } from './workbook-worker.ts';

/** Built, also when the sources are run by a test: see src/evidence/content-reader.ts. */
const workerFile = 'dist/workbook-worker.js';
/**
 * Megabytes of young objects in a thread: with more of them it collects its garbage a little less often, and keeps tens of
 * megabytes. Old objects have no limit of their own: the limits of a file are the reader's, as in the main thread.
 */
const youngLimit = 16;

/** Threads that read workbooks. */
export interface WorkbookPool {
  /**
   * `failed` also if the thread died of it; the others go on.
   * @throws what the thread threw, which is a bug
   */
  read(file: Found, isMapped: boolean): Promise<ThreadRead>;
  close(): Promise<void>;
}

export function openWorkbookPool(threads: number): WorkbookPool {
  const url = packageFolder.locate(workerFile);
  const shareStrings = makeShareStrings();
  const workers = pool(url ? fileURLToPath(url) : String(packageFolder.readNow(workerFile)), {
    workerType: 'thread',
    maxWorkers: threads,
    // Nothing of the program's own options.
    workerThreadOpts: {
      eval: url === null,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: youngLimit },
    },
  });
  return {
    async read(file, isMapped) {
      try {
        return shareStrings((await workers.exec('read', [file, isMapped])) as ThreadRead);
      } catch (error) {
        if (error instanceof TerminateError) return 'failed';
        throw error;
      }
    },
    async close() {
      await workers.terminate(true);
    },
  };
}
