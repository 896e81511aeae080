import { Fraction } from 'fraction.js';
import { rangeOfConflicts } from '../assessment/conflict-range.ts';
import type { Evaluation } from '../assessment/evaluate.ts';
import type { Assessment } from '../assessment/merge.ts';
import type { Score } from '../assessment/score.ts';
import type { Gap, Step } from './gap.ts';

/**
 * prove: get the documents that the claims lack. settle: say which of the differing answers counts. fill: have the blank
 * indicators answered. assign: name an OPD for steps that nobody has. raise: have steps of the plan done.
 */
export type DecisionKind = 'prove' | 'settle' | 'fill' | 'assign' | 'raise';

/** Something a leader can decide, and what it brings. */
export interface LeaderDecision {
  readonly kind: DecisionKind;
  /** Whom it concerns; null where it is no single OPD. */
  readonly opd: string | null;
  readonly indicators: readonly string[];
  /** Index points. */
  readonly points: Fraction;
  /** Whether the points are the most it can bring. */
  readonly isUpTo: boolean;
}

const most = 3;

/**
 * What brings most if it is decided now, dearest first: at most three. Steps are gathered by OPD, or by aspect where no OPD
 * is known; without a plan each answered indicator stands for itself, raised by one level.
 */
export function listDecisions(
  assessment: Assessment,
  { claimed, proven, review }: Evaluation,
  counted: Score,
  gap: Gap | null,
): LeaderDecision[] {
  const unproven = review?.losses.flatMap(({ indicators }) => indicators) ?? [];
  const conflicts = rangeOfConflicts(assessment.instrument, assessment.settlements);
  const { unanswered, range } = counted;
  const all: LeaderDecision[] = [
    ...(proven && unproven.length > 0
      ? [single('prove', inOrder(assessment, unproven), claimed.index.sub(proven.index), false)]
      : []),
    ...(conflicts ? [single('settle', conflicts.open, conflicts.high.sub(conflicts.low), true)] : []),
    single('fill', unanswered, range.high.sub(range.low), true),
    ...(gap ? fromPlan(assessment, gap) : fromLosses(assessment, counted)),
  ];
  // Among them what brings nothing: no blank, an aspect without a step.
  return all
    .filter(({ points }) => points.compare(0) > 0)
    .sort((a, b) => b.points.compare(a.points))
    .slice(0, most);
}

function single(
  kind: DecisionKind,
  indicators: readonly string[],
  points: Fraction,
  isUpTo: boolean,
): LeaderDecision {
  return { kind, opd: null, indicators, points, isUpTo };
}

function inOrder({ instrument }: Pick<Assessment, 'instrument'>, ids: readonly string[]): string[] {
  return instrument.indicators.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
}

function fromPlan({ instrument }: Assessment, { steps, byOpd }: Gap): LeaderDecision[] {
  if (byOpd.some(({ opd }) => opd !== null)) {
    return byOpd.map(({ opd, indicators, gain }) => ({
      kind: opd === null ? 'assign' : 'raise',
      opd,
      indicators,
      points: gain,
      isUpTo: false,
    }));
  }
  const groupOf = new Map(instrument.indicators.map(({ id, group }) => [id, group]));
  return instrument.groups
    .map(({ id }) => steps.filter(({ indicator }) => groupOf.get(indicator) === id))
    .map((own) => {
      const ids = own.map(({ indicator }) => indicator);
      return single('raise', inOrder({ instrument }, ids), gainOf(own), false);
    });
}

function gainOf(steps: readonly Step[]): Fraction {
  return steps.reduce((sum, { gain }) => sum.add(gain), new Fraction(0));
}

function fromLosses({ instrument, answers }: Assessment, { indicators }: Score): LeaderDecision[] {
  const levels = new Map(indicators.map(({ id, level }) => [id, level]));
  const { max } = instrument.scale;
  return instrument.indicators.flatMap(({ id, weight }) => {
    const level = levels.get(id) ?? null;
    // To have it answered is a decision of its own.
    if (level === null) return [];
    const room = Math.min(1, max - level);
    const points = weight.mul(new Fraction(String(room))).div(100);
    return [{ kind: 'raise', opd: answers.get(id)?.opd ?? null, indicators: [id], points, isUpTo: false }];
  });
}
