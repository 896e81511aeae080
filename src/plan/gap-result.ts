import type { Fraction } from 'fraction.js';
import type { Measure } from './constraint.ts';
import type { Gap } from './gap.ts';
import type { PathYear } from './path.ts';
import type { Schedule } from './schedule.ts';
import type { GroupTarget } from './target.ts';

/** What a plan is to have least of, as asked; `index` = the most of it. */
export type Aim = 'steps' | 'effort' | 'cost' | 'opd' | 'indicators' | 'time' | 'index';

/** A plan with everything that was asked for around it. */
export interface GapResult {
  /** Of a path over years: from today to the end of its last year. */
  readonly gap: Gap;
  readonly aim: Aim;
  readonly groups: readonly GroupTarget[];
  readonly floor: number | null;
  readonly budget: { readonly measure: Measure; readonly amount: Fraction } | null;
  /** Last day of work, as asked. */
  readonly until: string | null;
  /** Indicators that stay where they are, and why. */
  readonly kept: readonly { readonly indicator: string; readonly reason: string; readonly exempt: boolean }[];
  /** What the plan takes; null where nobody said it for every step. */
  readonly days: Fraction | null;
  readonly rupiah: Fraction | null;
  readonly schedule: Schedule | null;
  /** Set for targets by year. */
  readonly path: readonly (PathYear & { readonly schedule: Schedule | null })[] | null;
  /** Other plans by the same objective, the best first; the plan itself left out. */
  readonly alternatives: readonly Gap[];
  readonly robustness: Robustness | null;
  /** The other official target, a least level everywhere, where only an index is asked for. */
  readonly secondFloor: { readonly level: number; readonly alone: Gap; readonly both: Gap } | null;
  /** Set if durations or person-days take part in what is shown: whose they are. */
  readonly assumption: string | null;
}

export interface Robustness {
  readonly risk: Fraction;
  /** Chance that the targets hold. */
  readonly chance: Fraction;
  /** Set if a plan with this chance was asked for. */
  readonly confidence: Fraction | null;
  /** Index points planned beyond the target. */
  readonly margin: Fraction;
  /** Level steps of the plan without a margin. */
  readonly plainSteps: number;
  /** False: no plan has the chance asked for; `chance` is that of the plan without a margin. */
  readonly isMet: boolean;
}
