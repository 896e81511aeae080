import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mergeProcessCovs, type ProcessCoverage } from '@bcoe/v8-coverage';
import { convert } from 'ast-v8-to-istanbul';
import { type OutputChunk, rolldown } from 'rolldown';
import { parseAstAsync } from 'vitest/node';
import config from '../../rolldown.config.ts';
import type { FileHits } from './add-hits.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const src = fileURLToPath(new URL('../../src/', import.meta.url));

/**
 * What ran of src in processes that ran the bundle and left their coverage (NODE_V8_COVERAGE) in a folder; by path.
 * @throws Error if dist is not what is bundled from src now
 */
export async function readChildren(folder: string): Promise<Map<string, FileHits>> {
  const chunks = new Map((await bundleWithMaps()).map((chunk) => [urlOf(chunk), chunk]));
  const files = new Map<string, FileHits>();
  for (const { url, functions } of mergeFolder(folder, chunks)) {
    const { code, map } = chunks.get(url) ?? {};
    if (!code || !map) continue;
    const ast = await parseAstAsync(code);
    const converted = await convert({ code, ast, sourceMap: map, coverage: { url, functions } });
    for (const [path, hits] of Object.entries(converted)) if (path.startsWith(src)) files.set(path, hits);
  }
  return files;
}

/** The shipped bundle holds no source maps: the same one is made again with them. */
async function bundleWithMaps(): Promise<OutputChunk[]> {
  // Without those that only add files, or change those of packages.
  const plugins = config.plugins.filter((plugin) => 'load' in plugin);
  const bundle = await rolldown({ ...config, plugins });
  const { output } = await bundle.generate({ ...config.output, sourcemap: 'hidden' });
  await bundle.close();
  const chunks = output
    .filter((part) => part.type === 'chunk')
    .filter(({ moduleIds }) => moduleIds.some((id) => id.startsWith(src)));
  for (const { fileName, code } of chunks) {
    if (readFileSync(join(dist, fileName), 'utf8') !== code)
      throw new Error(`dist/${fileName} is out of date`);
  }
  return chunks;
}

function urlOf({ fileName }: OutputChunk): string {
  return pathToFileURL(join(dist, fileName)).href;
}

/** One after the other: a run of all tests leaves thousands, of half a megabyte each. */
function mergeFolder(folder: string, chunks: ReadonlyMap<string, unknown>): ProcessCoverage['result'] {
  let merged: ProcessCoverage = { result: [] };
  for (const file of readdirSync(folder)) {
    const { result } = parseCoverage(readFileSync(join(folder, file), 'utf8'));
    merged = mergeProcessCovs([merged, { result: result.filter(({ url }) => chunks.has(url)) }]);
  }
  return merged.result;
}

/** Nothing is left by a process that a test killed while it wrote. */
function parseCoverage(text: string): ProcessCoverage {
  try {
    return JSON.parse(text);
  } catch {
    return { result: [] };
  }
}
