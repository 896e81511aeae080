import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRegion42 } from '../fixtures/kabupaten-42/make.js';
import { multiply } from './multiply.js';

/**
 * @typedef {{ seconds: number, cpu: number, memory: number }} Run seconds on the clock; of the processor; MB at most
 * @typedef {{ one: Run, all: Run }} Compared with one thread, and with as many as spbe takes
 * @typedef {{ size: number, each: Compared, together: Compared }} Many scored by themselves, and as one region
 */

const bin = fileURLToPath(new URL('../bin/spbe.js', import.meta.url));
const tellUsage = new URL('tell-usage.js', import.meta.url).href;

/**
 * `spbe score` of so many workbooks, each by itself and all as one region, with one thread and with as many as it takes of
 * itself, turn by turn; the best of the runs of each. Needs a build.
 * @param {number} size
 * @param {number} runs
 * @returns {Promise<Many>}
 */
export async function measureMany(size = 10_000, runs = 2) {
  const root = mkdtempSync(join(tmpdir(), 'spbe-bench-'));
  try {
    const home = join(root, 'kabupaten-42');
    await makeRegion42(home);
    const folder = join(root, 'banyak');
    mkdirSync(folder);
    multiply(join(home, 'kertas-kerja'), folder, size);
    const each = compare(runs, (threads) => score(root, folder, threads, ['--each', '--format', 'ndjson']));
    const together = compare(runs, (threads) => score(root, folder, threads, ['--format', 'json']));
    return { size, each, together };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/**
 * @param {number} runs
 * @param {(threads: string) => Run} run
 * @returns {Compared}
 */
function compare(runs, run) {
  /** @type {{ one: Run[], all: Run[] }} */
  const found = { one: [], all: [] };
  for (let turn = 0; turn < runs; turn++) {
    found.one.push(run('1'));
    found.all.push(run(''));
  }
  return { one: best(found.one), all: best(found.all) };
}

/**
 * @param {string} root
 * @param {string} cwd
 * @param {string} threads empty: as spbe chooses
 * @param {readonly string[]} options
 * @returns {Run}
 */
function score(root, cwd, threads, options) {
  const file = join(root, 'usage.json');
  const env = { ...process.env, SPBE_THREADS: threads, SPBE_BENCH_USAGE: file };
  const args = ['--import', tellUsage, bin, 'score', '.', '--fail-on', 'never', ...options];
  const start = performance.now();
  execFileSync(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const seconds = (performance.now() - start) / 1000;
  return { seconds, ...JSON.parse(readFileSync(file, 'utf8')) };
}

/** The least of each. @param {readonly Run[]} runs @returns {Run} */
function best(runs) {
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    cpu: Math.min(...runs.map(({ cpu }) => cpu)),
    memory: Math.min(...runs.map(({ memory }) => memory)),
  };
}
