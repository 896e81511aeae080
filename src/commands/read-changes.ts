import { claimedLevels } from '../assessment/merge.ts';
import type { Levels } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { parseChanges } from '../plan/parse-changes.ts';
import { UserError } from '../problem.ts';
import { readWithProgress } from './read-with-progress.ts';

/**
 * The levels to be tried: those of the file, then those of --set.
 * @throws UserError if there are none, or something in the file is wrong: a guess must not become a result
 */
export async function readChanges(
  { set = [], from }: { readonly set?: readonly string[]; readonly from?: string },
  instrument: Instrument,
): Promise<Levels> {
  const named = from === undefined ? new Map<string, number>() : await readFile(from, instrument);
  const changes = new Map([...named, ...parseChanges(set, instrument)]);
  if (changes.size === 0) {
    throw new UserError(
      'Belum ada yang diandaikan. Tambahkan --set 12=3, --set 21-28=2, atau --from berkas.csv.',
    );
  }
  return changes;
}

async function readFile(path: string, instrument: Instrument): Promise<Levels> {
  const { assessment } = await readWithProgress([path], instrument.id, true);
  const error = assessment.problems.find(
    (one) => one.severity === 'error' && one.code !== 'indicator-uncovered',
  );
  if (error) throw new UserError(`${path}: ${error.message}`);
  return claimedLevels(assessment.answers);
}
