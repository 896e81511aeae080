import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { UserError } from '../problem.ts';
import { projectFile } from '../project/project-folder.ts';
import { cannotRead } from './cannot-read.ts';
import { isWanted } from './inputs.ts';
import { standardInput } from './read-file.ts';

/** What is scored by itself. */
export interface Each {
  /** As it was named; or below a folder that was, from where the command runs. */
  readonly path: string;
  /** A folder with spbe.yaml in it; else a file. */
  readonly isProject: boolean;
}

/**
 * What the paths name: files, projects, and all of both that lie in other folders, at any depth; each once, in the order of the paths.
 * @throws UserError if a path does not exist, or a folder holds neither
 */
export async function listEach(paths: readonly string[], cwd: string): Promise<Each[]> {
  const found = new Map<string, Each>();
  for (const given of paths) {
    for (const one of await listPath(given, cwd)) {
      const place = resolve(cwd, one.path);
      if (!found.has(place)) found.set(place, one);
    }
  }
  return [...found.values()];
}

async function listPath(given: string, cwd: string): Promise<Each[]> {
  if (given === standardInput.path) return [{ path: given, isProject: false }];
  const path = resolve(cwd, given);
  const info = await stat(path).catch((cause: unknown) => {
    throw cannotRead(given, cause);
  });
  if (!info.isDirectory()) return [{ path: given, isProject: false }];
  const found = await listFolder(path, given, cwd);
  if (found.length > 0) return found;
  throw new UserError(
    `Tidak ada kertas kerja (.xlsx) atau proyek di folder ${given}. Sebutkan folder yang memuatnya.`,
  );
}

async function listFolder(folder: string, shown: string, cwd: string): Promise<Each[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw cannotRead(shown, cause);
  });
  if (entries.some(({ name }) => name === projectFile)) return [{ path: shown, isProject: true }];
  const found: Each[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const name = relative(cwd, path);
    if (isWanted(entry)) found.push({ path: name, isProject: false });
    else if (entry.isDirectory() && !entry.name.startsWith('.'))
      found.push(...(await listFolder(path, name, cwd)));
  }
  return found;
}
