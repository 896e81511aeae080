import { printAside } from './print.ts';

/** As a shell counts a program that Ctrl-C ended. */
export const interrupted = 130;

let isWatched = false;

/**
 * From now on the first Ctrl-C does this, and does not end the program; the second ends it. Only the outermost counts: what repeats
 * a command decides for it.
 * @returns ends it: Ctrl-C does again what it usually does
 */
export function onInterrupt(act: () => void): () => void {
  if (isWatched) return () => {};
  isWatched = true;
  let isInterrupted = false;
  // Not `once`: the spinner's own listener ends the program where it finds no other beside it.
  const listener = () => {
    if (isInterrupted) process.exit(interrupted);
    isInterrupted = true;
    act();
  };
  process.on('SIGINT', listener);
  return () => {
    isWatched = false;
    process.removeListener('SIGINT', listener);
  };
}

/**
 * While a command has written nothing yet: Ctrl-C ends it with a sentence instead of silence.
 * @param say what was done so far, and how to go on; called when it happens
 */
export function tellInterrupt(say: () => string): () => void {
  return onInterrupt(async () => {
    await printAside(`${say()}\n`);
    process.exit(interrupted);
  });
}
