import { join } from 'node:path';
import { loadInstrument } from '../instrument/load.ts';
import { UserError } from '../problem.ts';
import type { Project } from './project.ts';
import { projectFile } from './project-folder.ts';
import { notRegular, readRegular } from './read-regular.ts';

/** One of 47 OPD takes 5 kB. */
const sizeLimit = 1024 * 1024;

/**
 * The project in this folder, null if there is no spbe.yaml.
 * @param shown the folder as the user knows it, for messages
 * @throws UserError if spbe.yaml cannot be read or is not right
 */
export async function findProject(folder: string, shown: string): Promise<Project | null> {
  const name = join(shown, projectFile);
  const bytes = await readRegular(join(folder, projectFile), sizeLimit).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return undefined;
      throw new UserError(`${name} tidak dapat dibaca – ${reasons[String(cause.code)] ?? cause.code}.`, {
        cause,
      });
    },
  );
  if (bytes === undefined) return null;
  if (bytes === null) {
    throw new UserError(`${name} lebih besar dari 1 MB – bukan berkas proyek yang dibuat "spbe init".`);
  }
  // YAML and its checks are only loaded where there is a project.
  const { assertKnownIndicators, parseProject } = await import('./project.ts');
  const project = parseProject(bytes.toString('utf8'), name);
  const instrument = await loadInstrument(project.instrument).catch((cause: unknown) => {
    throw cause instanceof UserError ? new UserError(`${name}: ${cause.message}`, { cause }) : cause;
  });
  assertKnownIndicators(project, instrument, name);
  return project;
}

const reasons: Record<string, string> = {
  EISDIR: 'itu folder, bukan berkas. Beri nama lain pada folder itu',
  [notRegular]: 'bukan berkas biasa. Hapus atau beri nama lain',
  EACCES: 'tidak ada izin. Periksa izin berkasnya',
  EPERM: 'tidak ada izin. Periksa izin berkasnya',
};
