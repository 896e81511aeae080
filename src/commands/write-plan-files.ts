import { stat } from 'node:fs/promises';
import { toActionPlan } from '../plan/action-plan.ts';
import type { GapResult } from '../plan/gap-result.ts';
import { UserError } from '../problem.ts';
import { toCalendar } from '../reporters/calendar.ts';
import { clean } from '../reporters/clean.ts';
import { describeTargets } from '../reporters/gap-answer.ts';
import { writeOutput } from './finish.ts';
import type { GapCommandOptions } from './gap.ts';
import { remark } from './noise.ts';
import type { PlanInputs } from './plan-inputs.ts';
import { redacted } from './redaction.ts';

type Files = Pick<GapCommandOptions, 'plan' | 'ics'>;

/**
 * An action plan holds what its OPD wrote into it: it is never written over.
 * @throws UserError if the file is there
 */
export async function assertNewPlan({ plan }: Files): Promise<void> {
  if (plan === undefined) return;
  const isThere = await stat(plan).then(
    () => true,
    () => false,
  );
  if (isThere) {
    throw new UserError(
      `"${clean(plan)}" sudah ada dan mungkin sudah diisi; tidak ditimpa. Beri nama lain, atau pindahkan dulu berkas itu.`,
    );
  }
}

/** Writes the action plan and the calendar that were asked for; says so where there is nothing to plan. */
export async function writePlanFiles(
  { assessment, levels }: PlanInputs,
  result: GapResult,
  { plan: path, ics }: Files,
  day: string,
): Promise<void> {
  if (path === undefined && ics === undefined) return;
  const made = toActionPlan(assessment, levels, result, describeTargets(result));
  const plan = made && { ...(await redacted(made)), instrument: made.instrument };
  if (plan === null) {
    await remark('Tidak ada langkah untuk dijadwalkan; rencana aksi dan kalender tidak ditulis.');
    return;
  }
  if (path !== undefined) {
    const { writeActionPlan } = await import('../workbook/write-action-plan.ts');
    await writeOutput(path, await writeActionPlan(plan));
    await remark(`Rencana aksi ditulis: ${path}`);
  }
  if (ics !== undefined) {
    await writeOutput(ics, toCalendar(plan, day));
    await remark(`Kalender ditulis: ${ics}`);
  }
}
