import { performance } from 'node:perf_hooks';
import { clean } from '../reporters/clean.ts';
import { detail, isQuiet } from './noise.ts';
import { isRedacting } from './redaction.ts';
import { timeLeft } from './time-left.ts';

/** A spinner on stderr while many files are read; silent unless a person watches. */
export interface Progress {
  readonly onFile: (file: string, position: number, total: number) => void;
  readonly stop: () => void;
}

const worthShowing = 5;
/** Of so many nobody can follow the names; how long it takes is what counts. */
const worthForetelling = 100;

/** @param doing begins the line: `Membaca` */
export async function startProgress(doing = 'Membaca'): Promise<Progress> {
  // A name of a file may be that of a person, too, and nobody has been read yet.
  const nameOf = (file: string) => (isRedacting() ? '' : `: ${clean(file)}`);
  const say = (file: string, position: number, total: number) =>
    detail(`${doing} ${position}/${total}${nameOf(file)}`);
  // A terminal that says it has no columns would keep ora wiping lines for ever.
  if (!process.stderr.isTTY || process.stderr.columns === 0 || isQuiet())
    return { onFile: say, stop: () => {} };
  const { default: ora } = await import('ora');
  const spinner = ora({ stream: process.stderr });
  let start = performance.now();
  return {
    onFile: (file, position, total) => {
      say(file, position, total);
      if (total < worthShowing) return;
      if (position === 1) start = performance.now();
      spinner.text =
        total < worthForetelling
          ? `${doing} ${position}/${total}${nameOf(file)}`
          : describeMany(doing, position, total, performance.now() - start);
      if (!spinner.isSpinning) spinner.start();
    },
    stop: () => spinner.stop(),
  };
}

let numbers: Intl.NumberFormat | null = null;

/** `1.240 dari 10.000 berkas` */
export function describeCount(position: number, total: number): string {
  // Made once, and only when it is needed: to make it anew for each of 10,000 files takes seconds.
  numbers ??= new Intl.NumberFormat('id-ID');
  const [done, all] = [numbers.format(position), numbers.format(total)];
  return `${done} dari ${all} berkas`;
}

/** `Membaca 1.240 dari 10.000 berkas, sisa ±12 detik` */
function describeMany(doing: string, position: number, total: number, elapsed: number): string {
  const left = timeLeft(position, total, elapsed);
  const count = `${doing} ${describeCount(position, total)}`;
  return left === null ? count : `${count}, ${left}`;
}
