import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createViteServer } from 'vitest/node';
import { makeRegistry } from './registry.js';

const registryName = '__spbe_tests__';
/** In the copy of the project that Stryker makes: what each test took without a mutant, for all its processes. */
const timesFile = 'test-times.json';

/**
 * A test runner for Stryker that loads the test files once and then calls their tests in the same process, the
 * quick ones first: a mutant costs what its tests cost, not what loading them does (`docs/mutation.md`).
 */
function makeTestRunner({ loadedTests }) {
  const registry = makeRegistry();
  /** What the mutated code reads and writes; it keeps hold of these objects from its first line on. */
  const stryker = { ...globalThis.__stryker__, mutantCoverage: { static: {}, perTest: {} } };
  globalThis.__stryker__ = stryker;
  let server;
  let times;

  return {
    capabilities: () => ({ reloadEnvironment: false }),

    async init() {
      globalThis[registryName] = registry;
      server = await createViteServer({
        configFile: false,
        logLevel: 'error',
        appType: 'custom',
        ssr: { noExternal: Object.keys(registry.modules) },
        server: { middlewareMode: true, watch: null, ws: false, hmr: false },
        plugins: [standIns(registry)],
      });
      for (const file of testFiles(loadedTests.folder)) {
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

    async mutantRun({ testFilter, hitLimit, activeMutant }) {
      times ??= JSON.parse(readFileSync(timesFile, 'utf8'));
      const ids = withinBudget(testFilter, times, loadedTests.budgetMs);
      Object.assign(stryker, { hitCount: 0, hitLimit });
      for (const [index, id] of ids.entries()) {
        const { run } = registry.tests.get(id);
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

/** The quickest tests, as many as fit the budget: what outlives a mutant costs it no more than that. */
function withinBudget(ids, times, budget = Infinity) {
  let sum = 0;
  return ids
    .toSorted((one, other) => times[one] - times[other])
    .filter((id) => {
      sum += times[id];
      return sum <= budget;
    });
}

function testFiles(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.test.ts'));
  return files.toSorted().map((file) => join(folder, file));
}

/** Makes test files import the stand-ins of `registry.js` instead of vitest and fast-check. */
function standIns({ modules }) {
  const marked = (name) => `\0stand-in:${name}`;
  const names = Object.keys(modules);
  return {
    name: 'stand-ins',
    enforce: 'pre',
    resolveId: (id) => (names.includes(id) ? marked(id) : undefined),
    load: (id) => {
      const name = names.find((one) => marked(one) === id);
      if (name === undefined) return undefined;
      const module = `globalThis.${registryName}.modules[${JSON.stringify(name)}]`;
      const exported = Object.keys(modules[name]).map((key) =>
        key === 'default' ? `export default ${module}.default;` : `export const ${key} = ${module}.${key};`,
      );
      return exported.join('\n');
    },
  };
}

/** Code that ran at loading and in tests as well counts as run in tests: Stryker would start a process for each. */
function onceStatic({ perTest, static: atLoad }) {
  const inTests = new Set(Object.values(perTest).flatMap((hits) => Object.keys(hits)));
  const onlyAtLoad = Object.entries(atLoad).filter(([mutant]) => !inTests.has(mutant));
  return { perTest, static: Object.fromEntries(onlyAtLoad) };
}

/** Why a test fails, or null. */
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
      properties: { folder: { type: 'string' }, budgetMs: { type: 'number' } },
    },
  },
};
