import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadInstrument } from '../instrument/load.ts';
import { UserError } from '../problem.ts';
import { assertKnownIndicators, type Project, parseProject, projectFile } from './project.ts';

/**
 * The project in this folder, null if there is no spbe.yaml.
 * @throws UserError if spbe.yaml cannot be read or is not right
 */
export async function findProject(folder: string): Promise<Project | null> {
  const path = join(folder, projectFile);
  const yaml = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
    throw new UserError(`${path} tidak dapat dibaca – ${cause.code ?? cause.message}.`, { cause });
  });
  if (yaml === null) return null;
  const project = parseProject(yaml, path);
  assertKnownIndicators(project, await loadInstrument(project.instrument), path);
  return project;
}
