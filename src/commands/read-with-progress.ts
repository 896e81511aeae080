import { type InputOptions, type Inputs, readInputs } from './inputs.ts';
import { isWatched } from './is-watched.ts';
import { confirmMap, parseMapOption } from './map-option.ts';
import { startProgress } from './progress.ts';

/**
 * `readInputs` from the current folder, with a spinner where a person watches, and a question where one can answer.
 * @param map text of --map
 */
export async function readWithProgress(
  paths: readonly string[],
  instrument: string | undefined,
  strict: boolean,
  map?: string,
  onBytes?: InputOptions['onBytes'],
): Promise<Inputs> {
  const columns = map === undefined ? {} : { map: await parseMapOption(map) };
  const progress = await startProgress();
  try {
    return await readInputs(paths, {
      cwd: process.cwd(),
      onFile: progress.onFile,
      strict,
      ...columns,
      ...(instrument === undefined ? {} : { instrument }),
      ...(onBytes === undefined ? {} : { onBytes }),
      ...(isWatched()
        ? {
            confirm: (offer) => {
              progress.stop();
              return confirmMap(offer);
            },
          }
        : {}),
    });
  } finally {
    progress.stop();
  }
}
