import { fileURLToPath } from 'node:url';
import { pool, TerminateError } from 'workerpool';
import { packageFolder } from '../package-folder.ts';
import type { Found } from './read-file.ts';
import { makeShareStrings } from './share-strings.ts';
import type { ThreadRead } from './workbook-worker.ts';

/** Built, also when the sources are run by a test: see src/evidence/content-reader.ts. */
const workerFile = 'dist/workbook-worker.js';
/**
 * Megabytes of a thread's heap: with fewer it collects its garbage in time, and a region of 10,000 workbooks stays small. The
 * few files that need more are read in the main thread.
 */
const heapLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };

/** Threads that read workbooks. */
export interface WorkbookPool {
  /**
   * `failed` also if the thread died of it; the others go on.
   * @throws what the thread threw, which is a bug
   */
  read(file: Found, isMapped: boolean): Promise<ThreadRead>;
  close(): Promise<void>;
}

/** @param heap megabytes of old objects in each thread */
export function openWorkbookPool(
  threads: number,
  heap: number = heapLimits.maxOldGenerationSizeMb,
): WorkbookPool {
  const url = packageFolder.locate(workerFile);
  const shareStrings = makeShareStrings();
  const workers = pool(url ? fileURLToPath(url) : String(packageFolder.readNow(workerFile)), {
    workerType: 'thread',
    maxWorkers: threads,
    // Nothing of the program's own options.
    workerThreadOpts: {
      eval: url === null,
      execArgv: [],
      resourceLimits: { ...heapLimits, maxOldGenerationSizeMb: heap },
    },
  });
  let isOpen = true;
  /** workerpool begins a thread in the place of a dead one only when it is asked for something. */
  const wake = () => {
    if (isOpen) workers.exec('methods').catch(() => {});
  };
  return {
    async read(file, isMapped) {
      try {
        return shareStrings((await workers.exec('read', [file, isMapped])) as ThreadRead);
      } catch (error) {
        if (!(error instanceof TerminateError)) throw error;
        setImmediate(wake);
        return 'failed';
      }
    },
    async close() {
      isOpen = false;
      await workers.terminate(true);
    },
  };
}
