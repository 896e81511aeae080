import { Fraction } from 'fraction.js';
import type { Constraint, Requirement } from '../../src/plan/constraint.ts';
import type { Question } from '../../src/plan/program.ts';
import type { Ladder, Plan } from '../../src/plan/rungs.ts';

/** January 2026: the first month of a quarter. */
export const january = 2026 * 12;

interface Steps {
  readonly from: number;
  /** Index points of each step. */
  readonly gain: number | string;
  /** Of the steps one after the other; the top is where they end. */
  readonly costs: readonly number[];
  /** 1 a step if absent. */
  readonly months?: readonly number[];
}

/** The steps of one indicator; person-days are ten times the cost. */
export function ladder(indicator: string, { from, gain, costs, months }: Steps): Ladder {
  return costs.map((cost, position) => ({
    ...{ indicator, from: from + position, to: from + position + 1 },
    gain: new Fraction(gain),
    cost: new Fraction(cost),
    work: { months: months?.[position] ?? 1, days: new Fraction(cost * 10), rupiah: null },
  }));
}

/** `a3 b2`: the levels that a plan reaches. */
export function planText(plan: Plan): string {
  return [...plan].map(([id, level]) => `${id}${level}`).join(' ');
}

export function question(ladders: readonly Ladder[], rest: Partial<Question> = {}): Question {
  return {
    ladders,
    ...{ constraints: [], objective: 'cost', requires: [], opdOf: new Map(), avoid: [] },
    ...rest,
  };
}

export const index = (needed: number | string): Constraint => ({
  kind: 'index',
  needed: new Fraction(needed),
});
export const frozen = (...ids: string[]): Constraint => ({ kind: 'frozen', indicators: new Set(ids) });
export const underway = (indicator: string, level: number): Constraint => ({
  ...{ kind: 'underway', to: new Map([[indicator, level]]) },
});
export const floor = (level: number, ...exempt: string[]): Constraint => ({
  ...{ kind: 'floor', level, exempt: new Set(exempt) },
});
export const group = (needed: number | string, ...ids: string[]): Constraint => ({
  ...{ kind: 'group', group: 'A1', indicators: new Set(ids), needed: new Fraction(needed) },
});
export const steps = (amount: number | string): Constraint => ({
  ...{ kind: 'budget', measure: 'steps', amount: new Fraction(amount) },
});
export const days = (amount: number): Constraint => ({
  ...{ kind: 'budget', measure: 'days', amount: new Fraction(amount) },
});
/** All done within so many months from `start`. */
export const within = (months: number, start = january): Constraint => ({
  ...{ kind: 'deadline', start, end: start + months - 1 },
});
export const capacity = (most: number | null): Constraint => ({ kind: 'capacity', ofOpd: () => most });

/** `requires('b', 3, 'a', 2)`: the step of b to 3 needs a at 2. */
export function requires(indicator: string, level: number, needs: string, least: number): Requirement {
  return { indicator, level, needs: { indicator: needs, level: least } };
}
