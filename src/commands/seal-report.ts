import { join } from 'node:path';
import { UserError } from '../problem.ts';
import { projectFile } from '../project/project-folder.ts';
import { readRegular } from '../project/read-regular.ts';
import type { Seal } from '../reporters/full-report/compose.ts';
import { type Computed, makeRecord } from './make-record.ts';
import { remark } from './noise.ts';
import type { SeenFiles } from './seen-files.ts';
import { shortSeal } from './short-seal.ts';

interface Occasion {
  readonly cwd: string;
  readonly paths: readonly string[];
  /** ISO day of the report: the seal bears no time of day, so that the same input gives the same bytes. */
  readonly date: string;
}

/**
 * What a report was computed from, so that `spbe verify` can say later whether it still holds. Where an input lies
 * outside the folder there is no seal, and stderr says so.
 */
export async function sealReport(
  computed: Omit<Computed, 'files'>,
  seen: SeenFiles,
  { cwd, paths, date }: Occasion,
): Promise<Seal | null> {
  const root = computed.inputs.root ?? cwd;
  await watchProject(root, seen);
  try {
    const circumstances = { root, cwd, paths, at: `${date}T00:00:00Z`, note: null };
    const record = await makeRecord({ ...computed, files: seen.files }, circumstances);
    return { record, short: shortSeal(record) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await remark(`Laporan tanpa segel: ${error.message}`);
    return null;
  }
}

/** spbe.yaml decides a result as much as the workbooks do; without a project there is none. */
export async function watchProject(root: string, { onBytes }: SeenFiles): Promise<void> {
  const file = join(root, projectFile);
  const bytes = await readRegular(file, Number.POSITIVE_INFINITY).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes !== null) onBytes(file, bytes);
}
