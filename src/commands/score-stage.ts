import { claimedLevels } from '../assessment/merge.ts';
import { type Score, score } from '../assessment/score.ts';
import { type Stage, stageWords } from '../assessment/stage.ts';
import { buildStages } from '../assessment/stages.ts';
import { UserError } from '../problem.ts';
import type { InputOptions, Inputs } from './inputs.ts';

/** An index, and whose levels it rests on. */
export interface ScoredStage {
  readonly stage: Stage;
  readonly score: Score;
  /** Indicators the stage does not speak of: the level of the stage before counts. */
  readonly carried: readonly string[];
}

/**
 * Scores what the region claims, or what a later stage makes of it.
 * @param onBytes told of the imported results that take part
 * @throws UserError if there is no such stage, or it states no levels
 */
export async function scoreStage(
  { assessment, root }: Inputs,
  stage: Stage,
  onBytes?: InputOptions['onBytes'],
): Promise<ScoredStage> {
  const { instrument, answers, year } = assessment;
  if (stage === 'self') {
    return { stage, carried: [], score: score(instrument, claimedLevels(answers), year ?? undefined) };
  }
  const { readStages } = await import('./read-stages.ts');
  const { inputs } = await readStages(instrument, year, assessment, root, onBytes);
  const results = buildStages(instrument, inputs, year ?? undefined);
  const found = results.find((one) => one.stage === stage);
  if (found === undefined) {
    const known = results.map((one) => stageWords[one.stage]).join(', ');
    const hint =
      stage === 'assessor'
        ? 'Isi kolom Tingkat asesor di kertas kerja'
        : `Impor dengan "spbe external import <berkas> --stage ${stageWords[stage]}"`;
    throw new UserError(`Belum ada hasil tahap ${stageWords[stage]}; yang ada: ${known}. ${hint}.`);
  }
  if (found.score === null) {
    throw new UserError(
      `Hasil tahap ${stageWords[stage]} hanya memuat aspek, tanpa tingkat indikator. Lihat dengan "spbe stages".`,
    );
  }
  return { stage, score: found.score, carried: found.carried };
}
