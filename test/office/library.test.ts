import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * The package as others get it: packed, unpacked beside its dependencies, used from a folder that knows nothing else. It
 * stands here because packing builds everything anew, the types and the list of packages included.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const levels = join(root, 'fixtures/kota-bandar-lampung-2024/levels.csv');
const consumer = fileURLToPath(new URL('../library/consumer.ts', import.meta.url));

/** Folder of somebody who uses spbe. */
let folder: string;
/** The package in it. */
let installed: string;
let packed: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spbe-library-'));
  run('npm', ['pack', '--pack-destination', folder], root);
  const [name = ''] = readdirSync(folder);
  packed = join(folder, name);
  installed = join(folder, 'node_modules/spbe');
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', packed, '-C', installed, '--strip-components=1'], folder);
  const { dependencies } = manifest();
  for (const dependency of [...Object.keys(dependencies), '@types/node']) {
    const link = join(folder, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', dependency), link, 'dir');
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('is small, and holds what is needed to run and no more', () => {
    expect(statSync(packed).size).toBeLessThan(3_000_000);
    expect(readdirSync(installed).toSorted()).toEqual(
      ['LICENSE', 'README.md', 'bin', 'dist', 'docs', 'package.json', 'templates'].toSorted(),
    );
    expect(readdirSync(join(installed, 'docs'))).toEqual(['schema']);
  });

  it('is described as publint wants it', async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('starts as a command', () => {
    const { version } = manifest();
    expect(run(process.execPath, [join(installed, 'bin/spbe.js'), '--version'], folder)).toBe(`${version}\n`);
  });
});

describe('the library', () => {
  it.each(['node16', 'nodenext'])('has types that hold, by %s', (module) => {
    expect(compile(module)).toBe('');
  });

  it('computes and plans, and its fractions are those of who uses it', () => {
    compile('nodenext');
    const told = JSON.parse(run(process.execPath, ['consumer.mjs', levels], folder));
    expect(told).toEqual({
      instruments: ['permenpanrb-5-2018', 'permenpanrb-59-2020', 'permenpanrb-8-2026'],
      isRead: true,
      shown: '2.98',
      band: 'Baik',
      reached: '3.50',
      levelSteps: 18,
      optimal: true,
      isOwnFraction: true,
      refused: 'UserError',
    });
  });
});

describe('the list of packages (sbom.json)', () => {
  it('names every dependency and every package in the bundle', () => {
    const { components } = JSON.parse(readFileSync(join(installed, 'dist/sbom.json'), 'utf8'));
    const named = new Set(
      components.map((one: { name: string; version: string }) => `${one.name} ${one.version}`),
    );
    const notice = readFileSync(join(installed, 'dist/third-party.txt'), 'utf8');
    const bundled = [...notice.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+\S*) \(.*\)$/gm)];
    expect(bundled.length).toBeGreaterThan(60);
    for (const [, one = ''] of bundled) expect(named).toContain(one);
    const names = new Set(components.map((one: { name: string }) => one.name));
    for (const name of Object.keys(manifest().dependencies)) expect(names).toContain(name);
    for (const name of ['vitest', 'typescript', 'rolldown', 'knip']) expect(names).not.toContain(name);
  });

  it('is the same, byte by byte, when made again', () => {
    run('npm', ['run', 'sbom'], root);
    const again = readFileSync(join(root, 'dist/sbom.json'));
    expect(again.equals(readFileSync(join(installed, 'dist/sbom.json')))).toBe(true);
  });
});

/** Makes consumer.mjs, with declarations of packages checked, too. */
function compile(module: string): string {
  copyFileSync(consumer, join(folder, 'consumer.mts'));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['--ignoreConfig', '--strict', '--module', module, '--target', 'es2022', '--types', 'node'];
  return run(process.execPath, [tsc, ...options, 'consumer.mts'], folder);
}

function manifest(): { readonly version: string; readonly dependencies: Readonly<Record<string, string>> } {
  return JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
}

/** What the command prints; an error with all of it, if it fails. */
function run(command: string, line: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, line, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${line.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}
