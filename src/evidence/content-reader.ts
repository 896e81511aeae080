import { Worker } from 'node:worker_threads';
import { packageFolder } from '../package-folder.ts';
import type { Answer } from './content-worker.ts';
import type { Task } from './read-content.ts';
import type { Summary } from './summarize.ts';

/** How long one document may take, in milliseconds; an ordinary one of hundreds of pages takes under one second. */
const timeLimit = 15_000;
/** Heap of the thread, in megabytes. */
const heapLimit = 192;
/** Bytes that the process may grow by while one document is read: buffers do not count as heap. */
const growthLimit = 256 * 1024 * 1024;
const watchInterval = 25;

/**
 * Built, also when the sources are run by a test: Node 20 cannot run TypeScript in a worker. `npm run build` (or the
 * set-up of the tests) must have made it.
 */
const workerFile = 'dist/content-worker.js';

/** Reads documents one after the other in a thread that is ended, and begun anew, whenever one passes the limits. */
export interface ContentReader {
  /**
   * @returns null if the document passed the limits of time or memory
   * @throws what the thread threw, which is a bug
   */
  read(task: Task): Promise<Summary | null>;
  close(): Promise<void>;
}

export function openContentReader(limits: { readonly timeLimit?: number } = {}): ContentReader {
  let worker: Worker | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const stop = async () => {
    const old = worker;
    worker = null;
    await old?.terminate();
  };
  const run = async (task: Task) => {
    worker ??= startWorker();
    const answer = await ask(worker, task, limits.timeLimit ?? timeLimit).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    if (answer === null) await stop();
    return answer;
  };
  return {
    read(task) {
      const answer = queue.then(() => run(task));
      queue = answer.catch(() => {});
      return answer;
    },
    close: () => queue.then(stop),
  };
}

function startWorker(): Worker {
  // Nothing of the program's own options or its streams: pdf.js writes warnings to the console.
  const url = packageFolder.locate(workerFile);
  return new Worker(url ?? String(packageFolder.readNow(workerFile)), {
    eval: url === null,
    resourceLimits: { maxOldGenerationSizeMb: heapLimit, maxYoungGenerationSizeMb: 16 },
    stdout: true,
    stderr: true,
    execArgv: [],
  });
}

/** One question to the thread; null once a limit is passed, after which the thread must not be asked again. */
function ask(worker: Worker, task: Task, time: number): Promise<Summary | null> {
  return new Promise((resolve, reject) => {
    const base = process.memoryUsage.rss();
    const end = (settle: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', fail);
      settle();
    };
    const fail = (error: unknown) => end(() => (isLimit(error) ? resolve(null) : reject(error)));
    const onMessage = (answer: Answer) =>
      'bug' in answer ? fail(answer.bug) : end(() => resolve(answer.summary));
    const timer = setTimeout(() => end(() => resolve(null)), time);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - base > growthLimit) end(() => resolve(null));
    }, watchInterval);
    worker.on('message', onMessage).on('error', fail);
    worker.postMessage(task);
  });
}

/** No memory left, a buffer too large to be made, or nesting too deep: all of them the document's doing. */
function isLimit(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
}
