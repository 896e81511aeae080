import fastCheck from 'fast-check';
import { expect } from 'vitest';

/** @typedef {{ id: string, name: string, file: string, run: () => unknown }} Registered */
/** @typedef {(name: string, ...rest: any[]) => void} Register */

/**
 * Stands in for vitest and fast-check while test files are loaded: keeps every test as a function that can be
 * called again and again in the same process. Hooks run once, at load; properties try few cases, always the same.
 */
export function makeRegistry() {
  /** @type {Map<string, Registered>} */
  const tests = new Map();
  /** @type {(() => unknown)[]} */
  const hooks = [];
  let file = '';
  /** @type {string[]} */
  let path = [];

  const describe = withEach((name, body) => {
    path = [...path, name];
    body();
    path = path.slice(0, -1);
  });
  const test = withEach((name, ...rest) => {
    const run = rest.find((value) => typeof value === 'function');
    const whole = [...path, name].join(' ');
    let id = `${file}#${whole}`;
    for (let count = 2; tests.has(id); count += 1) id = `${file}#${whole} (${count})`;
    tests.set(id, { id, name: whole, file, run });
  });
  /** @param {() => unknown} run */
  const beforeAll = (run) => void hooks.push(run);
  const afterAll = () => {};

  /** @type {(property: any, settings?: any) => unknown} */
  const assert = (property, settings) =>
    fastCheck.assert(property, {
      ...settings,
      numRuns: Math.min(settings?.numRuns ?? 100, 10),
      seed: 1,
      endOnFailure: true,
    });

  return {
    tests,
    hooks,
    /** @param {string} name the file whose tests come next */
    enter: (name) => {
      file = name;
    },
    modules: {
      vitest: { describe, test, it: test, beforeAll, afterAll, expect },
      'fast-check': { default: { ...fastCheck, assert } },
    },
  };
}

/**
 * Adds `.each`: one registration per row, named with its number so that names stay unique.
 * @param {Register} register
 */
function withEach(register) {
  /** @type {(rows: readonly unknown[]) => Register} */
  const each =
    (rows) =>
    (name, ...rest) => {
      const body = rest.find((value) => typeof value === 'function');
      for (const [index, row] of rows.entries()) {
        register(`${name} [${index + 1}]`, () => (Array.isArray(row) ? body(...row) : body(row)));
      }
    };
  return Object.assign(register, { each });
}
