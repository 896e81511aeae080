import { defineConfig } from 'vitest/config';

/** Where the counts of tests are written besides the usual output; .ci/run sets it. */
const report = process.env['SPBE_TEST_REPORT'];

export default defineConfig({
  test: {
    // The default leaves one core idle, half of a machine with two.
    maxWorkers: '100%',
    ...(report ? { reporters: ['default', ['json', { outputFile: report }]] } : {}),
    coverage: {
      provider: 'custom',
      customProviderModule: './test/coverage/provider.ts',
      include: ['src/**/*.ts'],
      reporter: ['html', 'json'],
      reportOnFailure: true,
      // What was reached (99.4 and 96.9 %), less what differs from run to run. The goal is 95 % of both.
      thresholds: { lines: 98, branches: 96 },
    },
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: ['test/office/**', 'test/exe/**'],
          globalSetup: ['test/cli/build.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'office',
          include: ['test/office/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'exe',
          include: ['test/exe/**/*.test.ts'],
          globalSetup: ['test/cli/build.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
