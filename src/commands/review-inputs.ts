import type { Evidence } from '../assessment/answers.ts';
import { type Evaluation, evaluate } from '../assessment/evaluate.ts';
import type { EvidenceFacts } from '../assessment/facts.ts';
import type { Assessment } from '../assessment/merge.ts';
import { reviewEvidence } from '../assessment/review.ts';
import { usualSettings } from '../assessment/rule-settings.ts';
import { parseVerdict } from '../assessment/verdict.ts';
import type { FoundEvidence } from '../evidence/find-evidence.ts';
import { type Criteria, loadCriteria } from '../instrument/load-criteria.ts';
import { sortProblems } from '../problem.ts';
import { evidenceFolder, projectFile } from '../project/project-folder.ts';
import { toRuleSettings } from '../project/to-rule-settings.ts';
import { today } from './date-option.ts';
import type { Inputs } from './inputs.ts';

export interface Reviewed {
  /** With the problems of the evidence. */
  readonly assessment: Assessment;
  readonly evaluation: Evaluation;
  /** null where nothing was judged. */
  readonly criteria: Criteria | null;
  /** Files in the evidence folder that no row lists, relative to the project. */
  readonly unlisted: readonly string[];
  /** What the user should know besides, in Bahasa Indonesia. */
  readonly notes: readonly string[];
}

export interface ReviewOptions {
  /** ISO day on which it is judged. */
  readonly date: string;
  /** Called before each document. */
  readonly onFile?: (path: string, position: number, total: number) => void;
}

/**
 * Judges the evidence that the workbooks list and that lies in the project folder. Files that list none (a csv, the questionnaire of 2018) are only scored.
 */
export async function reviewInputs(
  { assessment, project, root }: Inputs,
  options: ReviewOptions,
): Promise<Reviewed> {
  const { answers, evidence, instrument } = assessment;
  const isForm = [...answers.values()].some(({ opd, analysis }) => opd !== null || analysis !== null);
  if (!isForm) {
    return { assessment, evaluation: evaluate(assessment, null), criteria: null, unlisted: [], notes: [] };
  }
  const criteria = await loadCriteria(instrument);
  const { facts, notes } = await look(evidence, root, options);
  const review = reviewEvidence(
    {
      assessment,
      criteria,
      documents: evidence.map((one, position) => ({
        evidence: one,
        located: facts.located[position] ?? { kind: 'unexamined' },
      })),
      lying: root === null ? null : facts.lying,
      date: options.date,
      institutions: await listInstitutions(facts),
    },
    project === null ? usualSettings : toRuleSettings(project, projectFile),
  );
  const reviewed = { ...assessment, problems: sortProblems([...assessment.problems, ...review.problems]) };
  return {
    assessment: reviewed,
    evaluation: evaluate(reviewed, review),
    criteria,
    unlisted: listUnlisted(facts),
    notes,
  };
}

async function look(
  evidence: readonly Evidence[],
  root: string | null,
  { onFile }: ReviewOptions,
): Promise<FoundEvidence> {
  // Without a project there is no folder to look into, and nothing to load for it.
  if (root === null) return { facts: { located: [], lying: [] }, notes: [] };
  const { findEvidence } = await import('../evidence/find-evidence.ts');
  return await findEvidence({
    root,
    folder: evidenceFolder,
    locations: evidence.map(({ location, opd, indicator, verdict }) => ({
      text: location,
      opd,
      indicator,
      accepted: parseVerdict(verdict) === 'accepted',
    })),
    // The day in the ledger is the true one, whatever day is judged.
    today: today(),
    ...(onFile && { onFile }),
  });
}

function listUnlisted({ located, lying }: EvidenceFacts): string[] {
  const listed = new Set(located.flatMap((one) => (one.kind === 'file' ? [one.facts.path] : [])));
  return lying.flatMap(({ path }) => (listed.has(path) ? [] : [path]));
}

/** Only needed where a text was read in which one of them could be named. */
async function listInstitutions({ located }: EvidenceFacts): Promise<string[]> {
  if (!located.some(({ kind }) => kind === 'file')) return [];
  const { loadPublishedResults } = await import('../instrument/benchmarks.ts');
  return [...new Set((await loadPublishedResults()).map(({ name }) => name))];
}
