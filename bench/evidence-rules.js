/*
 * Precision and recall of every rule on evidence over the invented region of fixtures/kabupaten-bukti: of the findings,
 * how many are right; of the faults, how many are found. Run after a build.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeProject } from '../fixtures/kabupaten-bukti/make.js';
import { expectedFindings, measure, reviewProject } from '../fixtures/kabupaten-bukti/review.js';

const { readInputs } = await load('commands/inputs.js');
const { findEvidence } = await load('evidence/find-evidence.js');
const { reviewEvidence } = await load('assessment/review.js');
const { loadCriteria } = await load('instrument/load-criteria.js');
const { loadPublishedResults } = await load('instrument/benchmarks.js');

const folder = mkdtempSync(join(tmpdir(), 'spbe-'));
try {
  await makeProject(folder);
  const spbe = { readInputs, findEvidence, reviewEvidence, loadCriteria, loadPublishedResults };
  const { found } = await reviewProject(folder, spbe);
  print(['', 'faults', 'precision', 'recall']);
  for (const { code, expected, precision, recall, missed, wrong } of measure(expectedFindings(), found)) {
    print([code, String(expected), precision.toFixed(3), recall.toFixed(3)]);
    for (const one of code === 'all' ? [] : missed) process.stdout.write(`  missed ${one}\n`);
    for (const one of code === 'all' ? [] : wrong) process.stdout.write(`  wrong  ${one}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} path below lib */
function load(path) {
  return import(new URL(`../lib/${path}`, import.meta.url).href);
}

/** @param {readonly string[]} cells */
function print(cells) {
  const [name = '', ...figures] = cells;
  process.stdout.write(`${name.padEnd(32)}${figures.map((one) => one.padStart(11)).join('')}\n`);
}
