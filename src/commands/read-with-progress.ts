import { type InputOptions, type Inputs, readInputs } from './inputs.ts';
import { isWatched } from './is-watched.ts';
import { confirmMap, parseMapOption } from './map-option.ts';
import { tellInterrupt } from './on-interrupt.ts';
import { describeCount, startProgress } from './progress.ts';

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
  let reached: { readonly position: number; readonly total: number } | null = null;
  const stopWatching = tellInterrupt(() => {
    progress.stop();
    const done = reached ? `${describeCount(reached.position, reached.total)} dibaca, ` : '';
    return `Dihentikan – ${done}belum ada hasil yang ditulis – jalankan lagi perintah yang sama untuk mengulang dari awal.`;
  });
  try {
    return await readInputs(paths, {
      cwd: process.cwd(),
      onFile: (file, position, total) => {
        reached = { position, total };
        progress.onFile(file, position, total);
      },
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
    stopWatching();
    progress.stop();
  }
}
