import { performance } from 'node:perf_hooks';
import { clean } from '../reporters/clean.ts';
import { printAside } from './print.ts';

/** quiet: results and errors only. verbose: also each file as it is read, with the time since the start. */
export type Noise = 'quiet' | 'usual' | 'verbose';

let noise: Noise = 'usual';

/** Set once, by cli.ts, before a command runs. */
export function setNoise(wanted: Noise): void {
  noise = wanted;
}

export function isQuiet(): boolean {
  return noise === 'quiet';
}

/** Something the user should know besides the result; one line on stderr. */
export async function remark(text: string): Promise<void> {
  if (noise !== 'quiet') await printAside(`${clean(text)}\n`);
}

/** What only somebody who looks for a fault or a delay wants to see. */
export function detail(text: string): void {
  if (noise !== 'verbose') return;
  void printAside(`[${(performance.now() / 1000).toFixed(2)} s] ${clean(text)}\n`);
}
