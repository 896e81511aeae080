import { setTimeout } from 'node:timers/promises';
import { UserError } from '../problem.ts';
import { onInterrupt } from './on-interrupt.ts';
import { print } from './print.ts';

const clearScreen = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Draws again and again on a terminal until Ctrl-C, which ends it cleanly. What cannot be read now, because somebody is just
 * saving it, is said on the screen and tried again.
 * @param seconds between two drawings
 */
export async function repeat(draw: () => Promise<unknown>, seconds: number): Promise<void> {
  const stop = new AbortController();
  const stopWatching = onInterrupt(() => stop.abort());
  try {
    while (!stop.signal.aborted) {
      await print(clearScreen);
      await draw().catch(complain);
      await print(`\nDibaca ulang tiap ${seconds} detik. Ctrl-C untuk berhenti.\n`);
      await setTimeout(seconds * 1000, undefined, { signal: stop.signal }).catch(() => {});
    }
  } finally {
    stopWatching();
  }
}

async function complain(error: unknown): Promise<void> {
  if (!(error instanceof UserError)) throw error;
  await print(`${error.message}\n`);
}
