/*
 * How long loading a pack takes, in milliseconds and against JSON.parse of the same files: the first time in a fresh
 * process, and again. Run after a build. Reading the code of spbe itself (imports) is not counted.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const { listInstruments, loadInstrument } = await import(new URL('lib/instrument/load.js', root).href);
const { loadCriteria } = await import(new URL('lib/instrument/load-criteria.js', root).href);
const runs = 30;
const [, self = '', only] = process.argv;

if (only === undefined) await printTable();
else process.stdout.write(JSON.stringify(await timeFirst(only)));

async function printTable() {
  print(['', 'first', 'warm', 'JSON.parse', 'warm ÷ JSON.parse']);
  for (const id of await listInstruments()) {
    const fresh = Array.from({ length: runs }, () =>
      JSON.parse(execFileSync(process.execPath, [self, id], { encoding: 'utf8' })),
    );
    const instrument = await loadInstrument(id);
    const cases = [
      {
        name: `${id} instrument`,
        key: 'instrument',
        load: () => loadInstrument(id),
        files: [`${id}/instrument.json`],
      },
      {
        name: `${id} criteria`,
        key: 'criteria',
        load: () => loadCriteria(instrument),
        files: listCriteria(id),
      },
    ];
    for (const { name, key, load, files } of cases) {
      const first = median(fresh.map((one) => one[key]));
      const warm = median(await repeat(load));
      const texts = files.map((file) => readFileSync(new URL(`templates/instruments/${file}`, root), 'utf8'));
      const parse = median(await repeat(() => texts.map((text) => JSON.parse(text))));
      print([name, first.toFixed(1), warm.toFixed(1), parse.toFixed(2), (warm / parse).toFixed(1)]);
    }
  }
}

/** @param {string} id */
async function timeFirst(id) {
  const start = performance.now();
  const instrument = await loadInstrument(id);
  const middle = performance.now();
  await loadCriteria(instrument);
  return { instrument: middle - start, criteria: performance.now() - middle };
}

/** @param {() => unknown} load */
async function repeat(load) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await load();
    times.push(performance.now() - start);
  }
  return times;
}

/** @param {string} id */
function listCriteria(id) {
  const folder = fileURLToPath(new URL(`templates/instruments/${id}/criteria/`, root));
  return readdirSync(folder).map((name) => `${id}/criteria/${name}`);
}

/** @param {readonly number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** @param {readonly string[]} cells */
function print(cells) {
  const [name = '', ...figures] = cells;
  process.stdout.write(`${name.padEnd(32)}${figures.map((one) => one.padStart(19)).join('')}\n`);
}
