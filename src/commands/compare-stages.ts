import type { Assessment } from '../assessment/merge.ts';
import { buildStages, stageSteps } from '../assessment/stages.ts';
import { loadInstrument } from '../instrument/load.ts';
import { sortProblems, UserError } from '../problem.ts';
import { findProject } from '../project/find.ts';
import type { Project } from '../project/project.ts';
import type { Compared } from '../reporters/stages.ts';
import type { Inputs } from './inputs.ts';
import { readStages } from './read-stages.ts';
import { readWithProgress } from './read-with-progress.ts';

interface Options {
  readonly instrument?: string;
  readonly map?: string;
  readonly year?: string;
}

/**
 * Reads every stage there is of a year and sets them side by side.
 * @throws UserError if there are fewer than two
 */
export async function compareStages(paths: readonly string[], options: Options): Promise<Compared> {
  const cwd = process.cwd();
  const year = parseYear(options.year);
  const project = await findProject(cwd, '.');
  const { about, inputs, skipped } = await readIfAny(paths, options, year, project);
  const { instrument, region } = about;
  const when = year ?? about.year ?? project?.year ?? null;
  const root = inputs?.root ?? (project ? cwd : null);
  const found = await readStages(instrument, when, inputs?.assessment ?? null, root);
  if (found.inputs.length < 2) {
    const have = found.inputs.length === 0 ? 'Belum ada hasil' : 'Baru ada hasil satu tahap';
    throw new UserError(
      `${have}${when === null ? '' : ` untuk tahun ${when}`}, jadi belum ada yang dapat dibandingkan. Isi kolom Tingkat asesor di kertas kerja, atau simpan hasil luar dengan "spbe external import".`,
    );
  }
  const stages = buildStages(instrument, found.inputs, when ?? undefined);
  return {
    instrument,
    region,
    year: when,
    stages,
    steps: stageSteps(instrument, stages),
    unused: found.unused,
    skipped,
    problems: sortProblems([...about.problems, ...found.problems]),
  };
}

interface Read {
  readonly about: Pick<Assessment, 'instrument' | 'region' | 'year' | 'problems'>;
  /** null where the year asked for is not that of the workbooks, or the project holds imported results only. */
  readonly inputs: Inputs | null;
  /** Why the workbooks could not be read. */
  readonly skipped: string | null;
}

async function readIfAny(
  paths: readonly string[],
  { instrument, map }: Options,
  year: number | null,
  project: Project | null,
): Promise<Read> {
  const readAll = async (): Promise<Read> => {
    const inputs = await readWithProgress(paths, instrument, true, map);
    return { about: inputs.assessment, inputs, skipped: null };
  };
  if (paths.length > 0 || project === null) return readAll();
  const readNone = async (skipped: string | null): Promise<Read> => {
    const { region, year: own } = project;
    const known = await loadInstrument(instrument ?? project.instrument);
    return { about: { instrument: known, region, year: own, problems: [] }, inputs: null, skipped };
  };
  if (year !== null && year !== project.year) return readNone(null);
  return readAll().catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    return readNone(error.message.replace(/\n.*/s, ''));
  });
}

function parseYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new UserError(`Tahun "${text}" tidak sah. Tulis misalnya --year 2024.`);
}
