/*
 * How long `spbe init` takes for 40 OPD, in seconds and against `node -e 0`: best and median of some runs, the two in turn.
 * Run after a build. The OPD hold 1 to 6 indicators of 59/2020 each, and one 25. `--json` is for bench/all.js.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const asJson = process.argv.includes('--json');
const runs = Number(process.argv.slice(2).find((one) => one !== '--json') ?? 7);
const bin = fileURLToPath(new URL('../bin/spbe.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'spbe-bench-'));
const list = join(folder, 'opd.csv');
const numbers = [1, 2, 3, 4, 6];
const opd = Array.from({ length: 40 }, (_, index) => {
  const first = ((index * 3) % 40) + 1;
  const last = index === 0 ? 25 : first + (numbers[index % numbers.length] ?? 1) - 1;
  return `opd${index + 1},Dinas Nomor ${index + 1},${first}-${last}`;
});
writeFileSync(list, ['kode,nama,indikator', ...opd].join('\n'));

const empty = [];
const init = [];
try {
  for (let run = 0; run < runs; run++) {
    empty.push(time(['-e', '0']));
    const to = join(folder, `proyek-${run}`);
    init.push(time([bin, 'init', to, '--region', 'Kabupaten Uji', '--year', '2024', '--opd', list]));
    rmSync(to, { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (asJson)
  process.stdout.write(JSON.stringify({ seconds: median(init), over: median(init) / median(empty) }));
else {
  print('', ['seconds', '÷ node -e 0']);
  for (const of of [best, median]) {
    print(`init of 40 OPD, ${of.name}`, [of(init).toFixed(2), (of(init) / of(empty)).toFixed(1)]);
  }
}

/**
 * Seconds that node takes with these arguments.
 * @param {string[]} args
 */
function time(args) {
  const start = performance.now();
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return (performance.now() - start) / 1000;
}

/** @param {readonly number[]} times */
function best(times) {
  return Math.min(...times);
}

/** @param {readonly number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/**
 * @param {string} name
 * @param {readonly string[]} figures
 */
function print(name, figures) {
  process.stdout.write(`${name.padEnd(32)}${figures.map((one) => one.padStart(14)).join('')}\n`);
}
