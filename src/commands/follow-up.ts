import { resolve } from 'node:path';
import { loadInstrument } from '../instrument/load.ts';
import { parseActionPlan } from '../plan/parse-action-plan.ts';
import { findProgress } from '../plan/progress.ts';
import { sortProblems, UserError } from '../problem.ts';
import { readRegular } from '../project/read-regular.ts';
import { clean } from '../reporters/clean.ts';
import { type FollowedPlan, reportProgress } from '../reporters/progress.ts';
import { fileLimit, openBook } from '../workbook/open.ts';
import { readActionPlan } from '../workbook/read-action-plan.ts';
import { cannotRead } from './cannot-read.ts';
import { today } from './date-option.ts';
import { type ExitCode, finish } from './finish.ts';
import type { GapCommandOptions } from './gap.ts';

/**
 * `spbe gap --progress`: reads an action plan back and reports how far it is.
 * @throws UserError if anything else was asked for with it, or the file is no action plan
 */
export async function followUp(
  file: string,
  paths: readonly string[],
  options: GapCommandOptions,
): Promise<ExitCode> {
  const { target, plan, ics, output, date = today() } = options;
  if (paths.length > 0 || target || plan !== undefined || ics !== undefined) {
    throw new UserError(
      '--progress berdiri sendiri: rencana aksi sudah memuat tingkat awal dan targetnya. Hapus jalur, --target, --plan, dan --ics.',
    );
  }
  if (output !== undefined && resolve(output) === resolve(file)) {
    throw new UserError(`"${clean(file)}" adalah rencana aksi itu sendiri. Beri -o nama lain.`);
  }
  const followed = await readFollowed(file, date);
  return finish(reportProgress(followed), followed.problems, options);
}

async function readFollowed(file: string, day: string): Promise<FollowedPlan> {
  const refuse = (reason: string, cause?: unknown) => new UserError(`${clean(file)}: ${reason}`, { cause });
  const bytes = await readRegular(file, fileLimit).catch((cause: unknown) => {
    throw cannotRead(file, cause);
  });
  const opened = openBook(bytes ?? new Uint8Array(fileLimit + 1), file);
  if ('unreadable' in opened) throw refuse(opened.unreadable.message);
  try {
    const { plan: stated, problems } = readActionPlan(opened.book, file);
    const instrument = await loadInstrument(stated.instrument);
    const parsed = parseActionPlan(stated, instrument);
    if (parsed === null) {
      throw new UserError('keterangan tersembunyi rencana aksi rusak. Pakai salinan yang masih utuh.');
    }
    const progress = findProgress({ ...parsed, instrument, year: stated.year, day });
    return { instrument, stated, progress, problems: sortProblems([...problems, ...parsed.problems]) };
  } catch (error) {
    throw error instanceof UserError ? refuse(error.message, error) : error;
  }
}
