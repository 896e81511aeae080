import type { Fraction } from 'fraction.js';
import type { EvidenceItem } from '../instrument/criteria-schema.ts';
import { keyOf, linkSteps, type StepKey } from './chain.ts';
import type { CapacityOf, Requirement } from './constraint.ts';
import { layOut } from './lay-out.ts';
import type { Month } from './month.ts';
import { type Ladder, type Rung, totalGain } from './rungs.ts';
import type { SoftOrder } from './soft-order.ts';
import type { Work } from './work.ts';

/** One level step in time. Months are whole, the last one included. */
export interface Task {
  readonly indicator: string;
  readonly from: number;
  readonly to: number;
  readonly opd: string | null;
  readonly start: Month;
  readonly end: Month;
  readonly work: Work;
  /** Index points. */
  readonly gain: Fraction;
  /** Index points missing at the closing if this step is late: its own, and those of the plan's steps that wait for it. */
  readonly delayPrice: Fraction;
  /** What the level asks for and is not there yet. */
  readonly evidence: readonly EvidenceItem[];
}

export interface Schedule {
  readonly start: Month;
  /** Last month of work; the month before `start` if there is no task. */
  readonly end: Month;
  /** Last month before the closing; null if there is none. */
  readonly closing: Month | null;
  /** By start, then end, then in the instrument's order. */
  readonly tasks: readonly Task[];
  /** Soft orders that could not be kept. */
  readonly unkept: readonly SoftOrder[];
}

export interface ScheduleInput {
  /** The plan's steps, ladder by ladder in the instrument's order; each with its work. */
  readonly rungs: readonly Rung[];
  readonly requires: readonly Requirement[];
  readonly soft: readonly SoftOrder[];
  readonly start: Month;
  readonly closing: Month | null;
  readonly opdOf: ReadonlyMap<string, string>;
  readonly capacityOf: CapacityOf;
  /** Quarters in which the optimiser ended the steps of OPD whose capacity binds. */
  readonly quarters: ReadonlyMap<StepKey, number>;
  readonly evidenceOf: (indicator: string, level: number) => readonly EvidenceItem[];
}

/**
 * Lays the steps of a plan over months: each as early as the steps before it, the soft orders and the OPD's capacity
 * allow. Soft orders give way where the closing would be missed.
 * @throws Error (a bug) if a step has no work, or the optimiser's plan cannot be laid out
 */
export function scheduleSteps(input: ScheduleInput): Schedule {
  const { rungs, start, closing, opdOf } = input;
  const chain = linkSteps(toLadders(rungs), input.requires);
  const ends = layOut(chain, input);
  const tasks = rungs.map((rung): Task => {
    const { indicator, from, to, gain, work } = rung;
    const end = ends.get(keyOf(rung));
    if (!work || end === undefined) throw new Error(`No work for ${keyOf(rung)}`);
    const waiting = rungs.filter((one) => one.indicator === indicator && one.to > to);
    return {
      indicator,
      from,
      to,
      opd: opdOf.get(indicator) ?? null,
      start: end - work.months + 1,
      end,
      work,
      gain,
      delayPrice: gain.add(totalGain(waiting)),
      evidence: input.evidenceOf(indicator, to),
    };
  });
  const taskOf = new Map(tasks.map((task) => [keyOf(task), task]));
  return {
    start,
    end: Math.max(start - 1, ...tasks.map(({ end }) => end)),
    closing,
    tasks: tasks.toSorted((a, b) => a.start - b.start || a.end - b.end),
    unkept: input.soft.filter(({ before, after }) => {
      const [first, second] = [taskOf.get(before), taskOf.get(after)];
      return first && second && first.end >= second.start;
    }),
  };
}

function toLadders(rungs: readonly Rung[]): Ladder[] {
  const ladders = new Map<string, Rung[]>();
  for (const rung of rungs) ladders.set(rung.indicator, [...(ladders.get(rung.indicator) ?? []), rung]);
  return [...ladders.values()];
}
