import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillRows } from '../fixtures/fill-workbook.js';
import { makeRegion42 } from '../fixtures/kabupaten-42/make.js';
import { pdf } from '../fixtures/kabupaten-bukti/content.js';
import { fillOne } from './fill-one.js';
import { multiply } from './multiply.js';

/**
 * @typedef {{ cpu: number, memory: number }} Usage seconds of the processor; MB at most
 * @typedef {{ args: readonly string[], cwd: string, forget?: string }} Command `forget` is removed before each run
 * @typedef {{ name: string, sizes: readonly number[], usages: readonly Usage[] }} Growth
 */

const bin = fileURLToPath(new URL('../bin/spbe.js', import.meta.url));
const tellUsage = new URL('tell-usage.js', import.meta.url).href;
const runs = 3;
const ids = Array.from({ length: 47 }, (_, index) => `${index + 1}`);

/**
 * What the program uses at three sizes of everything that may grow, the best of some runs; and for one region of 42 OPD.
 * Needs a build.
 * @returns {Promise<{ growths: Growth[], region: Usage }>}
 */
export async function measureGrowth() {
  const root = mkdtempSync(join(tmpdir(), 'spbe-bench-'));
  try {
    const home = join(root, 'kabupaten-42');
    await makeRegion42(home);
    const score = ['score', '--fail-on', 'never'];
    const region = use(root, { args: score, cwd: home });
    const workbooks = (/** @type {number} */ size) => {
      const cwd = folderIn(root, `kertas-${size}`);
      multiply(join(home, 'kertas-kerja'), cwd, size);
      return { args: [...score, '.'], cwd };
    };
    const indicators = async (/** @type {number} */ size) => {
      const book = await fillOne(join(root, `indikator-${size}`), ids.slice(0, size / 20));
      const cwd = folderIn(root, `lebar-${size}`);
      multiply(dirname(book), cwd, 20);
      return { args: [...score, '.'], cwd };
    };
    const growths = [
      await grow(root, 'workbooks of one region', [50, 100, 200], workbooks),
      await grow(root, 'indicators, in 20 workbooks', [240, 480, 940], indicators),
      await grow(root, 'documents, PDF of one page', [100, 200, 400], (size) => documents(root, size)),
    ];
    return { growths, region };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/**
 * One workbook that lists so many documents, all there, never seen before.
 * @param {string} root
 * @param {number} size
 */
async function documents(root, size) {
  const cwd = join(root, `dokumen-${size}`);
  const book = await fillOne(cwd, ids);
  const rows = [];
  for (let number = 0; number < size; number++) {
    const title = `Keputusan Bupati Nomor ${number + 1} Tahun 2023`;
    const location = `keputusan-${number + 1}.pdf`;
    const lines = [
      title,
      'Ditetapkan pada tanggal 17 Agustus 2023',
      `Berlaku untuk perangkat daerah ${number}`,
    ];
    writeFileSync(join(cwd, 'bukti', 'opd-01', location), await pdf([lines]));
    const indicator = ids[number % ids.length] ?? '';
    rows.push({ indicator: Number(indicator), level: 2, title, number: `${number + 1}/2023`, location });
  }
  await fillRows(book, [], /** @type {any} */ (rows));
  const args = ['check', '--fail-on', 'never'];
  return { args, cwd, forget: join(cwd, 'bukti', 'ledger.json') };
}

/**
 * @param {string} root
 * @param {string} name
 * @param {readonly number[]} sizes
 * @param {(size: number) => Command | Promise<Command>} prepare
 * @returns {Promise<Growth>}
 */
async function grow(root, name, sizes, prepare) {
  const usages = [];
  for (const size of sizes) usages.push(use(root, await prepare(size)));
  return { name, sizes, usages };
}

/**
 * The least of some runs.
 * @param {string} root
 * @param {Command} command
 * @returns {Usage}
 */
function use(root, { args, cwd, forget }) {
  const file = join(root, 'usage.json');
  const env = { ...process.env, SPBE_BENCH_USAGE: file };
  const usages = Array.from({ length: runs }, () => {
    if (forget) rmSync(forget, { force: true });
    const stdio = /** @type {['ignore', 'ignore', 'pipe']} */ (['ignore', 'ignore', 'pipe']);
    execFileSync(process.execPath, ['--import', tellUsage, bin, ...args], { cwd, env, stdio });
    return /** @type {Usage} */ (JSON.parse(readFileSync(file, 'utf8')));
  });
  return {
    cpu: Math.min(...usages.map(({ cpu }) => cpu)),
    memory: Math.min(...usages.map(({ memory }) => memory)),
  };
}

/** @param {string} root @param {string} name */
function folderIn(root, name) {
  const folder = join(root, name);
  mkdirSync(folder);
  return folder;
}
