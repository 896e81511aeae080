import type { Fraction } from 'fraction.js';
import type { Assessment } from '../assessment/merge.ts';
import type { Levels, Score } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { GapResult } from './gap-result.ts';
import type { Task } from './schedule.ts';

/** A step of a plan that somebody is to do. */
export interface ActionStep extends Task {
  /** `12-L3`: the step of indicator 12 that ends at level 3. */
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** null where nobody was named. */
  readonly opdName: string | null;
}

/** A plan as it is handed to those who carry it out, and followed up. */
export interface ActionPlan {
  readonly instrument: Instrument;
  readonly region: string;
  readonly year: number | null;
  /** Levels at the start; a blank indicator has no entry. */
  readonly levels: Levels;
  readonly from: Score;
  readonly reached: Score;
  /** The index asked for; null if only a floor, domains or aspects are. */
  readonly target: Fraction | null;
  /** Everything that is asked for, in words. */
  readonly targetLabel: string;
  /** By start, then end, then in the instrument's order. */
  readonly steps: readonly ActionStep[];
  readonly days: Fraction | null;
  readonly rupiah: Fraction | null;
  readonly assumption: string | null;
}

/** @returns null if there is nothing to do: the target is reached, or no plan reaches it */
export function toActionPlan(
  assessment: Assessment,
  levels: Levels,
  result: GapResult,
  targetLabel: string,
): ActionPlan | null {
  const { instrument, region, files, year, opd } = assessment;
  const { gap, schedule, path, days, rupiah, assumption } = result;
  const tasks = [schedule, ...(path ?? []).map((one) => one.schedule)].flatMap((one) => one?.tasks ?? []);
  if (gap.status !== 'planned' || tasks.length === 0) return null;
  const named = new Map(instrument.indicators.map((one) => [one.id, one]));
  return {
    instrument,
    // A path of somebody's machine is no name for what is handed out.
    region: region ?? files.map((file) => file.split(/[\\/]/).at(-1)).join(', '),
    year,
    levels,
    from: gap.from,
    reached: gap.reached,
    target: gap.target?.index ?? null,
    targetLabel,
    steps: tasks.map((task) => ({
      ...task,
      id: stepId(task),
      name: named.get(task.indicator)?.name ?? task.indicator,
      shortName: named.get(task.indicator)?.shortName ?? task.indicator,
      opdName: task.opd === null ? null : (opd.get(task.opd) ?? task.opd),
    })),
    days,
    rupiah,
    assumption,
  };
}

export function stepId({ indicator, to }: Pick<Task, 'indicator' | 'to'>): string {
  return `${indicator}-L${to}`;
}

/** Reverse of `stepId`; null for any other text. */
export function parseStepId(id: string): { readonly indicator: string; readonly to: number } | null {
  const match = /^(.+)-L(\d)$/.exec(id);
  return match?.[1] === undefined ? null : { indicator: match[1], to: Number(match[2]) };
}
