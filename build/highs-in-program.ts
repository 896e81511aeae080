import { packageFolder } from '../src/package-folder.ts';

declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: object }>;
};

/** Stands for `highs` in the programs that need no Node, where no file lies beside its code. */
// biome-ignore lint/style/noDefaultExport: what it stands for has one, too
export default async () => {
  // @ts-expect-error: a name that rolldown.exe.config.ts gives to the real one
  const { default: load } = await import('highs/loader');
  const bytes = packageFolder.readNow('dist/highs.wasm');
  // `wasmBinary`, of which its README tells, is not looked at.
  return load({
    async instantiateWasm(imports: object, done: (instance: object) => void) {
      const { instance } = await WebAssembly.instantiate(bytes, imports);
      done(instance);
    },
  });
};
