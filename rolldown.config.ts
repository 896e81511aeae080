import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RolldownOptions } from 'rolldown';
import { thirdPartyNotice } from './build/third-party-notice.ts';

export default {
  input: {
    start: 'src/start.ts',
    // A thread needs a file of its own.
    'content-worker': 'src/evidence/content-worker.ts',
  },
  platform: 'node',
  // So that start.js can hold what the others share with it.
  preserveEntrySignatures: 'allow-extension',
  // CommonJS inside an ES module has them no more.
  transform: { define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' } },
  external: [/^exceljs(\/|$)/],
  plugins: [
    thirdPartyNotice('third-party.txt'),
    {
      // HiGHS looks for it beside its own code.
      name: 'highs-wasm',
      generateBundle() {
        const source = readFileSync(fileURLToPath(import.meta.resolve('highs/runtime')));
        this.emitFile({ type: 'asset', fileName: 'highs.wasm', source });
      },
    },
  ],
  output: {
    dir: 'dist',
    cleanDir: true,
    // All side by side: see src/package-folder.ts.
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    // Each of these with all that it loads at once: one file is read faster than sixty.
    codeSplitting: {
      groups: [
        { name: 'start', test: /src[\\/]start\.ts$/, priority: 3 },
        { name: 'cli', test: /src[\\/]cli\.ts$/, priority: 2 },
        { name: 'archive', test: /src[\\/]archive[\\/]/, priority: 2 },
        {
          name: 'review',
          test: /[\\/](review-with-progress|score-stage|find-evidence|reporters[\\/](score|index))\.ts$/,
          priority: 1,
        },
        { name: 'plan', test: /[\\/](plan-inputs|run-gap|write-plan-files|reporters[\\/]gap)\.ts$/ },
      ],
    },
  },
} satisfies RolldownOptions;
