import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { UserError } from '../problem.ts';
import { findProject } from '../project/find.ts';
import { pathInside } from '../project/inside.ts';
import { projectFile } from '../project/project-folder.ts';
import { readRegular } from '../project/read-regular.ts';
import { recordFolder } from '../project/records.ts';
import { removeAbandoned, writeNew } from '../project/write-new.ts';
import { json } from '../reporters/json.ts';
import { cannotWrite } from './finish.ts';
import { localTime } from './local-time.ts';
import { type Computed, makeRecord } from './make-record.ts';
import type { SeenFiles } from './seen-files.ts';

interface Occasion {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly note: string | undefined;
  readonly now: Date;
}

/**
 * Adds a result to the project's `riwayat/`. Two that do so at once leave two records.
 * @returns the file, relative to the project
 * @throws UserError if there is no project, or the record cannot be written
 */
export async function storeRecord(
  computed: Omit<Computed, 'files'>,
  seen: SeenFiles,
  { cwd, paths, note, now }: Occasion,
): Promise<string> {
  const root = resolve(computed.inputs.root ?? (await requireProject(cwd)));
  const file = join(root, projectFile);
  seen.onBytes(file, (await readRegular(file, Number.POSITIVE_INFINITY)) ?? new Uint8Array());
  const circumstances = { root, cwd, paths, at: localTime(now), note: note ?? null };
  const record = await makeRecord({ ...computed, files: seen.files }, circumstances);
  const text = json({ document: record, blocks: [], records: { columns: [], rows: [] } }, plain);
  const short = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const stem = `${now.toISOString().replace(/[:.]/g, '-')}-${record.command}-${short}`;
  try {
    await refuseOutside(root);
    const name = await writeNew(join(root, recordFolder), stem, text);
    await removeAbandoned(join(root, recordFolder), now);
    return `${recordFolder}/${name}`;
  } catch (cause) {
    throw cause instanceof UserError ? cause : cannotWrite(recordFolder, cause);
  }
}

const plain = { width: 0, colour: false };

async function requireProject(cwd: string): Promise<string> {
  if ((await findProject(cwd, '.')) !== null) return cwd;
  throw new UserError(
    `Riwayat disimpan di folder proyek, dan di sini tidak ada ${projectFile}. Jalankan di folder proyek, atau mulai dengan "spbe init".`,
  );
}

/** A link in the place of the folder would lead the record elsewhere. */
async function refuseOutside(root: string): Promise<void> {
  const way = await pathInside(root, join(root, recordFolder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return recordFolder;
    throw error;
  });
  if (way === null)
    throw new UserError(`Folder ${recordFolder} menunjuk ke luar proyek. Ganti dengan folder biasa.`);
}
