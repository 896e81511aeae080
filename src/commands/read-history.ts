import { resolve } from 'node:path';
import { listInstruments, loadInstrument } from '../instrument/load.ts';
import { UserError } from '../problem.ts';
import { findProject } from '../project/find.ts';
import { projectFile } from '../project/project-folder.ts';
import { type Records, readRecords } from '../project/records.ts';
import { clean } from '../reporters/clean.ts';

/**
 * The records of the project in a folder, and how many decimals the indices of their instruments have.
 * @throws UserError if there is no project
 */
export async function readHistory(
  folder: string,
  cwd: string,
): Promise<Records & { readonly decimals: ReadonlyMap<string, number> }> {
  const root = resolve(cwd, folder);
  if ((await findProject(root, folder)) === null) throw noProject(folder);
  const found = await readRecords(root);
  const known = await listInstruments();
  const used = [...new Set(found.records.map(({ record }) => record.instrument.id))];
  const instruments = await Promise.all(used.filter((id) => known.includes(id)).map(loadInstrument));
  return { ...found, decimals: new Map(instruments.map(({ id, rounding }) => [id, rounding.decimals])) };
}

export function noProject(folder: string): UserError {
  return new UserError(
    `Tidak ada ${projectFile} di ${folder === '.' ? 'folder ini' : `"${clean(folder)}"`}. Riwayat disimpan di folder proyek; masuk ke sana, atau sebut foldernya.`,
  );
}
