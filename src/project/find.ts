import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadInstrument } from '../instrument/load.ts';
import { UserError } from '../problem.ts';
import { assertKnownIndicators, type Project, parseProject, projectFile } from './project.ts';

/**
 * The project in this folder, null if there is no spbe.yaml.
 * @param shown the folder as the user knows it, for messages
 * @throws UserError if spbe.yaml cannot be read or is not right
 */
export async function findProject(folder: string, shown: string): Promise<Project | null> {
  const name = join(shown, projectFile);
  const yaml = await readFile(join(folder, projectFile), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
    throw new UserError(`${name} tidak dapat dibaca – ${reasons[cause.code ?? ''] ?? cause.code}.`, {
      cause,
    });
  });
  if (yaml === null) return null;
  const project = parseProject(yaml, name);
  const instrument = await loadInstrument(project.instrument).catch((cause: unknown) => {
    throw cause instanceof UserError ? new UserError(`${name}: ${cause.message}`, { cause }) : cause;
  });
  assertKnownIndicators(project, instrument, name);
  return project;
}

const reasons: Record<string, string> = {
  EISDIR: 'itu folder, bukan berkas. Beri nama lain pada folder itu',
  EACCES: 'tidak ada izin. Periksa izin berkasnya',
  EPERM: 'tidak ada izin. Periksa izin berkasnya',
};
