/*
 * How long 42 and 1,000 workbooks of one region take to read, merge and score, and the most memory that takes: each time in
 * a fresh process, its start included. The 1,000 are the 42 again, each under another id and OPD, so that each indicator has
 * some twenty answers. Run after a build. `node bench/merge.js` or `npm run bench:merge`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRegion42 } from '../fixtures/kabupaten-42/make.js';
import { multiply } from './multiply.js';

const [, self = '', folder] = process.argv;

if (folder === undefined) await compare();
else await scoreOnce(folder);

async function compare() {
  const root = mkdtempSync(join(tmpdir(), 'spbe-bench-'));
  try {
    const region = join(root, 'kabupaten-42');
    say('Membuat berkas …');
    await makeRegion42(region);
    const many = join(root, 'seribu');
    mkdirSync(many);
    multiply(join(region, 'kertas-kerja'), many, 1000);
    print(['', 'files', 'seconds', 'of these reading', 'CPU seconds', 'MB at most', 'conflicts']);
    for (const [name, path] of [
      ['42 OPD', region],
      ['1,000 workbooks', many],
    ]) {
      const runs = [1, 2, 3].map(() => runOnce(path ?? ''));
      const [best] = runs.toSorted((a, b) => a.seconds - b.seconds);
      const { files = 0, seconds = 0, reading = 0, cpu = 0, memory = 0, conflicts = 0 } = best ?? {};
      print([
        name ?? '',
        `${files}`,
        seconds.toFixed(2),
        reading.toFixed(2),
        cpu.toFixed(2),
        memory.toFixed(0),
        `${conflicts}`,
      ]);
    }
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** @param {string} path */
function runOnce(path) {
  const start = performance.now();
  const text = execFileSync(process.execPath, [self, path], { encoding: 'utf8' });
  return { ...JSON.parse(text), seconds: (performance.now() - start) / 1000 };
}

/** @param {string} path */
async function scoreOnce(path) {
  const lib = (/** @type {string} */ name) => import(new URL(`../lib/${name}`, import.meta.url).href);
  const { readInputs } = await lib('commands/inputs.js');
  const { claimedLevels } = await lib('assessment/merge.js');
  const { rangeOfConflicts } = await lib('assessment/conflict-range.js');
  const { score } = await lib('assessment/score.js');
  const start = performance.now();
  const { assessment } = await readInputs([path], { cwd: path, strict: true });
  const { instrument, answers, settlements, files } = assessment;
  score(instrument, claimedLevels(answers));
  const open = rangeOfConflicts(instrument, settlements)?.open ?? [];
  const usage = process.resourceUsage();
  process.stdout.write(
    JSON.stringify({
      files: files.length,
      reading: (performance.now() - start) / 1000,
      cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
      memory: usage.maxRSS / 1024,
      conflicts: open.length,
    }),
  );
}

/** @param {readonly string[]} cells */
function print(cells) {
  const [name = '', ...figures] = cells;
  say(`${name.padEnd(18)}${figures.map((one) => one.padStart(18)).join('')}`);
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}
