import { type Evaluation, evaluate } from '../assessment/evaluate.ts';
import type { EvidenceFacts } from '../assessment/facts.ts';
import type { Assessment } from '../assessment/merge.ts';
import { reviewEvidence } from '../assessment/review.ts';
import { usualSettings } from '../assessment/rule-settings.ts';
import { loadPublishedResults } from '../instrument/benchmarks.ts';
import { loadCriteria } from '../instrument/load-criteria.ts';
import { sortProblems } from '../problem.ts';
import type { Inputs } from './inputs.ts';

export interface Reviewed {
  /** With the problems of the evidence. */
  readonly assessment: Assessment;
  readonly evaluation: Evaluation;
}

/**
 * Judges the evidence that the workbooks list. Files that list none (a csv, the questionnaire of 2018) are only scored.
 * @param date ISO day on which it is judged
 */
export async function reviewInputs({ assessment }: Inputs, date: string): Promise<Reviewed> {
  const { answers, evidence, instrument, unlisted } = assessment;
  if (answers.size === unlisted.size) return { assessment, evaluation: evaluate(assessment, null) };
  const facts = lookNowhere(evidence.length);
  const review = reviewEvidence(
    {
      assessment,
      criteria: await loadCriteria(instrument),
      documents: evidence.map((one, position) => ({
        evidence: one,
        located: facts.located[position] ?? { kind: 'unexamined' },
      })),
      lying: facts.lying,
      date,
      institutions: await listInstitutions(facts),
    },
    usualSettings,
  );
  const reviewed = { ...assessment, problems: sortProblems([...assessment.problems, ...review.problems]) };
  return { assessment: reviewed, evaluation: evaluate(reviewed, review) };
}

function lookNowhere(count: number): EvidenceFacts {
  return { located: Array.from({ length: count }, () => ({ kind: 'unexamined' as const })), lying: [] };
}

/** Only needed where a text was read in which one of them could be named. */
async function listInstitutions({ located }: EvidenceFacts): Promise<string[]> {
  if (!located.some(({ kind }) => kind === 'file')) return [];
  return [...new Set((await loadPublishedResults()).map(({ name }) => name))];
}
