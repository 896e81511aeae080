import type { Gap } from '../../src/plan/gap.ts';
import type { GapResult } from '../../src/plan/gap-result.ts';

/** A plan for an index, with nothing asked for around it. */
export function plainResult(gap: Gap): GapResult {
  return {
    gap,
    aim: 'steps',
    groups: [],
    floor: null,
    budget: null,
    until: null,
    kept: [],
    days: null,
    rupiah: null,
    schedule: null,
    path: null,
    alternatives: [],
    robustness: null,
    secondFloor: null,
    assumption: null,
  };
}
