import type { Criteria } from '../instrument/load-criteria.ts';
import { keyOf, type StepKey } from './chain.ts';
import type { Rung } from './rungs.ts';

/** A step that had better wait for another one: our judgement, not the regulation's. */
export interface SoftOrder {
  readonly before: StepKey;
  readonly after: StepKey;
}

/** First the policy, then the practice it governs, then the audit of the practice. */
const ranks: Readonly<Record<string, number>> = { policy: 0, audit: 2 };
const practice = 1;
/** Levels 4 and 5 are review and follow-up: nothing else has to wait for them. */
const awaited = 3;

/** The soft orders between the steps of related indicators: a step waits for the earlier kind's steps up to its own level, at most 3. */
export function listSoftOrders(criteria: Criteria, rungs: readonly Rung[]): SoftOrder[] {
  const rankOf = (indicator: string) => ranks[criteria.byIndicator.get(indicator)?.pattern ?? ''] ?? practice;
  const isRelated = (a: string, b: string) =>
    [a, b].some((one) =>
      criteria.byIndicator
        .get(one)
        ?.related.some(({ indicator }) => indicator !== one && (indicator === a || indicator === b)),
    );
  return rungs.flatMap((after) =>
    rungs
      .filter(
        (before) =>
          rankOf(before.indicator) < rankOf(after.indicator) &&
          before.to <= Math.min(after.to, awaited) &&
          isRelated(before.indicator, after.indicator),
      )
      .map((before) => ({ before: keyOf(before), after: keyOf(after) })),
  );
}
