import type { Opd } from '../project/project.ts';
import { inOrder } from './in-order.ts';
import { makeWorkbook, type WorkbookOrder } from './make-workbook.ts';
import { threadCount } from './thread-count.ts';

/** From so many on threads gain more than it takes to start them: see docs/decisions.md. */
const worthThreads = 12;
/** How many workbooks a thread has before it, so that it need not wait for the main one. */
const aheadOfThread = 2;

/** Makes the workbooks, in threads if they are many; in the order that they were asked for. */
export async function* makeWorkbooks(
  orders: readonly WorkbookOrder[],
): AsyncGenerator<{ readonly opd: Opd; readonly content: Uint8Array }, void, void> {
  const threads = threadCount(orders.length, worthThreads);
  if (threads === 1) {
    for (const order of orders) yield { opd: order.opd, content: await makeWorkbook(order) };
    return;
  }
  const { openThreadPool } = await import('./thread-pool.ts');
  const pool = openThreadPool(threads);
  try {
    yield* inOrder(orders, threads * aheadOfThread, async (order) => {
      const made = await pool.run('makeWorkbook', order);
      return { opd: order.opd, content: made === 'failed' ? await makeWorkbook(order) : made };
    });
  } finally {
    await pool.close();
  }
}
