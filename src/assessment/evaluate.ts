import { type Assessment, claimedLevels } from './merge.ts';
import { provenLevels } from './proven.ts';
import type { Review } from './review.ts';
import { type Levels, type Score, score } from './score.ts';

/** The index three ways: what the OPD state, what their evidence carries, and what the internal assessor says. */
export interface Evaluation {
  readonly claimed: Score;
  /** null where the forms list no evidence, or it was not looked at. */
  readonly proven: Score | null;
  /** null until every answered indicator has an assessor's level: a mixture would be nobody's word. */
  readonly assessed: Score | null;
  readonly assessedLevels: Levels;
  readonly review: Review | null;
}

/** @param review null: the evidence was not looked at */
export function evaluate(assessment: Assessment, review: Review | null): Evaluation {
  const { instrument, answers, unlisted } = assessment;
  const year = assessment.year ?? undefined;
  const claimed = claimedLevels(answers);
  const assessedLevels = new Map(
    [...answers].flatMap(([id, { assessed }]): [string, number][] =>
      assessed === null ? [] : [[id, assessed]],
    ),
  );
  const isAssessed = claimed.size > 0 && [...claimed.keys()].every((id) => assessedLevels.has(id));
  return {
    claimed: score(instrument, claimed, year),
    proven: review && unlisted.size === 0 ? score(instrument, provenLevels(review.proven), year) : null,
    assessed: isAssessed ? score(instrument, assessedLevels, year) : null,
    assessedLevels,
    review,
  };
}
