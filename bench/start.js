/*
 * How long whole processes take, against `node -e 0` in the same run: the median of some rounds, in each of which every
 * case has its turn. Besides the ratios stand the largest that we want. `npm run bench:start`, or after a build
 * `node bench/start.js ROUNDS`; with little else to do on the machine, since a ratio of short times is easily moved.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillWorkbook } from '../fixtures/fill-workbook.js';
import { makeRegion42 } from '../fixtures/kabupaten-42/make.js';

const rounds = Number(process.argv[2] ?? 15);
const bin = fileURLToPath(new URL('../bin/spbe.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'spbe-bench-'));

try {
  const one = await makeWorkbook(join(root, 'satu'));
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
  print(['', 'seconds', '÷ node -e 0', 'less node -e 0', 'wanted']);
  const [start = 0] = times;
  cases.forEach(({ name, ratio, beyond, seconds }, index) => {
    const time = times[index] ?? 0;
    const wanted = [
      ...(ratio ? [`≤ ${ratio} ×`] : []),
      ...(beyond ? [`≤ ${beyond} s beyond`] : []),
      ...(seconds ? [`< ${seconds} s`] : []),
    ];
    print([name, time.toFixed(3), (time / start).toFixed(2), (time - start).toFixed(3), wanted.join()]);
  });
} finally {
  rmSync(root, { recursive: true });
}

/** A workbook with all 47 indicators, each answered, explained, and with a document that is not there. @param {string} folder */
async function makeWorkbook(folder) {
  const particulars = ['--region', 'Kabupaten Uji', '--year', '2024', '--single'];
  execFileSync(process.execPath, [bin, 'init', folder, ...particulars], { stdio: 'ignore' });
  const [name = ''] = readdirSync(join(folder, 'kertas-kerja'));
  const book = join(folder, 'kertas-kerja', name);
  const levels = Array.from(
    { length: 47 },
    (_, index) => /** @type {const} */ ([`${index + 1}`, (index % 4) + 1]),
  );
  await fillWorkbook(book, new Map(levels), (indicator, level) => ({
    fact: `Keputusan nomor ${indicator} menetapkan apa yang diminta tingkat ${level} dan sudah dijalankan.`,
    analysis: `Isi keputusan nomor ${indicator} memenuhi kriteria tingkat ${level}; dibahas dalam rapat tim koordinasi.`,
    title: `Keputusan Bupati nomor ${indicator} tahun 2024`,
    location: `keputusan-${indicator}.pdf`,
  }));
  return book;
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

/** @param {readonly string[]} cells */
function print([name = '', ...cells]) {
  process.stdout.write(`${name.padEnd(28)}${cells.map((one) => one.padStart(17)).join('')}\n`);
}
