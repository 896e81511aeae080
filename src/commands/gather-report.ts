import type { Evaluation } from '../assessment/evaluate.ts';
import type { Stage } from '../assessment/stage.ts';
import { findStandings } from '../assessment/standing.ts';
import type { ReportDocument } from '../contract/report.ts';
import { loadCriteria } from '../instrument/load-criteria.ts';
import type { GapResult } from '../plan/gap-result.ts';
import { UserError } from '../problem.ts';
import { composeReport } from '../reporters/full-report/compose.ts';
import { today } from './date-option.ts';
import { decisiveInstrument } from './decisive-instrument.ts';
import type { Inputs } from './inputs.ts';
import { findNearby, type PlanInputs, toPlanInputs } from './plan-inputs.ts';
import { readRecorded } from './recorded-inputs.ts';
import { isRedacting, redacted } from './redaction.ts';
import { findReportContext } from './report-context.ts';
import { reviewWithProgress } from './review-with-progress.ts';
import { runGap } from './run-gap.ts';
import { type ScoredStage, scoreStage } from './score-stage.ts';
import { sealReport } from './seal-report.ts';
import { watchFiles } from './seen-files.ts';
import { shortSeal } from './short-seal.ts';
import type { InputCommandOptions } from './takes-inputs.ts';

export interface ReportRequest extends Pick<InputCommandOptions, 'instrument' | 'map' | 'date'> {
  readonly stage: Stage;
  /** Name of a record to report instead of what the files say now. */
  readonly record?: string;
  /** As `spbe gap --target` takes them; of spbe.yaml if absent. */
  readonly target?: readonly string[];
}

/** Reads, judges, scores and plans everything that a report for people shows. */
export async function gatherReport(
  paths: readonly string[],
  request: ReportRequest,
): Promise<ReportDocument> {
  const { date = today(), map, stage, record } = request;
  if (record !== undefined) return gatherFromRecord(paths, record, request);
  const seen = watchFiles();
  const nearby = await findNearby(paths);
  const { instrument } = request;
  const asked = { date, ...(map ? { map } : {}), ...(instrument ? { instrument } : {}) };
  const inputs = await reviewWithProgress(paths, asked, true, seen.onBytes);
  const scored = await scoreStage(inputs, stage, seen.onBytes);
  const start = planStart(inputs, nearby, scored);
  const { assessment } = start;
  const { evaluation } = inputs;
  const computed = {
    command: 'score',
    options: { stage, ...asked, ...decisiveInstrument(inputs, instrument) },
    inputs,
    score: scored.score,
    evaluation,
  } as const;
  const report = composeReport({
    assessment,
    evaluation: evaluation satisfies Evaluation,
    scored,
    criteria: inputs.criteria ?? (await loadCriteria(assessment.instrument)),
    region: findStandings(assessment),
    plan: await planFor(start, request.target, date),
    ...(await findReportContext(assessment, inputs, scored)),
    // A seal names files, and must stay as it is to be of use.
    seal: isRedacting() ? null : await sealReport(computed, seen, { cwd: process.cwd(), paths, date }),
    date,
    closing: inputs.project?.closing ?? nearby?.closing ?? null,
  });
  return redacted(report);
}

/** The report of a record: what was recorded, and a plan from there on. */
async function gatherFromRecord(
  paths: readonly string[],
  name: string,
  { date = today(), target, instrument, map }: ReportRequest,
): Promise<ReportDocument> {
  if (paths.length > 0 || instrument !== undefined || map !== undefined) {
    throw new UserError(
      '--record melaporkan sebuah catatan apa adanya. Hapus jalur, --instrument, dan --map, atau hapus --record.',
    );
  }
  const { inputs, scored, record } = await readRecorded(name, process.cwd());
  const start = planStart(inputs, null, scored);
  const report = composeReport({
    assessment: start.assessment,
    evaluation: inputs.evaluation,
    scored,
    criteria: await loadCriteria(start.assessment.instrument),
    region: findStandings(start.assessment),
    plan: await planFor(start, target, date),
    ...(await findReportContext(start.assessment, inputs, scored)),
    seal: isRedacting() ? null : { record, short: shortSeal(record) },
    date,
    closing: inputs.project?.closing ?? null,
  });
  return redacted(report);
}

/** A plan starts where the reported stage stands, which may be another place than the claims. */
function planStart(
  inputs: Pick<Inputs, 'assessment' | 'project'>,
  nearby: PlanInputs['project'],
  { score }: ScoredStage,
): PlanInputs {
  const levels = score.indicators.flatMap(({ id, level }): [string, number][] =>
    level === null ? [] : [[id, level]],
  );
  return { ...toPlanInputs(inputs, nearby), levels: new Map(levels) };
}

/** The plan with its schedule, where durations are known; null where no target is. */
async function planFor(
  start: PlanInputs,
  target: readonly string[] | undefined,
  date: string,
): Promise<GapResult | null> {
  const { project, assessment } = start;
  if (target === undefined && project?.target === undefined) return null;
  const { about } = await loadCriteria(assessment.instrument);
  const isTimed = about.assumptions.patterns.length > 0 || project?.plan?.steps !== undefined;
  const options = {
    format: 'table',
    failOn: 'never',
    minimize: 'steps',
    ...(target ? { target } : {}),
    ...(isTimed ? { schedule: true as const } : {}),
  } as const;
  return runGap(start, options, new Date(`${date}T00:00:00`));
}
