import type { Fraction } from 'fraction.js';
import { type Assessment, claimedLevels } from '../assessment/merge.ts';
import type { Levels } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { type Criteria, loadCriteria } from '../instrument/load-criteria.ts';
import { type Estimates, estimateWork, type StepEstimate, type Underway } from '../plan/estimate.ts';
import { type Month, monthOf } from '../plan/month.ts';
import { parseAmount } from '../plan/parse-amount.ts';
import type { WorkOf } from '../plan/work.ts';
import { listFaults, UserError } from '../problem.ts';
import { findProject } from '../project/find.ts';
import type { PlanSection } from '../project/plan-section.ts';
import type { Project } from '../project/project.ts';
import { projectFile } from '../project/project-folder.ts';
import type { Inputs } from './inputs.ts';
import type { InputCommandOptions } from './takes-inputs.ts';

/** What planning commands start from. */
export interface PlanInputs {
  readonly assessment: Assessment;
  readonly project: Project | null;
  readonly levels: Levels;
  readonly opdOf: ReadonlyMap<string, string>;
}

/**
 * Reads the answers as every command does. Where only files are named, spbe.yaml of this folder still says what the
 * target is, who answers what, and what the work costs.
 */
export async function readPlanInputs(
  paths: readonly string[],
  options: Pick<InputCommandOptions, 'instrument' | 'map'>,
): Promise<PlanInputs> {
  const { readWithProgress } = await import('./read-with-progress.ts');
  const nearby = await findNearby(paths);
  const inputs = await readWithProgress(paths, options.instrument, true, options.map);
  return toPlanInputs(inputs, nearby);
}

/** The project of this folder, where only files of it are named; null where the inputs bring it themselves. */
export async function findNearby(paths: readonly string[]): Promise<Project | null> {
  return paths.length > 0 ? findProject(process.cwd(), '.') : null;
}

/** @param nearby as of `findNearby` */
export function toPlanInputs(
  inputs: Pick<Inputs, 'assessment' | 'project'>,
  nearby: Project | null,
): PlanInputs {
  const isSame = nearby?.instrument === inputs.assessment.instrument.id;
  const project = inputs.project ?? (isSame ? nearby : null);
  const assessment = fillIn(inputs.assessment, project);
  const { answers } = assessment;
  return {
    assessment,
    project,
    levels: claimedLevels(answers),
    opdOf: new Map([
      ...(project?.opd ?? []).flatMap(({ code, indicators }) =>
        indicators.map((id): [string, string] => [id, code]),
      ),
      ...[...answers].flatMap(([id, { opd }]): [string, string][] => (opd === null ? [] : [[id, opd]])),
    ]),
  };
}

/** What a csv does not say and the project does. */
function fillIn(assessment: Assessment, project: Project | null): Assessment {
  if (!project) return assessment;
  const names = project.opd.map(({ code, name }): [string, string] => [code, name]);
  return {
    ...assessment,
    region: assessment.region ?? project.region,
    year: assessment.year ?? project.year,
    opd: new Map([...names, ...assessment.opd]),
  };
}

/** Who does the work and what it takes. @param start first month of work */
export async function readWork(
  { assessment, project }: PlanInputs,
  start: Month,
): Promise<{ readonly criteria: Criteria; readonly workOf: WorkOf; readonly underway: readonly Underway[] }> {
  const { instrument, checklist } = assessment;
  const criteria = await loadCriteria(instrument);
  const section = project?.plan ?? {};
  assertKnown(section, instrument, criteria);
  const estimates = toEstimates(section, start);
  return {
    criteria,
    workOf: estimateWork(criteria, estimates, (item) => checklist.get(item) === true),
    underway: estimates.underway,
  };
}

function toEstimates(section: PlanSection, start: Month): Estimates {
  type Steps = NonNullable<PlanSection['steps']>;
  const toSteps = (steps: Steps = []): StepEstimate[] =>
    steps.map(({ level, months, personDays, cost }) => ({
      level,
      ...(months === undefined ? {} : { months }),
      ...(personDays === undefined ? {} : { personDays }),
      ...(cost === undefined ? {} : { rupiah: parseRupiah(cost, 'Biaya') }),
    }));
  const toMap = (lists: Record<string, Steps> = {}) =>
    new Map(Object.entries(lists).map(([key, steps]) => [key, toSteps(steps)]));
  return {
    byIndicator: toMap(section.indicators),
    byPattern: toMap(section.patterns),
    otherwise: toSteps(section.steps),
    dayRate: section.dayRate === undefined ? null : parseRupiah(section.dayRate, 'Tarif per hari'),
    underway: (section.underway ?? []).map(({ indicator, to, end, done = 0 }) => ({
      indicator,
      to,
      end: monthOf(end),
      done,
    })),
    start,
  };
}

function parseRupiah(value: number | string, name: string): Fraction {
  const { measure, amount } = parseAmount(String(value), name);
  if (measure !== 'rupiah') throw new UserError(`${name} "${value}" di ${projectFile} bukan jumlah rupiah.`);
  return amount;
}

function assertKnown(section: PlanSection, { indicators, name }: Instrument, { about }: Criteria): void {
  const ids = new Set(indicators.map(({ id }) => id));
  const patterns = about.assumptions.patterns.map(({ id }) => id);
  const named = (['frozen', 'excluded', 'underway'] as const).flatMap((part) =>
    (section[part] ?? []).map(({ indicator }) => [part, indicator] as const),
  );
  const all = [...Object.keys(section.indicators ?? {}).map((id) => ['indicators', id] as const), ...named];
  const faults = [
    ...all
      .filter(([, id]) => !ids.has(id))
      .map(([part, id]) => `plan.${part}: indikator ${id} tidak dikenal`),
    ...Object.keys(section.patterns ?? {})
      .filter((id) => !patterns.includes(id))
      .map((id) => `plan.patterns: "${id}" tidak dikenal; ada: ${patterns.join(', ') || 'tidak satu pun'}`),
  ];
  if (faults.length > 0)
    throw new UserError(`${projectFile} tidak cocok dengan ${name}:\n${listFaults(faults)}`);
}
