import { fileURLToPath } from 'node:url';
import { pool, TerminateError } from 'workerpool';
import { packageFolder } from '../package-folder.ts';
import type { Tasks } from './thread.ts';

/** Built, also when the sources are run by a test: see src/evidence/content-reader.ts. */
const threadFile = 'dist/thread.js';
/**
 * Megabytes of a thread's heap: with fewer it collects its garbage in time, and a region of 10,000 workbooks stays small. The
 * few files that need more are read in the main thread.
 */
const heapLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };

type Done<T extends keyof Tasks> = Awaited<ReturnType<Tasks[T]>>;

/** Threads that do what src/commands/thread.ts can. */
export interface ThreadPool {
  /**
   * `failed`: the main thread must see for itself, and say it. Also if the thread died of it; the others go on.
   * @throws what the thread threw, which is a bug
   */
  run<T extends keyof Tasks>(task: T, ...given: Parameters<Tasks[T]>): Promise<Done<T> | 'failed'>;
  close(): Promise<void>;
}

/** @param heap megabytes of old objects in each thread */
export function openThreadPool(
  threads: number,
  heap: number = heapLimits.maxOldGenerationSizeMb,
): ThreadPool {
  const url = packageFolder.locate(threadFile);
  const workers = pool(url ? fileURLToPath(url) : String(packageFolder.readNow(threadFile)), {
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
    async run<T extends keyof Tasks>(task: T, ...given: Parameters<Tasks[T]>): Promise<Done<T> | 'failed'> {
      try {
        return (await workers.exec(task, given)) as Done<T>;
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
