import { fileURLToPath } from 'node:url';
import type { RolldownOptions } from 'rolldown';
import { sealPacks } from './build/seal-packs.ts';
import { thirdPartyNotice } from './build/third-party-notice.ts';

/** One script that holds all it needs, as a program without Node starts one only. build/make-exe.js goes on with it. */
function oneScript(input: string, name: string): RolldownOptions {
  return {
    input,
    platform: 'node',
    plugins: [
      sealPacks(),
      thirdPartyNotice(`${name}.txt`, ['unzipper']),
      {
        // Only what reads workbooks as a stream asks for it, which spbe never does; a package beneath it names no licence.
        name: 'without-unzipper',
        resolveId: (source) => (source === 'unzipper' ? '\0no-unzipper' : null),
        load: (id) => (id === '\0no-unzipper' ? 'export {};' : null),
      },
      {
        name: 'highs-in-program',
        resolveId(source) {
          if (source === 'highs/loader') return fileURLToPath(import.meta.resolve('highs'));
          if (source === 'highs') return fileURLToPath(new URL('build/highs-in-program.ts', import.meta.url));
          return null;
        },
      },
    ],
    output: {
      file: `exe/parts/${name}.cjs`,
      format: 'cjs',
      codeSplitting: false,
      // The one script can import nothing, not even what is built into Node; it can require that.
      dynamicImportInCjs: false,
    },
  };
}

export default [
  oneScript('build/main-in-program.ts', 'spbe'),
  oneScript('src/evidence/content-worker.ts', 'content-worker'),
  oneScript('src/commands/thread.ts', 'thread'),
];
