import { type Inputs, readInputs } from './inputs.ts';
import { startProgress } from './progress.ts';

/** `readInputs` from the current folder, with a spinner where a person watches. */
export async function readWithProgress(
  paths: readonly string[],
  instrument: string | undefined,
  strict: boolean,
): Promise<Inputs> {
  const progress = await startProgress();
  try {
    return await readInputs(paths, {
      cwd: process.cwd(),
      onFile: progress.onFile,
      strict,
      ...(instrument === undefined ? {} : { instrument }),
    });
  } finally {
    progress.stop();
  }
}
