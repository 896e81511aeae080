import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{assessment,plan,workbook}/**/*.test.ts', 'test/official-cases.test.ts'],
    testTimeout: 60_000,
  },
});
