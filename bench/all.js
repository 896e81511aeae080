/*
 * `npm run bench`: the benchmarks that have goals, one after the other, with the ratios reached beside the goals. Writes
 * docs/benchmarks.md. On an idle machine: a busy one is said so beside the figures.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchmarksPage } from './benchmarks-page.js';
import { goalTable } from './goal-table.js';
import { measureGrowth } from './growth.js';
import { measureMany } from './many.js';

const page = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));
const loads = [load()];

say('bench/growth.js …');
const { growths, region } = await measureGrowth();
loads.push(load());
const start = run('start.js', '9');
loads.push(load());
const read = run('read.js');
const init = run('init.js', '5');
loads.push(load());
// Last: its threads keep all cores busy.
say('bench/many.js …');
const many = await measureMany();

const cores = availableParallelism();
const goals = goalTable({ start, read, init, growths, many, cores });
const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores,
  memory: totalmem() / 1024 ** 3,
  system: `${process.platform} ${process.arch}`,
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
  loads,
};
// One process keeps one core busy, and a part of the next while it compiles and collects garbage: more is somebody else's.
const busy = Math.max(...loads) > Math.max(1.8, cores * 0.75);
writeFileSync(page, benchmarksPage({ goals, growths, region, many, machine, busy }));
for (const { name, reached, goal, ok, reason } of goals) {
  say(`${ok ? 'reached' : 'MISSED '}  ${name.padEnd(44)}${reached.padStart(10)}  ${goal}`);
  if (!ok) say(`         ${reason}`);
}
if (busy)
  say(`The machine was busy (load ${loads.map((one) => one.toFixed(1)).join(', ')} on ${cores} cores).`);
say('Written: docs/benchmarks.md');

/** @param {string} script @param {...string} args */
function run(script, ...args) {
  say(`bench/${script} …`);
  const file = fileURLToPath(new URL(script, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [file, ...args, '--json'], { encoding: 'utf8' }));
}

function load() {
  return loadavg()[0] ?? 0;
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}
