import { type Stage, stages, stageWords } from '../assessment/stage.ts';
import type { RecordDocument } from '../contract/record.ts';

/** The stage that a record was scored at, the claim if it does not say; undefined for one that nobody knows. */
export function stageOfRecord({ options }: Pick<RecordDocument, 'options'>): Stage | undefined {
  const text = options['stage'] ?? 'self';
  return stages.find((stage) => stage === text || stageWords[stage] === text);
}
