import { isRedacting } from './redaction.ts';

/** A spinner on stderr while many files are read; silent unless a person watches. */
export interface Progress {
  readonly onFile: (file: string, position: number, total: number) => void;
  readonly stop: () => void;
}

const worthShowing = 5;

export async function startProgress(): Promise<Progress> {
  if (!process.stderr.isTTY) return { onFile: () => {}, stop: () => {} };
  const { default: ora } = await import('ora');
  const { clean } = await import('../reporters/clean.ts');
  const spinner = ora({ stream: process.stderr });
  return {
    onFile: (file, position, total) => {
      if (total < worthShowing) return;
      // A name of a file may be that of a person, too, and nobody has been read yet.
      const shown = isRedacting() ? '' : `: ${clean(file)}`;
      spinner.text = `Membaca ${position}/${total}${shown}`;
      if (!spinner.isSpinning) spinner.start();
    },
    stop: () => spinner.stop(),
  };
}
