import { createHash } from 'node:crypto';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type OutputChunk, type RolldownOutput, rolldown } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import config from '../../rolldown.config.ts';

let first: RolldownOutput;
let second: RolldownOutput;

beforeAll(async () => {
  first = await bundle();
  second = await bundle();
  // Seconds, but on a machine that has much else to do.
}, 120_000);

describe('the bundle', () => {
  it('is the same, byte by byte, when built again', () => {
    const hashes = ({ output }: RolldownOutput) =>
      output.map((part) => {
        const content = part.type === 'chunk' ? part.code : part.source;
        return [part.fileName, createHash('sha256').update(content).digest('hex')];
      });
    expect(hashes(second)).toEqual(hashes(first));
  });

  it('names no folder of the machine that built it', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    expect(chunks().flatMap(({ fileName, code }) => (code.includes(root) ? [fileName] : []))).toEqual([]);
  });

  it('answers for its version without any package', () => {
    expect(packagesOf('start')).toEqual([]);
  });

  it('shows its help with commander alone', () => {
    expect(packagesOf('cli')).toEqual(['commander']);
  });

  it('leaves outside what cannot be given away, and the values that the library shows', () => {
    const outside = chunks().flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
    const own = new Set(chunks().map(({ fileName }) => fileName));
    const packages = outside.filter((name) => !isBuiltin(name) && !own.has(name));
    expect(new Set(packages.map((name) => name.split('/')[0]))).toEqual(new Set(['exceljs', 'fraction.js']));
  });

  it('gives the library the names of its interface, and no other', () => {
    const index = chunks().find(({ name, isEntry }) => name === 'index' && isEntry);
    expect(index?.exports.toSorted()).toEqual([
      ...['UserError', 'listInstruments', 'loadInstrument'],
      ...['planTo', 'readWorkbook', 'roundHalfUp', 'score'],
    ]);
  });

  it('minifies packages alone', () => {
    const isMinified = (name: string) => {
      const code = chunks().find((chunk) => chunk.name === name)?.code ?? '';
      return code.length / code.split('\n').length > 200;
    };
    const names = ['echarts', 'docx', 'pdfjs', 'cli', 'review', 'plan', 'index'];
    expect(names.filter(isMinified)).toEqual(['echarts', 'docx', 'pdfjs']);
  });

  it('comes with the licence of each package in it', () => {
    const notice = first.output.find(({ fileName }) => fileName === 'third-party.txt');
    const text = notice?.type === 'asset' ? String(notice.source) : '';
    const packages = new Set(chunks().flatMap(({ moduleIds }) => moduleIds.flatMap(packageOf)));
    expect(packages.size).toBeGreaterThan(10);
    for (const name of packages) expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  });
});

async function bundle(): Promise<RolldownOutput> {
  const build = await rolldown(config);
  try {
    return await build.generate(config.output);
  } finally {
    await build.close();
  }
}

function chunks(): OutputChunk[] {
  return first.output.filter((part) => part.type === 'chunk');
}

/** Packages loaded with the chunk of this name, before anything is imported on demand. */
function packagesOf(name: string): string[] {
  const byFile = new Map(chunks().map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set(chunks().filter((chunk) => chunk.name === name));
  expect(loaded.size).toBe(1);
  // A set that grows while it is walked through is walked through to its end.
  for (const { imports } of loaded) {
    for (const chunk of imports.flatMap((file) => byFile.get(file) ?? [])) loaded.add(chunk);
  }
  return [...new Set([...loaded].flatMap(({ moduleIds }) => moduleIds.flatMap(packageOf)))].sort();
}

function packageOf(id: string): string[] {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll('\\', '/'))?.slice(1) ?? [];
}
