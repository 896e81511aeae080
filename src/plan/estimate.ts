import type { Fraction } from 'fraction.js';
import { exact } from '../assessment/score.ts';
import type { IndicatorCriteria } from '../instrument/criteria-schema.ts';
import type { Criteria } from '../instrument/load-criteria.ts';
import { findMissingEvidence } from './missing-evidence.ts';
import type { Month } from './month.ts';
import type { Work, WorkOf } from './work.ts';

/** What somebody said a step to a level takes; what is left out is taken from the next source. */
export interface StepEstimate {
  readonly level: number;
  readonly months?: number;
  readonly personDays?: number;
  readonly rupiah?: Fraction;
}

export interface Underway {
  readonly indicator: string;
  readonly to: number;
  /** Month in which the step will be done. */
  readonly end: Month;
  /** Share of the work that is done, 0–1. */
  readonly done: number;
}

/** What the region says of the work; it goes before the estimates of the instrument. */
export interface Estimates {
  readonly byIndicator: ReadonlyMap<string, readonly StepEstimate[]>;
  readonly byPattern: ReadonlyMap<string, readonly StepEstimate[]>;
  /** For steps of which nobody else says anything. */
  readonly otherwise: readonly StepEstimate[];
  /** Rupiah a person-day, for steps without a price. */
  readonly dayRate: Fraction | null;
  readonly underway: readonly Underway[];
  /** First month of work: what is under way ends so many months later. */
  readonly start: Month;
}

/**
 * The work of every step: of `byIndicator`, else `byPattern`, else the instrument's pattern (our assumption), else
 * `otherwise`. Person-days shrink by the share of the level's required evidence that is there. Evidence that must be
 * dated years after the review (`yearsAfterReview`) makes the step at least that long.
 * @param isThere whether the checklist says that an item of evidence is there
 */
export function estimateWork(
  criteria: Criteria,
  estimates: Estimates,
  isThere: (item: string) => boolean,
): WorkOf {
  return (indicator, level) => {
    const own = criteria.byIndicator.get(indicator);
    const said = findEstimate(criteria, estimates, own, indicator, level);
    if (said.months === undefined || said.personDays === undefined) return null;
    const underway = estimates.underway.find((one) => one.indicator === indicator && one.to === level);
    const left = exact(1).sub(
      underway ? exact(underway.done) : findMissingEvidence(own, level, isThere).done,
    );
    const days = exact(said.personDays).mul(left);
    return {
      months: underway
        ? Math.max(1, underway.end - estimates.start + 1)
        : Math.max(Math.ceil(said.months), monthsAfterReview(own, level)),
      days,
      rupiah: priceOf(said.rupiah, left, days, estimates.dayRate),
    } satisfies Work;
  };
}

function findEstimate(
  { about }: Criteria,
  { byIndicator, byPattern, otherwise }: Estimates,
  own: IndicatorCriteria | undefined,
  indicator: string,
  level: number,
): Partial<StepEstimate> {
  const pattern = own?.pattern ?? '';
  const pack = about.assumptions.patterns.find(({ id }) => id === pattern)?.steps;
  const sources = [otherwise, pack, byPattern.get(pattern), byIndicator.get(indicator)];
  return Object.assign({}, ...sources.map((steps) => steps?.find((step) => step.level === level) ?? {}));
}

function monthsAfterReview(own: IndicatorCriteria | undefined, level: number): number {
  const items = own?.levels.find((one) => one.level === level)?.evidence ?? [];
  return Math.max(0, ...items.map(({ yearsAfterReview }) => (yearsAfterReview ?? 0) * 12));
}

/** A price that was named stands as it is, but for work that is done; a day rate counts the days that are left. */
function priceOf(
  said: Fraction | undefined,
  left: Fraction,
  days: Fraction,
  dayRate: Fraction | null,
): Fraction | null {
  if (said) return said.mul(left);
  return dayRate && days.mul(dayRate);
}
