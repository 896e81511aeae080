import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { regionOf } from '../assessment/foreign.ts';
import { comparableName } from '../assessment/institution-name.ts';
import { findProject } from '../project/find.ts';
import type { Inputs } from './inputs.ts';
import { readWithProgress } from './read-with-progress.ts';

/** What is read as one region. */
interface Side {
  /** null for a file that names no region: it stands for one of its own. */
  readonly key: string | null;
  readonly paths: readonly string[];
}

/** One region, and the paths it was read from. */
export interface ReadRegion extends Inputs {
  readonly paths: readonly string[];
}

/**
 * Reads the paths region by region: files that name the same region belong together, as do those of a project; a csv, which
 * names none, is a region of its own. Without a path the project in this folder.
 * @throws UserError if something cannot be read
 */
export async function readRegions(
  paths: readonly string[],
  { instrument, map }: { readonly instrument?: string; readonly map?: string },
): Promise<ReadRegion[]> {
  const read = (some: readonly string[]) => readWithProgress(some, instrument, true, map);
  if (paths.length === 0) return [{ ...(await read([])), paths }];
  const sides: Side[] = [];
  for (const path of paths) sides.push(...(await sidesOf(path, read)));
  const merged = mergeSides(sides);
  const regions: ReadRegion[] = [];
  for (const side of merged) regions.push({ ...(await read(side.paths)), paths: side.paths });
  return regions;
}

async function sidesOf(path: string, read: (paths: readonly string[]) => Promise<Inputs>): Promise<Side[]> {
  const isFolder = await stat(resolve(path)).then(
    (info) => info.isDirectory(),
    () => false,
  );
  const project = isFolder ? await findProject(resolve(path), path) : null;
  if (project) return [{ key: comparableName(project.region), paths: [path] }];
  const { submissions } = await read([path]);
  const sides = mergeSides(
    submissions.map((one) => {
      const region = regionOf(one);
      return { key: region === undefined ? null : comparableName(region), paths: [one.file] };
    }),
  );
  // As it was given: a folder of one region keeps its name, and the files in it that cannot be read are told of.
  return sides.length === 1 ? sides.map(({ key }) => ({ key, paths: [path] })) : sides;
}

function mergeSides(sides: readonly Side[]): Side[] {
  const merged = new Map<string | Side, Side>();
  for (const side of sides) {
    const key = side.key ?? side;
    const before = merged.get(key);
    merged.set(key, before ? { ...before, paths: [...before.paths, ...side.paths] } : side);
  }
  return [...merged.values()];
}
