import { today } from './date-option.ts';
import type { InputOptions, Inputs } from './inputs.ts';
import { remark } from './noise.ts';
import { startProgress } from './progress.ts';
import { readWithProgress } from './read-with-progress.ts';
import { type Reviewed, reviewInputs } from './review-inputs.ts';
import type { InputCommandOptions } from './takes-inputs.ts';

/**
 * Reads what the paths name and judges its evidence, with a spinner where a person watches; notes go to stderr.
 * @param strict whether a named file that cannot be read stops the command
 */
export async function reviewWithProgress(
  paths: readonly string[],
  options: Pick<InputCommandOptions, 'instrument' | 'map' | 'date'>,
  strict: boolean,
  onBytes?: InputOptions['onBytes'],
): Promise<Reviewed & Inputs> {
  const inputs = await readWithProgress(paths, options.instrument, strict, options.map, onBytes);
  const progress = await startProgress();
  try {
    const date = options.date ?? today();
    const reviewed = await reviewInputs(inputs, { date, onFile: progress.onFile });
    progress.stop();
    for (const one of reviewed.notes) await remark(one);
    return { ...inputs, ...reviewed };
  } finally {
    progress.stop();
  }
}
