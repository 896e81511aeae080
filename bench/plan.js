/*
 * How long planning takes, in milliseconds and against a plain score of the same levels, without the start of the
 * program: the plan that `spbe gap` makes by default, and one of full size with deadline, capacities and a schedule
 * (47 indicators, 40 OPD, 12 quarters). Processor time, because other programs may share the machine.
 */
import { readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const load = (/** @type {string} */ path) => import(new URL(`lib/${path}.js`, root).href);
const { loadInstrument } = await load('instrument/load');
const { loadCriteria } = await load('instrument/load-criteria');
const { score } = await load('assessment/score');
const { findGap } = await load('plan/gap');
const { parseTarget } = await load('plan/target');
const { estimateWork } = await load('plan/estimate');
const { scheduleSteps } = await load('plan/schedule');
const { listSoftOrders } = await load('plan/soft-order');
const { climbedRungs } = await load('plan/rungs');
const { findMissingEvidence } = await load('plan/missing-evidence');

const runs = 5;
const instrument = await loadInstrument('permenpanrb-59-2020');
const criteria = await loadCriteria(instrument);
const csv = readFileSync(new URL('fixtures/kota-bandar-lampung-2024/levels.csv', root), 'utf8');
const levels = new Map(
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([id = '', level]) => /** @type {const} */ ([id, Number(level)])),
);
const start = 2026 * 12;
const closing = start + 35;
const estimates = {
  byIndicator: new Map(),
  byPattern: new Map(),
  otherwise: [],
  dayRate: null,
  underway: [],
  start,
};
const workOf = estimateWork(criteria, estimates, () => false);
/** 40 OPD; the first one answers eight indicators. */
const opdOf = new Map(
  instrument.indicators.map((/** @type {{ id: string }} */ { id }, /** @type {number} */ i) => [
    id,
    `opd${i < 8 ? 0 : i - 7}`,
  ]),
);
const capacityOf = () => 1;
const floor = { level: 3, exempt: new Set() };

const plain = await time(() => score(instrument, levels));
print('score', plain, plain);
for (const text of ['3,5', '4,0', '4,2']) {
  const target = parseTarget(text, instrument);
  print(`plan to ${text}`, await time(() => findGap(instrument, levels, target)), plain);
}
print(
  'second target',
  await time(() => findGap(instrument, levels, parseTarget('4,0', instrument), { floor })),
  plain,
);
for (const text of ['3,5', '4,0', '4,2']) {
  print(`scheduled to ${text}`, await time(() => planInTime(parseTarget(text, instrument))), plain);
}

/** @param {unknown} target */
async function planInTime(target) {
  const limits = [
    { kind: 'deadline', start, end: closing },
    { kind: 'capacity', ofOpd: capacityOf },
  ];
  const gap = await findGap(instrument, levels, target, { workOf, opdOf, limits });
  if (gap.status !== 'planned' || !gap.optimal) throw new Error(`${gap.status}, proven: ${gap.optimal}`);
  const rungs = climbedRungs(gap.question.ladders, gap.plan);
  return scheduleSteps({
    rungs,
    requires: [],
    soft: listSoftOrders(criteria, rungs),
    start,
    closing,
    opdOf,
    capacityOf,
    quarters: gap.quarters,
    evidenceOf: (/** @type {string} */ id, /** @type {number} */ level) =>
      findMissingEvidence(criteria.byIndicator.get(id), level, () => false).items,
  });
}

/** @param {() => unknown} act */
async function time(act) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

/**
 * @param {string} name
 * @param {number} took
 * @param {number} unit
 */
function print(name, took, unit) {
  process.stdout.write(
    `${name.padEnd(20)}${took.toFixed(1).padStart(10)}${(took / unit).toFixed(1).padStart(12)}\n`,
  );
}
