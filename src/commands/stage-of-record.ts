import { type Stage, stages, stageWords } from '../assessment/stage.ts';
import type { RecordDocument } from '../contract/record.ts';
import { UserError } from '../problem.ts';

/** The stage that a record was scored at, the claim if it does not say; undefined for one that nobody knows. */
export function stageOfRecord({ options }: Pick<RecordDocument, 'options'>): Stage | undefined {
  const text = options['stage'] ?? 'self';
  return stages.find((stage) => stage === text || stageWords[stage] === text);
}

/** The same where nothing can be said without it. @throws UserError for a stage that nobody knows */
export function requireStage(record: RecordDocument): Stage {
  const found = stageOfRecord(record);
  if (found) return found;
  throw new UserError(`Tahap "${record.options['stage']}" pada catatan itu tidak dikenal.`);
}
