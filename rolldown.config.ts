import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RolldownOptions } from 'rolldown';
import { declarations } from './build/declarations.ts';
import { minifyPackages } from './build/minify-packages.ts';
import { sealPacks } from './build/seal-packs.ts';
import { thirdPartyNotice } from './build/third-party-notice.ts';

export default {
  input: {
    start: 'src/start.ts',
    // The library.
    index: 'src/index.ts',
    // Threads need files of their own.
    'content-worker': 'src/evidence/content-worker.ts',
    thread: 'src/commands/thread.ts',
  },
  platform: 'node',
  // So that start.js can hold what the others share with it.
  preserveEntrySignatures: 'allow-extension',
  // CommonJS inside an ES module has them no more.
  transform: { define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' } },
  // Values of fraction.js pass between the library and who uses it: both must mean the same one.
  external: [/^exceljs(\/|$)/, 'fraction.js'],
  plugins: [
    sealPacks(),
    thirdPartyNotice('third-party.txt'),
    minifyPackages(),
    declarations('index.d.ts', 'types'),
    {
      // To start commands of other files, of which we have none; to load it takes longer than to build ours.
      name: 'without-child-process',
      resolveId: (source, importer) =>
        source === 'node:child_process' && importer?.includes('commander') ? '\0no-child-process' : null,
      load: (id) => (id === '\0no-child-process' ? 'export {};' : null),
    },
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
    // Those of the library stand in its types.
    comments: { jsdoc: false },
    // Each of these with all that it loads at once: one file is read faster than sixty.
    codeSplitting: {
      groups: [
        { name: 'start', test: /src[\\/]start\.ts$/, priority: 3 },
        { name: 'cli', test: /src[\\/]cli\.ts$/, priority: 2 },
        // Packages large enough to be worth minifying.
        { name: 'echarts', test: /[\\/]node_modules[\\/](echarts|zrender|tslib)[\\/]/, priority: 2 },
        { name: 'docx', test: /[\\/]node_modules[\\/]docx[\\/]/, priority: 2 },
        // Not what writes one: few ask for that.
        { name: 'archive', test: /src[\\/]archive[\\/](?!zip-folder)/, priority: 2 },
        {
          name: 'review',
          test: /[\\/](review-with-progress|score-stage|reporters[\\/](score|index))\.ts$/,
          priority: 1,
        },
        { name: 'plan', test: /[\\/](plan-inputs|run-gap|write-plan-files|reporters[\\/]gap)\.ts$/ },
      ],
    },
  },
} satisfies RolldownOptions;
