/*
 * How long reading one workbook takes, in milliseconds and against others that read the same bytes: 47 indicators of
 * 59/2020, filled. Warm, one thread, from bytes in memory to cells; ours goes on to answers and documents. Each reader runs in
 * processes of its own, in turn; the best counts. Run after build:lib. Python with openpyxl is left out where there is none.
 * `--json` is for bench/all.js.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillSheets } from '../fixtures/fill-workbook.js';

const load = (/** @type {string} */ path) => import(new URL(`../lib/${path}.js`, import.meta.url).href);

const rounds = 4;
const warmUps = 20;
const runs = 20;
const [, self = '', reader, file] = process.argv.filter((one) => one !== '--json');
const asJson = process.argv.includes('--json');

/** @type {Record<string, (bytes: Uint8Array) => Promise<() => unknown>>} */
const readers = {
  async spbe(bytes) {
    const { openBook } = await load('workbook/open');
    const { readWorkbook } = await load('workbook/read');
    return () => {
      const { submission } = readWorkbook(openBook(bytes, 'a.xlsx').book, 'a.xlsx');
      if (submission.answers.length !== 47) throw new Error('Not read');
    };
  },
  async exceljs(bytes) {
    const { default: exceljs } = await import('exceljs');
    return () => new exceljs.Workbook().xlsx.load(/** @type {ArrayBuffer} */ (bytes.slice().buffer));
  },
  async SheetJS(bytes) {
    const { read } = await import('@e965/xlsx');
    return () => read(bytes);
  },
};

if (reader === undefined || file === undefined) await compare();
else process.stdout.write(String(await best(reader, new Uint8Array(readFileSync(file)))));

async function compare() {
  const folder = mkdtempSync(join(tmpdir(), 'spbe-bench-'));
  try {
    const path = join(folder, 'a.xlsx');
    writeFileSync(path, await makeFilled());
    /** @type {Record<string, number>} */
    const times = {};
    for (let round = 0; round < rounds; round++) {
      for (const [name, time] of listTimes(path)) {
        times[name] = Math.min(times[name] ?? Number.POSITIVE_INFINITY, time);
      }
    }
    if (asJson) {
      process.stdout.write(JSON.stringify(times));
      return;
    }
    print(['', 'ms', '÷ spbe']);
    for (const [name, time] of Object.entries(times)) {
      print([name, time.toFixed(1), (time / (times['spbe'] ?? Number.NaN)).toFixed(1)]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} path
 * @returns {[string, number][]}
 */
function listTimes(path) {
  const own = Object.keys(readers).map(
    /** @returns {[string, number]} */ (name) => [
      name,
      Number(execFileSync(process.execPath, [self, name, path], { encoding: 'utf8' })),
    ],
  );
  const python = bestOfPython(path);
  return python === null ? own : [...own, ['openpyxl, read-only', python]];
}

/** @returns {Promise<Uint8Array>} */
async function makeFilled() {
  const { default: exceljs } = await import('exceljs');
  const { loadInstrument } = await load('instrument/load');
  const { loadCriteria } = await load('instrument/load-criteria');
  const { writeWorkbook } = await load('workbook/write');
  const instrument = await loadInstrument('permenpanrb-59-2020');
  const ids = instrument.indicators.map((/** @type {{ id: string }} */ { id }) => id);
  const empty = await writeWorkbook({
    instrument,
    criteria: await loadCriteria(instrument),
    region: 'Kabupaten Uji',
    year: 2025,
    opd: { code: 'uji', name: 'Dinas Uji' },
    indicators: ids,
    workbookId: 'uji',
    createdAt: new Date('2025-01-02T03:04:05Z'),
  });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(empty.slice().buffer);
  fillSheets(workbook, new Map(ids.map((/** @type {string} */ id) => [id, 3])), (id) => ({
    fact: `Kebijakan internal indikator ${id} ditetapkan dengan Peraturan Bupati Nomor ${id} Tahun 2024.`,
    analysis: 'Pasal-pasal itu mengatur seluruh muatan yang diminta kriteria tingkat yang dipilih.',
    title: `Peraturan Bupati Nomor ${id} Tahun 2024`,
    location: `bukti/uji/perbup-${id}-2024.pdf`,
  }));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
async function best(name, bytes) {
  const read = await readers[name]?.(bytes);
  let least = Number.POSITIVE_INFINITY;
  for (let run = -warmUps; run < runs; run++) {
    const start = performance.now();
    await read?.();
    if (run >= 0) least = Math.min(least, performance.now() - start);
  }
  return least;
}

/**
 * Timed inside of Python, with the bytes in memory as well; null without Python or openpyxl.
 * @param {string} path
 */
function bestOfPython(path) {
  const script = `
import io, sys, time
from openpyxl import load_workbook
data = open(sys.argv[1], 'rb').read()
best = 1e9
for run in range(6):
    start = time.perf_counter()
    book = load_workbook(io.BytesIO(data), read_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            pass
    best = min(best, time.perf_counter() - start)
print(best * 1000)`;
  for (const python of ['/usr/bin/python3', 'python3', 'python']) {
    const { status, stdout } = spawnSync(python, ['-c', script, path], { encoding: 'utf8' });
    if (status === 0) return Number(stdout);
  }
  return null;
}

/** @param {readonly string[]} cells */
function print(cells) {
  const [name = '', ...figures] = cells;
  process.stdout.write(`${name.padEnd(24)}${figures.map((one) => one.padStart(12)).join('')}\n`);
}
