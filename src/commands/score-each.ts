import { inOrder } from './in-order.ts';
import type { Each } from './list-each.ts';
import { standardInput } from './read-file.ts';
import { isRedacting } from './redaction.ts';
import { type Alone, type AloneOptions, scoreAlone } from './score-alone.ts';
import { threadCount } from './thread-count.ts';

/** From so many workbooks on threads gain more than it takes to start them: see docs/decisions.md. */
const worthThreads = 300;
/** What a project usually holds. */
const workbooksOfProject = 40;
/** How many a thread has before it, so that it need not wait: neither for the main one, nor for the disk. */
const aheadOfThread = 2;

export interface ScoredAlone {
  readonly path: string;
  readonly alone: Alone;
}

/** Scores each by itself, in threads if they are many; the results come in the order of what is given, as soon as they are there. */
export async function* scoreEach(
  each: readonly Each[],
  options: AloneOptions,
): AsyncGenerator<ScoredAlone, void, void> {
  const workbooks = each.reduce((sum, { isProject }) => sum + (isProject ? workbooksOfProject : 1), 0);
  // Names that must not be told are learnt where workbooks are read: with --redact in the main thread.
  const threads = isRedacting() ? 1 : Math.min(each.length, threadCount(workbooks, worthThreads));
  const here = async ({ path }: Each) => ({ path, alone: await scoreAlone(path, options) });
  if (threads <= 1) {
    yield* inOrder(each, isRedacting() ? 1 : aheadOfThread, here);
    return;
  }
  const { openThreadPool } = await import('./thread-pool.ts');
  const pool = openThreadPool(threads);
  try {
    yield* inOrder(each, threads * aheadOfThread, async (one) => {
      if (one.path === standardInput.path) return here(one);
      const alone = await pool.run('scoreAlone', one.path, options);
      return alone === 'failed' ? here(one) : { path: one.path, alone };
    });
  } finally {
    await pool.close();
  }
}
