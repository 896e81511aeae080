/**
 * @typedef {import('./growth.js').Growth} Growth
 * @typedef {import('./many.js').Many} Many
 * @typedef {{ name: string, time: number, over: number, start: number, ratio?: number, beyond?: number }} Process
 * @typedef {{ name: string, reached: string, goal: string, ok: boolean, reason: string }} Goal `reason`: where the time goes
 */

/** How many times as fast as others reading is to be. */
const readers = new Map([
  ['exceljs', 5],
  ['SheetJS', 2.5],
  ['openpyxl, read-only', 4],
]);
const initSeconds = 1.5;
/** How many times as fast as with one thread 10,000 workbooks are to be scored on two cores, and the MB that may take. */
const threads = { faster: 1.7, memory: 300 };
/** A further one may cost so much more than those before, by noise. */
const dearer = 1.3;

/**
 * What was reached beside what was wanted.
 * @param {{ start: readonly Process[], read: Readonly<Record<string, number>>, init: { seconds: number },
 *   growths: readonly Growth[], many: Many, cores: number }} measured
 * @returns {Goal[]}
 */
export function goalTable({ start, read, init, growths, many, cores }) {
  return [
    ...start.flatMap((one) => processGoals(one, start)),
    ...[...readers].map(([name, times]) => readGoal(name, times, read)),
    {
      name: 'spbe init, 40 OPD',
      reached: `${init.seconds.toFixed(2)} s`,
      goal: `≤ ${initSeconds} s`,
      ok: init.seconds <= initSeconds,
      reason: 'The time goes into writing 40 workbooks with exceljs, on one core.',
    },
    ...growths.map(growthGoal),
    ...manyGoals(many, cores),
  ];
}

/** @param {Process} one @param {readonly Process[]} all @returns {Goal[]} */
function processGoals({ name, time, over, start, ratio, beyond }, all) {
  const help = all.find((other) => other.name === 'spbe --help')?.time ?? 0;
  const spent = [time - start, help - start].map((one) => one.toFixed(3));
  const reason = `Of ${spent[0]} s beyond \`node -e 0\`, \`spbe --help\` takes ${spent[1]} s; the rest loads what the command needs, and works, cold.`;
  return [
    ...(ratio === undefined
      ? []
      : [
          {
            name,
            reached: `${over.toFixed(2)} ×`,
            goal: `≤ ${ratio} × node -e 0`,
            ok: over <= ratio,
            reason,
          },
        ]),
    ...(beyond === undefined
      ? []
      : [
          {
            name,
            reached: `${(time - start).toFixed(2)} s`,
            goal: `≤ ${beyond} s beyond node -e 0`,
            ok: time - start <= beyond,
            reason,
          },
        ]),
  ];
}

/** @param {string} name @param {number} times @param {Readonly<Record<string, number>>} read @returns {Goal} */
function readGoal(name, times, read) {
  const other = read[name];
  const own = read['spbe'] ?? Number.NaN;
  const faster = (other ?? Number.NaN) / own;
  return {
    name: `reading a workbook, against ${name}`,
    reached: other === undefined ? '–' : `${faster.toFixed(1)} ×`,
    goal: `≥ ${times} × as fast`,
    ok: faster >= times,
    reason:
      other === undefined
        ? 'Not measured: it is not installed here.'
        : `spbe takes ${own.toFixed(1)} ms, the other ${other.toFixed(1)} ms; both unpack and parse the same XML.`,
  };
}

/** @param {Growth} growth @returns {Goal} */
function growthGoal(growth) {
  const [first, second] = furtherCosts(growth);
  const ratio = second / first;
  return {
    name: `growth: ${growth.name}`,
    reached: `${ratio.toFixed(2)} ×`,
    goal: `≤ ${dearer} × for a further one`,
    ok: ratio <= dearer,
    reason: `A further one costs ${(first * 1000).toFixed(2)} ms between the first two sizes, ${(second * 1000).toFixed(2)} ms after.`,
  };
}

/**
 * Seconds of the processor for each further one, from the first size to the second, and from there to the third.
 * @param {Growth} growth
 * @returns {[number, number]}
 */
export function furtherCosts({ sizes, usages }) {
  const cost = (/** @type {number} */ at) =>
    ((usages[at + 1]?.cpu ?? 0) - (usages[at]?.cpu ?? 0)) / ((sizes[at + 1] ?? 0) - (sizes[at] ?? 0));
  return [cost(0), cost(1)];
}

/** @param {Many} many @param {number} cores @returns {Goal[]} */
function manyGoals({ size, each, together }, cores) {
  const name = `${size.toLocaleString('en')} workbooks`;
  return [
    ...comparedGoals(`${name}, each by itself`, each, cores, 'Each thread warms up the same code.'),
    ...comparedGoals(
      `${name} of one region`,
      together,
      cores,
      'What comes after reading has one thread, and every answer stays until all are put together.',
    ),
  ];
}

/**
 * @param {string} name
 * @param {import('./many.js').Compared} compared
 * @param {number} cores
 * @param {string} reason
 * @returns {Goal[]}
 */
function comparedGoals(name, { one, all }, cores, reason) {
  const faster = one.seconds / all.seconds;
  return [
    {
      name: `${name}, against one thread`,
      reached: `${faster.toFixed(2)} ×`,
      goal: `≥ ${threads.faster} × as fast`,
      ok: faster >= threads.faster,
      reason: `${one.seconds.toFixed(1)} s with one thread, ${all.seconds.toFixed(1)} s with ${cores} cores; ${one.cpu.toFixed(1)} and ${all.cpu.toFixed(1)} s of the processor. ${reason}`,
    },
    {
      name: `${name}, memory`,
      reached: `${all.memory.toFixed(0)} MB`,
      goal: `≤ ${threads.memory} MB`,
      ok: all.memory <= threads.memory,
      reason: `With one thread it is ${one.memory.toFixed(0)} MB. ${reason}`,
    },
  ];
}
