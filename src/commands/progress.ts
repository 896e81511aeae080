import { clean } from '../reporters/clean.ts';
import { detail, isQuiet } from './noise.ts';
import { isRedacting } from './redaction.ts';

/** A spinner on stderr while many files are read; silent unless a person watches. */
export interface Progress {
  readonly onFile: (file: string, position: number, total: number) => void;
  readonly stop: () => void;
}

const worthShowing = 5;

/** @param doing begins the line: `Membaca` */
export async function startProgress(doing = 'Membaca'): Promise<Progress> {
  // A name of a file may be that of a person, too, and nobody has been read yet.
  const nameOf = (file: string) => (isRedacting() ? '' : `: ${clean(file)}`);
  const say = (file: string, position: number, total: number) =>
    detail(`${doing} ${position}/${total}${nameOf(file)}`);
  if (!process.stderr.isTTY || isQuiet()) return { onFile: say, stop: () => {} };
  const { default: ora } = await import('ora');
  const spinner = ora({ stream: process.stderr });
  return {
    onFile: (file, position, total) => {
      say(file, position, total);
      if (total < worthShowing) return;
      spinner.text = `${doing} ${position}/${total}${nameOf(file)}`;
      if (!spinner.isSpinning) spinner.start();
    },
    stop: () => spinner.stop(),
  };
}
