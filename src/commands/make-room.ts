import { readdir, rename } from 'node:fs/promises';
import { basename, isAbsolute, relative } from 'node:path';
import { UserError } from '../problem.ts';
import { externalFolder } from '../project/external-results.ts';
import { evidenceFolder, projectFile, workbookFolder } from '../project/project-folder.ts';
import { recordFolder } from '../project/records.ts';

interface Room {
  /** As the user wrote it. */
  readonly folder: string;
  readonly force: boolean;
  /** By which another folder can be named. */
  readonly option: string;
}

/**
 * Letters of an earlier day must not lie among those of today: with `force` the whole folder is moved away.
 * @param target absolute path of the folder, which need not be there
 * @throws UserError if the folder holds files already and `force` is not set, or is the one we work in
 */
export async function makeRoom(target: string, { folder, force, option }: Room): Promise<void> {
  const before = await readdir(target).catch(() => []);
  if (before.length === 0) return;
  if (!force) {
    throw new UserError(
      `Folder ${folder} sudah berisi ${before.length} berkas. Pilih folder lain dengan ${option}, atau pakai --force: isi lama dipindahkan ke ${folder}-lama.`,
    );
  }
  if (holds(target, process.cwd()) || before.some(isOfProject) || isOfProject(basename(target))) {
    throw new UserError(
      `Folder ${folder} bagian dari proyek atau folder kerja ini dan tidak dapat dipindahkan. Pilih folder lain dengan ${option}.`,
    );
  }
  for (let number = 1; ; number++) {
    const old = `${target}-lama${number === 1 ? '' : `-${number}`}`;
    const isTaken = await readdir(old).then(
      () => true,
      () => false,
    );
    if (isTaken) continue;
    await rename(target, old);
    return;
  }
}

/** What nobody may move away: the answers, the evidence, the results. */
function isOfProject(name: string): boolean {
  return [projectFile, workbookFolder, evidenceFolder, recordFolder, externalFolder].includes(name);
}

function holds(folder: string, inner: string): boolean {
  const path = relative(folder, inner);
  return !path.startsWith('..') && !isAbsolute(path);
}
