import type { Stage } from '../assessment/stage.ts';
import type { ScoreDocument } from '../contract/score.ts';
import { UserError } from '../problem.ts';
import { clean } from '../reporters/clean.ts';
import { toScoreDocument } from '../reporters/score-document.ts';
import type { ColumnMap } from '../workbook/column-map.ts';
import { readInputs } from './inputs.ts';
import { reviewInputs } from './review-inputs.ts';
import { scoreStage } from './score-stage.ts';

export interface AloneOptions {
  readonly cwd: string;
  readonly stage: Stage;
  /** ISO day on which the evidence is judged. */
  readonly date: string;
  readonly instrument?: string;
  readonly map?: ColumnMap;
}

/** Plain data, as it may come from another thread. */
export type Alone =
  | {
      readonly document: ScoreDocument;
      /** Of the index, as the instrument rounds it. */
      readonly decimals: number;
      /** What the user should know besides, in Bahasa Indonesia. */
      readonly notes: readonly string[];
    }
  /** Why there is no result. */
  | { readonly refusal: string };

/** Scores one file or one project by itself, as `spbe score` would. */
export async function scoreAlone(path: string, { stage, date, ...reading }: AloneOptions): Promise<Alone> {
  try {
    const inputs = await readInputs([path], { ...reading, strict: true });
    const { assessment, evaluation, notes } = await reviewInputs(inputs, { date });
    const scored = await scoreStage({ ...inputs, assessment }, stage);
    const { decimals } = assessment.instrument.rounding;
    return { document: toScoreDocument(assessment, evaluation, scored), decimals, notes };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // The path is said beside it.
    const [opening, text] = [`${clean(path)}: `, error.message];
    return { refusal: text.startsWith(opening) ? text.slice(opening.length) : text };
  }
}
