import type { Fraction } from 'fraction.js';
import { type Levels, type Score, score } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { stepId } from './action-plan.ts';
import { climbedRungs, listLadders } from './rungs.ts';
import type { StepStatus } from './step-status.ts';

/** A step as its workbook tells it. */
export interface StatedStep {
  /** `12-L3` */
  readonly id: string;
  readonly indicator: string;
  readonly to: number;
  readonly opd: string;
  /** ISO day; null where the workbook names none. */
  readonly end: string | null;
  readonly status: StepStatus;
  /** ISO day on which it was finished, as stated. */
  readonly finished: string | null;
  readonly note: string;
}

export interface FollowedStep extends StatedStep {
  readonly from: number;
  /** Index points. */
  readonly gain: Fraction;
  /** Past its end, neither done nor dropped. */
  readonly isLate: boolean;
  /** Done, and every step below it too: it counts for the index. */
  readonly isCounted: boolean;
}

/** How far a plan has been carried out. */
export interface Progress {
  /** ISO day that lateness is judged by. */
  readonly day: string;
  readonly from: Score;
  /** By the steps that count. */
  readonly reached: Score;
  /** If every step is done that nobody dropped. */
  readonly within: Score;
  readonly target: Fraction | null;
  /** Index points; 0 if reached, null without a target. */
  readonly missing: Fraction | null;
  /** In the plan's order. */
  readonly steps: readonly FollowedStep[];
}

export interface ProgressInput {
  readonly instrument: Instrument;
  readonly year: number | null;
  /** Levels when the plan was made. */
  readonly levels: Levels;
  readonly target: Fraction | null;
  readonly steps: readonly StatedStep[];
  readonly day: string;
}

/** The level of an indicator is that of its highest finished step with no unfinished one below it. */
export function findProgress({ instrument, year, levels, target, steps, day }: ProgressInput): Progress {
  const tops = new Map<string, number>();
  for (const { indicator, to } of steps) tops.set(indicator, Math.max(to, tops.get(indicator) ?? to));
  const ladders = listLadders(instrument, levels, () => 1);
  const rungs = new Map(climbedRungs(ladders, tops).map((rung) => [stepId(rung), rung]));
  const at = (takes: (step: StatedStep) => boolean) => climb(steps, takes);
  const done = at(({ status }) => status === 'done');
  const possible = at(({ status }) => status !== 'cancelled');
  const scoreAt = (climbed: Levels) => score(instrument, new Map([...levels, ...climbed]), year ?? undefined);
  const reached = scoreAt(done);
  const short = target?.sub(reached.index) ?? null;
  return {
    day,
    from: scoreAt(new Map()),
    reached,
    within: scoreAt(possible),
    target,
    missing: short !== null && short.compare(0) < 0 ? short.mul(0) : short,
    steps: steps.map((step) => {
      const rung = rungs.get(step.id);
      if (!rung) throw new Error(`No step ${step.id} from the plan's levels`);
      const isOpen = step.status === 'open' || step.status === 'running';
      return {
        ...step,
        from: rung.from,
        gain: rung.gain,
        isLate: isOpen && step.end !== null && step.end < day,
        isCounted: step.to <= (done.get(step.indicator) ?? Number.NEGATIVE_INFINITY),
      };
    }),
  };
}

/** Indicator → level after its steps in ascending order, up to the first that does not take part. */
function climb(steps: readonly StatedStep[], takes: (step: StatedStep) => boolean): Map<string, number> {
  const levels = new Map<string, number>();
  const stopped = new Set<string>();
  for (const step of steps.toSorted((a, b) => a.to - b.to)) {
    if (!takes(step)) stopped.add(step.indicator);
    else if (!stopped.has(step.indicator)) levels.set(step.indicator, step.to);
  }
  return levels;
}
