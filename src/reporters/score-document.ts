import type { Fraction } from 'fraction.js';
import type { Evaluation } from '../assessment/evaluate.ts';
import type { Assessment } from '../assessment/merge.ts';
import type { Score } from '../assessment/score.ts';
import { isExternal, type Stage } from '../assessment/stage.ts';
import type { ScoreDocument } from '../contract/score.ts';
import { conflictRangeOf } from './conflict-range.ts';
import { exactText, roundedNumber } from './number.ts';
import { isExamined, provenLevelsById } from './proven.ts';
import { settledOf } from './settled.ts';
import { openDocument } from './subject.ts';

/** Whose levels an index rests on. */
export interface Basis {
  readonly score: Score;
  readonly stage: Stage;
  /** Indicators the stage does not speak of: the level of the stage before counts. */
  readonly carried: readonly string[];
}

/** The result by the contract of `spbe score --format json`. */
export function toScoreDocument(
  assessment: Assessment,
  evaluation: Evaluation,
  basisOf: Basis,
): ScoreDocument {
  const { proven, assessed, assessedLevels, review } = evaluation;
  const { score, stage, carried } = basisOf;
  const { instrument, answers, problems } = assessment;
  const rounded = (value: Fraction) => roundedNumber(value, instrument.rounding.decimals);
  const both = (value: Fraction) => ({ index: rounded(value), indexExact: exactText(value) });
  const { nearEdge, range } = score;
  const provenOf = provenLevelsById(evaluation);
  const levelOf = new Map(score.indicators.map(({ id, level }) => [id, level]));
  const basis = stage === 'self' ? 'claimed' : isExternal(stage) ? 'external' : 'assessed';
  return {
    ...openDocument(assessment),
    basis,
    stage,
    carried: [...carried],
    ...both(score.index),
    predicate: score.band.name,
    nearEdge: nearEdge && { ...nearEdge, edge: exactText(nearEdge.edge) },
    range: {
      low: rounded(range.low),
      lowExact: exactText(range.low),
      high: rounded(range.high),
      highExact: exactText(range.high),
    },
    proven:
      proven && review
        ? {
            ...both(proven.index),
            predicate: proven.band.name,
            isExamined: isExamined(review),
            losses: review.losses.map(({ reason, points, indicators }) => ({
              reason,
              points: roundedNumber(points, 4),
              pointsExact: exactText(points),
              indicators: [...indicators],
            })),
          }
        : null,
    assessed: {
      index: assessed && rounded(assessed.index),
      indexExact: assessed && exactText(assessed.index),
      predicate: assessed?.band.name ?? null,
      indicators: assessedLevels.size,
    },
    conflictRange: conflictRangeOf(instrument, assessment.settlements),
    unanswered: [...score.unanswered],
    groups: score.groups.map(({ group: { id, kind, name, weight }, index }) => ({
      id,
      kind,
      name,
      weight: exactText(weight),
      ...both(index),
    })),
    indicators: instrument.indicators.map(({ id, name, weight }) => {
      const answer = answers.get(id);
      return {
        id,
        name,
        weight: exactText(weight),
        claimed: answer?.level ?? null,
        proven: provenOf.get(id) ?? null,
        assessed: assessedLevels.get(id) ?? null,
        external: isExternal(stage) ? (levelOf.get(id) ?? null) : null,
        opd: answer?.opd ?? null,
        at: answer ? { ...answer.at } : null,
        settled: settledOf(assessment.settlements.get(id)),
      };
    }),
    problems: problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
}
