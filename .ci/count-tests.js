/* Adds up the tests of a run: vitest's own counts where a step wrote them, else one test a step. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '';
let passed = 0;
let failed = 0;
for (const line of readFileSync(join(folder, 'steps'), 'utf8').trim().split('\n').filter(Boolean)) {
  const [step = '', code] = line.split(' ');
  const counts = readCounts(join(folder, `${step}.json`));
  passed += counts?.passed ?? (code === '0' ? 1 : 0);
  // A step may fail without a failed test: the compiler, the linter, an installation.
  failed += code === '0' ? (counts?.failed ?? 0) : Math.max(1, counts?.failed ?? 0);
}
// A run that did nothing has proved nothing.
if (passed === 0 && failed === 0) failed = 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);

/** @param {string} path */
function readCounts(path) {
  if (!existsSync(path)) return null;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, 'utf8'));
  return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
}
