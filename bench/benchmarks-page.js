import { furtherCosts } from './goal-table.js';

/**
 * @typedef {import('./growth.js').Growth} Growth
 * @typedef {import('./growth.js').Usage} Usage
 * @typedef {import('./goal-table.js').Goal} Goal
 * @typedef {import('./many.js').Many} Many
 * @typedef {{ processor: string, cores: number, memory: number, system: string, node: string, date: string,
 *   loads: readonly number[] }} Machine memory in GiB
 */

/** Institutions of the national evaluation of 2024, and workbooks of each. */
const round = { institutions: 622, workbooks: 40 };

/**
 * docs/benchmarks.md.
 * @param {{ goals: readonly Goal[], growths: readonly Growth[], region: Usage, many: Many,
 *   machine: Machine, busy: boolean }} measured
 */
export function benchmarksPage({ goals, growths, region, many, machine, busy }) {
  const missed = goals.filter(({ ok }) => !ok);
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench` (bench/all.js); do not edit. Ratios within one run travel from machine to machine, seconds do not.',
    '',
    `- ${machine.date}, ${machine.processor}, ${machine.cores} cores, ${machine.memory.toFixed(0)} GiB, ${machine.system}, Node ${machine.node}`,
    `- load before, between and after: ${machine.loads.map((one) => one.toFixed(1)).join(', ')}`,
    ...(busy
      ? [
          '',
          '**The machine was busy with other work: these figures are too high, those of whole processes most of all. Run it again on an idle one.**',
        ]
      : []),
    '',
    '## Goals',
    '',
    ...table(
      ['', 'reached', 'wanted', ''],
      goals.map(({ name, reached, goal, ok }) => [name, reached, goal, ok ? 'reached' : '**missed**']),
    ),
    '',
    ...(missed.length === 0 ? ['All were reached.'] : ['Missed, and where the time goes:', '']),
    ...missed.map(({ name, reason }) => `- ${name}. ${reason}${busy ? ' The machine was busy.' : ''}`),
    '',
    '## Growth',
    '',
    'Seconds of the processor for a whole run, its start included; best of three. "Further" is what one more costs beyond the size before.',
    '',
    ...table(['', 'number', 'seconds', 'ms each', 'ms further', 'MB at most'], growths.flatMap(growthRows)),
    '',
    ...inThreads(many),
    '',
    ...nationalRound(region),
    '',
  ].join('\n');
}

/** @param {Growth} growth */
function growthRows(growth) {
  const further = [null, ...furtherCosts(growth)];
  return growth.sizes.map((size, index) => {
    const { cpu = 0, memory = 0 } = growth.usages[index] ?? {};
    const cost = further[index];
    return [
      index === 0 ? growth.name : '',
      String(size),
      cpu.toFixed(2),
      ((cpu / size) * 1000).toFixed(2),
      typeof cost === 'number' ? (cost * 1000).toFixed(2) : '',
      memory.toFixed(0),
    ];
  });
}

/** @param {Many} many @returns {string[]} */
function inThreads({ size, each, together }) {
  const row = (
    /** @type {string} */ what,
    /** @type {string} */ threads,
    /** @type {import('./many.js').Run} */ { seconds, cpu, memory },
  ) => [what, threads, ...[seconds, cpu].map((figure) => figure.toFixed(1)), memory.toFixed(0)];
  const rows = (/** @type {string} */ what, /** @type {import('./many.js').Compared} */ { one, all }) => [
    row(what, 'one (`SPBE_THREADS=1`)', one),
    row('', 'as spbe chooses', all),
  ];
  return [
    '## Threads',
    '',
    `${size.toLocaleString('en')} workbooks, start included; best of two, turn by turn.`,
    '',
    ...table(
      ['', 'threads', 'seconds', 'seconds of the processor', 'MB at most'],
      [
        ...rows('each by itself, `score --each -f ndjson`', each),
        ...rows('one region, `score -f json`', together),
      ],
    ),
  ];
}

/** @param {Usage} region what one region of 42 OPD uses @returns {string[]} */
function nationalRound({ cpu, memory }) {
  const { institutions, workbooks } = round;
  const seconds = (cpu * institutions * workbooks) / 42;
  return [
    '## A national round, on paper',
    '',
    `${institutions} institutions with ${workbooks} workbooks each are ${(institutions * workbooks).toLocaleString('en')} workbooks. Here \`spbe score\` of one region of`,
    `42 OPD (41 came, three of them twice) uses ${cpu.toFixed(2)} s of the processor and ${memory.toFixed(0)} MB, its start included. So all take about`,
    `${(seconds / 60).toFixed(0)} minutes on one core, ${(seconds / 60 / 8).toFixed(1)} on eight; each process at work needs ${memory.toFixed(0)} MB, eight ${((memory * 8) / 1024).toFixed(1)} GB. Memory does not`,
    'grow with the number of institutions, as each is a process of its own. Evidence files come on top: see the row on documents.',
    '',
    'With one project folder an institution below `daerah/`, one run scores each of them in up to four threads; a folder that cannot be',
    'scored is named and stops nothing, and Ctrl-C leaves the lines so far, whole:',
    '',
    '```sh',
    'spbe score --each daerah -f ndjson --fail-on never -o semua.ndjson',
    '```',
    '',
    'Runs keep no state and share none, and lines of ndjson may simply follow one another. So',
    '[GNU parallel](https://www.gnu.org/software/parallel/) spreads them over more cores, or over machines that see the same folders',
    '(`--sshlogin a,b,c`), and goes on after an interruption (`--joblog runs.log --resume`):',
    '',
    '```sh',
    'parallel --keep-order spbe score {} -f ndjson --fail-on never ::: daerah/* > semua.ndjson',
    '```',
  ];
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)];
}
