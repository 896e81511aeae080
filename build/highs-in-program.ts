import { packageFolder } from '../src/package-folder.ts';

/** Stands for `highs` where no file lies beside the program's code. */
export default async () => {
  // @ts-expect-error: a name of rolldown.exe.config.ts for the real one
  const { default: load } = await import('highs/loader');
  return load({ wasmBinary: packageFolder.readNow('dist/highs.wasm') });
};
