import { join } from 'node:path';
import type { ExternalValues } from '../assessment/external.ts';
import { checkSums, groupsOf } from '../assessment/external-sums.ts';
import { type Assessment, claimedLevels } from '../assessment/merge.ts';
import { isExternal, type Stage, stages } from '../assessment/stage.ts';
import type { StageInput } from '../assessment/stages.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { type Problem, UserError } from '../problem.ts';
import { readExternals, type StoredExternal, valuesOf } from '../project/external-results.ts';
import type { InputOptions } from './inputs.ts';

export interface FoundStages {
  /** In the order of the stages. */
  readonly inputs: readonly StageInput[];
  /** What the imported results contradict themselves in. */
  readonly problems: readonly Problem[];
  /** Stored results that give way to what the workbooks say. */
  readonly unused: readonly string[];
}

/**
 * The stages of a year: self and internal assessor from the workbooks, where they were read, the others from
 * `hasil-luar/`.
 * @param assessment null where there are no workbooks
 * @param root the project's folder; null: no imported results
 */
export async function readStages(
  instrument: Instrument,
  year: number | null,
  assessment: Assessment | null,
  root: string | null,
  onBytes?: InputOptions['onBytes'],
): Promise<FoundStages> {
  const stored = (root === null ? [] : await readExternals(root)).filter(
    ({ content }) => content.year === year && content.instrument === instrument.id,
  );
  const own = assessment === null ? [] : stagesOfWorkbooks(assessment);
  const unused: string[] = [];
  const problems: Problem[] = [];
  const inputs = stages.flatMap((stage): StageInput[] => {
    const fromWorkbooks = own.find((one) => one.stage === stage);
    const imported = stored.find(({ content }) => content.stage === stage);
    if (fromWorkbooks) {
      if (imported) unused.push(imported.file);
      return [fromWorkbooks];
    }
    if (imported === undefined) return [];
    if (root !== null) onBytes?.(join(root, imported.file), imported.bytes);
    const values = valuesOf(imported, instrument);
    problems.push(...checkSums(values, instrument, { file: imported.file }));
    return [toStageInput(imported, values, instrument)];
  });
  return { inputs, problems, unused };
}

function stagesOfWorkbooks({ answers, files }: Assessment): StageInput[] {
  const source = files.length === 1 ? (files[0] ?? '') : `${files.length} kertas kerja`;
  const assessed = [...answers.values()].filter((answer) => answer.assessed !== null);
  const none = { sums: null, source };
  const claimed = claimedLevels(answers);
  return [
    // Workbooks that nobody has filled yet claim nothing.
    ...(claimed.size === 0 ? [] : [{ stage: 'self' as const, own: claimed, reasons: new Map(), ...none }]),
    ...(assessed.length === 0
      ? []
      : [
          {
            stage: 'assessor' as const,
            own: new Map(assessed.map(({ indicator, assessed: level }) => [indicator, level ?? 0])),
            reasons: new Map(assessed.map(({ indicator, assessedReason }) => [indicator, assessedReason])),
            ...none,
          },
        ]),
  ];
}

function toStageInput(
  { file, content }: StoredExternal,
  values: ExternalValues,
  instrument: Instrument,
): StageInput {
  const sums = values.levels.length === 0 ? groupsOf(values, instrument) : null;
  if (values.levels.length === 0 && sums === null) {
    throw new UserError(
      `${file} tidak memuat tingkat indikator maupun semua aspek, jadi tidak dapat dibandingkan. Impor hasil yang lebih lengkap, atau hapus berkas itu.`,
    );
  }
  return {
    stage: content.stage,
    source: file,
    own: new Map(values.levels.map(({ id, level }) => [id, level])),
    sums,
    reasons: new Map(values.levels.map(({ id, reason }) => [id, reason])),
  };
}

/** The last look of the Ministry's assessors, if there is any. */
export function lastExternal<T extends { readonly stage: Stage }>(found: readonly T[]): T | undefined {
  return found.findLast(({ stage }) => isExternal(stage));
}
