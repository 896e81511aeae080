import type { Score } from '../assessment/score.ts';
import type { ProgressDocument } from '../contract/progress.ts';
import { nameIndicators } from './name-indicators.ts';
import { exactText, roundedNumber } from './number.ts';
import type { FollowedPlan } from './progress.ts';

/** The result by the contract of `spbe gap --progress --format json`. */
export function toProgressDocument(followed: FollowedPlan): ProgressDocument {
  const { instrument, stated, progress, problems } = followed;
  const { steps, missing, target } = progress;
  const named = nameIndicators(instrument);
  const about = ({ index, band }: Score) => ({
    index: roundedNumber(index, instrument.rounding.decimals),
    indexExact: exactText(index),
    predicate: band.name,
  });
  return {
    schemaVersion: 1,
    instrument: instrument.id,
    caution: instrument.caution,
    region: stated.region,
    year: stated.year,
    notes: [],
    file: stated.at.file,
    date: progress.day,
    target: { label: stated.targetLabel, indexExact: target && exactText(target) },
    from: about(progress.from),
    reached: about(progress.reached),
    within: about(progress.within),
    missingExact: missing && exactText(missing),
    counts: countSteps(followed),
    steps: steps.map((step) => ({
      id: step.id,
      indicator: step.indicator,
      name: named(step.indicator).name,
      from: step.from,
      to: step.to,
      opd: step.opd === '' ? null : step.opd,
      end: step.end,
      status: step.status,
      finished: step.finished,
      note: step.note,
      gainExact: exactText(step.gain),
      late: step.isLate,
      counted: step.isCounted,
    })),
    problems: problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
}

export function countSteps({ progress: { steps } }: FollowedPlan): ProgressDocument['counts'] {
  const count = (status: string) => steps.filter((step) => step.status === status).length;
  return {
    open: count('open'),
    running: count('running'),
    done: count('done'),
    cancelled: count('cancelled'),
    late: steps.filter(({ isLate }) => isLate).length,
    uncounted: steps.filter(({ status, isCounted }) => status === 'done' && !isCounted).length,
  };
}
