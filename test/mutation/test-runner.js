import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createViteServer } from 'vitest/node';
import { makeRegistry } from './registry.js';

/** @typedef {ReturnType<typeof makeRegistry>} Registry */
/** @typedef {{ testFilter: string[], hitLimit: number, activeMutant: { id: string } }} MutantRun */
/** @typedef {{ static: Record<string, number>, perTest: Record<string, Record<string, number>> }} Coverage */

/** Where the mutated code and the stand-ins look things up. @type {Record<string, any>} */
const world = globalThis;
const registryName = '__spbe_tests__';
/** In the copy of the project that Stryker makes: what each test took without a mutant, for all its processes. */
const timesFile = 'test-times.json';

/**
 * A test runner for Stryker that loads the test files once and then calls their tests in the same process, the
 * quick ones first: a mutant costs what its tests cost, not what loading them does (`docs/mutation.md`).
 * @param {{ loadedTests: { folder: string, except?: string[], budgetMs?: number } }} options
 */
function makeTestRunner({ loadedTests }) {
  const registry = makeRegistry();
  /** What the mutated code reads and writes; it keeps hold of these objects from its first line on. */
  const stryker = { ...world['__stryker__'], mutantCoverage: { static: {}, perTest: {} } };
  world['__stryker__'] = stryker;
  /** @type {Awaited<ReturnType<typeof createViteServer>> | undefined} */
  let server;
  /** @type {Record<string, number> | undefined} */
  let times;

  return {
    capabilities: () => ({ reloadEnvironment: false }),

    async init() {
      world[registryName] = registry;
      server = await createViteServer({
        configFile: false,
        logLevel: 'error',
        appType: 'custom',
        ssr: { noExternal: Object.keys(registry.modules) },
        server: { middlewareMode: true, watch: null, ws: false, hmr: false },
        plugins: [standIns(registry)],
      });
      for (const file of testFiles(loadedTests)) {
        registry.enter(file);
        await server.ssrLoadModule(resolve(file));
      }
      for (const hook of registry.hooks) await hook();
    },

    async dryRun() {
      const tests = [];
      for (const { id, name, file, run } of registry.tests.values()) {
        stryker.currentTestId = id;
        const start = performance.now();
        const failure = await failureOf(run);
        stryker.currentTestId = undefined;
        const common = { id, name, fileName: resolve(file), timeSpentMs: performance.now() - start };
        tests.push(
          failure === null ? { ...common, status: 0 } : { ...common, status: 1, failureMessage: failure },
        );
      }
      const taken = tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]);
      writeFileSync(timesFile, JSON.stringify(Object.fromEntries(taken)));
      return { status: 'complete', tests, mutantCoverage: onceStatic(stryker.mutantCoverage) };
    },

    /** @param {MutantRun} run */
    async mutantRun({ testFilter, hitLimit, activeMutant }) {
      const known = times ?? JSON.parse(readFileSync(timesFile, 'utf8'));
      times = known;
      const ids = withinBudget(testFilter, known, loadedTests.budgetMs);
      Object.assign(stryker, { hitCount: 0, hitLimit });
      for (const [index, id] of ids.entries()) {
        const run = registry.tests.get(id)?.run;
        if (run === undefined) throw new Error(`No test ${id}`);
        stryker.activeMutant = activeMutant.id;
        const failure = await failureOf(run);
        stryker.activeMutant = undefined;
        if (stryker.hitCount > hitLimit) return { status: 'timeout', reason: 'hit limit' };
        if (failure !== null) {
          // What a mutant left behind in a shared value would seem to kill all that follow: begin anew.
          if ((await failureOf(run)) !== null) process.exit(1);
          return { status: 'killed', killedBy: [id], failureMessage: failure, nrOfTests: index + 1 };
        }
      }
      return { status: 'survived', nrOfTests: ids.length };
    },

    async dispose() {
      await server?.close();
    },
  };
}

/**
 * The quickest tests, as many as fit the budget: a mutant that survives costs no more than that.
 * @param {string[]} ids
 * @param {Record<string, number>} times
 */
function withinBudget(ids, times, budget = Infinity) {
  let sum = 0;
  const timeOf = (/** @type {string} */ id) => times[id] ?? 0;
  return ids
    .toSorted((one, other) => timeOf(one) - timeOf(other))
    .filter((id) => {
      sum += timeOf(id);
      return sum <= budget;
    });
}

/** @param {{ folder: string, except?: string[] }} loadedTests `except`: files that take too long, or replace modules */
function testFiles({ folder, except = [] }) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.test.ts') && !except.includes(file),
  );
  return files.toSorted().map((file) => join(folder, file));
}

/**
 * Makes test files import the stand-ins of `registry.js` instead of vitest and fast-check.
 * @param {Registry} registry
 * @returns {import('vitest/node').Vite.Plugin}
 */
function standIns(registry) {
  /** @type {Record<string, object>} */
  const modules = registry.modules;
  const marked = (/** @type {string} */ name) => `\0stand-in:${name}`;
  const names = Object.keys(modules);
  return {
    name: 'stand-ins',
    enforce: 'pre',
    resolveId: (id) => (names.includes(id) ? marked(id) : undefined),
    load: (id) => {
      const name = names.find((one) => marked(one) === id);
      if (name === undefined) return undefined;
      const module = `globalThis.${registryName}.modules[${JSON.stringify(name)}]`;
      const exported = Object.keys(modules[name] ?? {}).map((key) =>
        key === 'default' ? `export default ${module}.default;` : `export const ${key} = ${module}.${key};`,
      );
      return exported.join('\n');
    },
  };
}

/**
 * Code that ran at loading and in tests as well counts as run in tests: Stryker would start a process for each.
 * @param {Coverage} coverage
 */
function onceStatic({ perTest, static: atLoad }) {
  const inTests = new Set(Object.values(perTest).flatMap((hits) => Object.keys(hits)));
  const onlyAtLoad = Object.entries(atLoad).filter(([mutant]) => !inTests.has(mutant));
  return { perTest, static: Object.fromEntries(onlyAtLoad) };
}

/** Why a test fails, or null. @param {() => unknown} run */
async function failureOf(run) {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [
  {
    kind: 'TestRunner',
    name: 'loaded-tests',
    factory: Object.assign(makeTestRunner, { inject: ['options'] }),
  },
];
export const strykerValidationSchema = {
  properties: {
    loadedTests: {
      type: 'object',
      properties: {
        folder: { type: 'string' },
        except: { type: 'array', items: { type: 'string' } },
        budgetMs: { type: 'number' },
      },
    },
  },
};
