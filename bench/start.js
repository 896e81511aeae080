/*
 * How long whole processes take, against `node -e 0` in the same run: the median of some rounds, in each of which every
 * case has its turn. Besides the ratios stand the largest that we want. `npm run bench:start`, or after a build
 * `node bench/start.js ROUNDS`, with `--json` for bench/all.js; with little else to do on the machine, since a ratio of short times is easily moved.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRegion42 } from '../fixtures/kabupaten-42/make.js';
import { fillOne } from './fill-one.js';

const asJson = process.argv.includes('--json');
const rounds = Number(process.argv.slice(2).find((one) => one !== '--json') ?? 15);
const bin = fileURLToPath(new URL('../bin/spbe.js', import.meta.url));
const ids = Array.from({ length: 47 }, (_, index) => `${index + 1}`);
const root = mkdtempSync(join(tmpdir(), 'spbe-bench-'));

try {
  const one = await fillOne(join(root, 'satu'), ids);
  const region = join(root, 'kabupaten-42');
  await makeRegion42(region);
  const cases = [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'spbe --version', args: [bin, '--version'], ratio: 1.3 },
    { name: 'spbe --help', args: [bin, '--help'], ratio: 1.3 },
    { name: 'spbe score, 47 indicators', args: [bin, 'score', one], ratio: 2.2 },
    { name: 'spbe gap, the same', args: [bin, 'gap', one, '--target', '3.5'], beyond: 0.25 },
    { name: 'spbe score, 42 workbooks', args: [bin, 'score', '--fail-on', 'never'], cwd: region, seconds: 1 },
  ];
  const times = measure(cases);
  const [start = 0] = times;
  const rows = cases.map((one, index) => ({ ...one, time: times[index] ?? 0 }));
  if (asJson)
    process.stdout.write(JSON.stringify(rows.map((row) => ({ ...row, over: row.time / start, start }))));
  else printTable(rows, start);
} finally {
  rmSync(root, { recursive: true });
}

/**
 * Seconds of each case, after one run of each that does not count.
 * @param {readonly { readonly args: readonly string[], readonly cwd?: string }[]} cases
 */
function measure(cases) {
  /** @type {number[][]} */
  const times = cases.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    cases.forEach(({ args, cwd = root }, index) => {
      const start = performance.now();
      execFileSync(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
      if (round > 0) times[index]?.push((performance.now() - start) / 1000);
    });
  }
  return times.map((all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN);
}

/**
 * @param {readonly { name: string, time: number, ratio?: number, beyond?: number, seconds?: number }[]} rows
 * @param {number} start
 */
function printTable(rows, start) {
  print(['', 'seconds', '÷ node -e 0', 'less node -e 0', 'wanted']);
  for (const { name, ratio, beyond, seconds, time } of rows) {
    const wanted = [
      ...(ratio ? [`≤ ${ratio} ×`] : []),
      ...(beyond ? [`≤ ${beyond} s beyond`] : []),
      ...(seconds ? [`< ${seconds} s`] : []),
    ];
    print([name, time.toFixed(3), (time / start).toFixed(2), (time - start).toFixed(3), wanted.join()]);
  }
}

/** @param {readonly string[]} cells */
function print([name = '', ...cells]) {
  process.stdout.write(`${name.padEnd(28)}${cells.map((one) => one.padStart(17)).join('')}\n`);
}
