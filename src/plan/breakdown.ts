import { Fraction } from 'fraction.js';
import type { Score } from '../assessment/score.ts';
import type { Group, Instrument } from '../instrument/instrument.ts';
import type { Step } from './step.ts';

export interface AspectGap {
  readonly group: Group;
  /** Index of the aspect before and after the plan. */
  readonly from: Fraction;
  readonly to: Fraction;
  /** Single level steps in this aspect. */
  readonly steps: number;
}

export interface OpdGap {
  readonly opd: string | null;
  /** Ids of the indicators to be raised, in the instrument's order. */
  readonly indicators: readonly string[];
  readonly levelSteps: number;
  /** Index points. */
  readonly gain: Fraction;
}

/** Every aspect before and after the plan, in the instrument's order. */
export function gapByAspect(
  instrument: Instrument,
  from: Score,
  reached: Score,
  steps: readonly Step[],
): AspectGap[] {
  const aspectOf = new Map(instrument.indicators.map(({ id, group }) => [id, group]));
  const indexAfter = new Map(reached.groups.map(({ group, index }) => [group.id, index]));
  return from.groups
    .filter(({ group }) => group.kind === 'aspect')
    .map(({ group, index }) => ({
      group,
      from: index,
      to: indexAfter.get(group.id) ?? index,
      steps: countLevels(steps.filter(({ indicator }) => aspectOf.get(indicator) === group.id)),
    }));
}

/** The steps by lead OPD, by gain descending, then by the OPD's first indicator. */
export function gapByOpd(steps: readonly Step[]): OpdGap[] {
  const shares = new Map<string | null, Step[]>();
  for (const step of steps) shares.set(step.opd, [...(shares.get(step.opd) ?? []), step]);
  return [...shares]
    .map(([opd, share]) => ({
      opd,
      indicators: share.map(({ indicator }) => indicator),
      levelSteps: countLevels(share),
      gain: share.reduce((sum, { gain }) => sum.add(gain), new Fraction(0)),
    }))
    .sort((a, b) => b.gain.compare(a.gain));
}

function countLevels(steps: readonly Step[]): number {
  return steps.reduce((sum, { requires }) => sum + requires.length, 0);
}
