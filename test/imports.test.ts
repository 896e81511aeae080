import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/*
 * Who may import whom. A unit is a folder of src, or a file that lies directly in it. `type x` allows types only.
 * Everything may import the problem files. To allow something new, add a word here and say why in the commit.
 */
interface Allowed {
  readonly units: readonly string[];
  /** What runs; types of a package cost nothing at run time and may come from anywhere. `node:` = all of Node. */
  readonly packages: readonly string[];
}

const core = ['instrument', 'assessment', 'plan'];

const table: Readonly<Record<string, Allowed>> = {
  'problem.ts': { units: [], packages: [] },
  'package-folder.ts': { units: [], packages: ['node:'] },
  'problem-kinds.ts': {
    units: [
      ...['problem-kind.ts', 'document-problem-kinds.ts', 'explanation-problem-kinds.ts'],
      ...['external-problem-kinds.ts', 'merge-problem-kinds.ts', 'action-plan-problem-kinds.ts'],
      'trend-problem-kinds.ts',
    ],
    packages: [],
  },
  // Parts of problem-kinds.ts, which alone shows them to the others.
  'problem-kind.ts': { units: [], packages: [] },
  'document-problem-kinds.ts': { units: ['problem-kind.ts'], packages: [] },
  'action-plan-problem-kinds.ts': { units: ['problem-kind.ts'], packages: [] },
  'explanation-problem-kinds.ts': { units: ['problem-kind.ts'], packages: [] },
  'external-problem-kinds.ts': { units: ['problem-kind.ts'], packages: [] },
  'trend-problem-kinds.ts': { units: ['problem-kind.ts'], packages: [] },
  'merge-problem-kinds.ts': { units: ['problem-kind.ts'], packages: [] },
  instrument: { units: ['package-folder.ts'], packages: ['node:', 'fraction.js', 'minisearch', 'zod'] },
  // The core: pure. No file, clock, terminal, workbook or schema library.
  assessment: { units: ['instrument'], packages: ['fraction.js'] },
  plan: { units: ['instrument', 'assessment'], packages: ['fraction.js', 'highs'] },
  // spbe.yaml sets the rules of the core; what lies in riwayat/ and hasil-luar/ keeps a contract too, and is named and
  // valued as the core does.
  project: {
    units: ['instrument', 'assessment', 'contract', 'package-folder.ts'],
    packages: ['node:', 'fraction.js', 'minisearch', 'yaml', 'zod'],
  },
  // Files that are packages of parts (zip, XML), and what a file is by its bytes: shared by workbooks and evidence.
  archive: { units: [], packages: ['node:', 'fflate', 'saxes'] },
  // Facts on files: types of the core to put them into, no rule. zod, as the ledger may have been changed by anybody.
  evidence: {
    units: ['type assessment', 'archive', 'package-folder.ts'],
    packages: ['node:', 'unpdf', 'write-file-atomic', 'zod'],
  },
  // plan: an action plan is written, and the words of its statuses are read back. reporters: what a report says in words has
  // one home there, for a workbook as for the other formats.
  workbook: {
    units: ['instrument', 'assessment', 'plan', 'archive', 'reporters', 'type contract'],
    packages: ['node:', 'exceljs', 'fflate', 'csv-parse', 'fraction.js'],
  },
  // The JSON documents that the tool promises: shapes only.
  contract: { units: ['assessment'], packages: ['zod'] },
  reporters: {
    units: [...core, 'contract'],
    packages: ['chalk', 'cli-table3', 'csv-stringify', 'echarts', 'fraction.js', 'zod'],
  },
  // Reports and letters as Word documents: words come from reporters, charts from workbook, which writes the same part.
  word: { units: ['archive', 'contract', 'reporters', 'workbook'], packages: ['docx'] },
  commands: {
    units: [
      ...core,
      'contract',
      'project',
      'archive',
      'evidence',
      'workbook',
      'word',
      'reporters',
      'package-folder.ts',
    ],
    packages: [
      ...[
        'node:',
        '@bomb.sh/tab',
        '@clack/prompts',
        'chalk',
        'commander',
        'fraction.js',
        'ora',
        'workerpool',
        'write-file-atomic',
        'zod',
      ],
    ],
  },
  // What the library adds to the core. commands: what form a file has is found out in one place.
  library: { units: [...core, 'workbook', 'commands'], packages: [] },
  'index.ts': { units: [...core, 'library'], packages: [] },
  'cli.ts': { units: ['commands', 'reporters'], packages: ['node:', 'chalk', 'commander', 'ora'] },
  // Where the program begins: it answers for its version before anything else is loaded.
  'start.ts': { units: ['cli.ts', 'commands'], packages: [] },
};

/** Imports that the table forbids and we want all the same, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {};

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted();

describe('who imports whom', () => {
  it.each(files)('%s', (file) => {
    expect(forbidden(file, readFileSync(`${src}${file}`, 'utf8'))).toEqual([]);
  });

  it('keeps no exception that nobody needs', () => {
    const used = files.flatMap((file) =>
      findImports(readFileSync(`${src}${file}`, 'utf8')).map(
        ({ from }) => `${file} → ${resolve(file, from)}`,
      ),
    );
    expect(Object.keys(exceptions).filter((exception) => !used.includes(exception))).toEqual([]);
  });
});

it('leaves it to one file to know where the package lies: in a bundle the others lie elsewhere', () => {
  const knowing = files.filter((file) => readFileSync(`${src}${file}`, 'utf8').includes('import.meta'));
  expect(knowing).toEqual(['package-folder.ts']);
});

describe('the rule itself', () => {
  it.each([
    ['assessment/a.ts', "import { readFile } from 'node:fs/promises';", 'node:fs/promises'],
    ['assessment/a.ts', "import fs from 'fs';", 'fs'],
    ['assessment/rules/a.ts', "export const a = () => import('zod');", 'zod'],
    ['assessment/a.ts', "import {\n  a,\n  type B,\n} from '../plan/gap.ts';", 'plan/gap.ts'],
    ['assessment/a.ts', "import type { B } from '../workbook/book.ts';", 'workbook/book.ts'],
    ['plan/a.ts', "import { type Ora } from 'ora';", 'ora'],
    ['plan/a.ts', "import 'chalk';", 'chalk'],
    ['plan/a.ts', "export * from '../reporters/json.ts';", 'reporters/json.ts'],
    ['plan/a.ts', 'const a = await import(name);', 'import(name'],
    ['commands/a.ts', "import exceljs from 'exceljs';", 'exceljs'],
    ['commands/a.ts', "import { run } from '../cli.ts';", 'cli.ts'],
    ['commands/a.ts', "import { parse } from 'csv-parse/sync';", 'csv-parse/sync'],
    ['reporters/a.ts', "import { addInit } from '../commands/init.ts';", 'commands/init.ts'],
    ['evidence/a.ts', "import { score } from '../assessment/score.ts';", 'assessment/score.ts'],
    ['workbook/a.ts', "import Table from 'cli-table3';", 'cli-table3'],
    ['cli.ts', "import { a } from '../test/a.ts';", '../test/a.ts'],
    ['project/a.ts', "import a from '../../fixtures/a.json' with { type: 'json' };", '../fixtures/a.json'],
    ['nowhere/a.ts', "import { a } from '../problem.ts';", 'nowhere'],
  ])('%s: %s is refused', (file, text, named) => {
    expect(forbidden(file, text)).toEqual([expect.stringContaining(named)]);
    expect(forbidden(file, text)[0]).toContain(file);
  });

  it.each([
    ['assessment/a.ts', "import { a } from './b.ts';\nimport { Fraction } from 'fraction.js';"],
    ['assessment/rules/a.ts', "import type { Problem } from '../../problem.ts';"],
    ['assessment/a.ts', "import type { ZodType } from 'zod';"],
    ['assessment/a.ts', "/**\n * import fs from 'fs'\n */\n// import('fs')"],
    ['plan/a.ts', "type Highs = typeof import('highs').default;"],
    ['workbook/a.ts', "import type { Score } from '../assessment/score.ts';"],
    ['workbook/a.ts', "import { parse } from 'csv-parse/sync';\nimport { a } from 'node:zlib';"],
    ['commands/a.ts', "import { a } from '../workbook/write.ts';\nimport ora from 'ora';"],
    ['cli.ts', "import { addInit } from './commands/init.ts';\nimport { UserError } from './problem.ts';"],
  ])('%s: %j is allowed', (file, text) => {
    expect(forbidden(file, text)).toEqual([]);
  });
});

/** One sentence for each import of this file that the table does not allow. */
function forbidden(file: string, text: string): string[] {
  const unit = unitOf(file);
  const allowed = table[unit];
  if (allowed === undefined) return [`${file}: "${unit}" has no entry in the table`];
  return findImports(text).flatMap((found) => {
    const target = resolve(file, found.from);
    if (exceptions[`${file} → ${target}`] !== undefined) return [];
    const fine = found.from.startsWith('.')
      ? mayImportFile(unit, allowed, target, found.typeOnly)
      : found.typeOnly || mayImportPackage(allowed, found.from);
    const what = found.typeOnly ? 'types of ' : '';
    return fine ? [] : [`${file} may not import ${what}${target}: "${unit}" is not allowed to`];
  });
}

function mayImportFile(unit: string, allowed: Allowed, target: string, typeOnly: boolean): boolean {
  if (target.startsWith('..')) return false;
  const other = unitOf(target);
  if (other === unit || other === 'problem.ts' || other === 'problem-kinds.ts') return true;
  return allowed.units.includes(other) || (typeOnly && allowed.units.includes(`type ${other}`));
}

function mayImportPackage({ packages }: Allowed, from: string): boolean {
  if (from.startsWith('node:') || builtinModules.includes(from)) return packages.includes('node:');
  return packages.some((name) => from === name || from.startsWith(`${name}/`));
}

/** Path from src of what a file imports; a package's name as it is. */
function resolve(file: string, from: string): string {
  return from.startsWith('.') ? posix.join(posix.dirname(file), from) : from;
}

function unitOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function findImports(text: string): Import[] {
  const code = text.replace(/^\s*(\/\/|\/\*|\*).*$/gm, '');
  const found: Import[] = [];
  // A list of `type A, type B` in braces still loads the module at run time: only `import type` does not.
  for (const [, type, from] of code.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'"`;()=]*?\sfrom\s+)?['"]([^'"]+)['"]/gm,
  )) {
    found.push({ from: from ?? '', typeOnly: type !== undefined });
  }
  for (const [, type, from] of code.matchAll(/(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    found.push({ from: from ?? '', typeOnly: type !== undefined });
  }
  // A name known only at run time cannot be checked, so it is refused like an unknown package.
  for (const [call] of code.matchAll(/\b(?:import|require)\(\s*[^'"\s)][^)]*/g)) {
    found.push({ from: call, typeOnly: false });
  }
  return found;
}
