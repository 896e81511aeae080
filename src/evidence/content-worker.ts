import { parentPort } from 'node:worker_threads';
import { openSource } from './document-source.ts';
import { readContent, type Task } from './read-content.ts';
import type { Summary } from './summarize.ts';

/** What the thread says to a task. `bug`: thrown, though nothing in a document should make us throw. */
export type Answer = { readonly summary: Summary } | { readonly bug: unknown };

/*
 * Runs in a thread of its own, so that a hostile document can be stopped: one task at a time, one answer each.
 */
parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage(await answer(task));
});

// pdf.js leaves promises behind when a page is given up; they concern nobody.
process.on('unhandledRejection', () => {});

async function answer(task: Task): Promise<Answer> {
  try {
    return { summary: await readContent(openSource(task.fd), task) };
  } catch (bug) {
    return { bug };
  }
}
