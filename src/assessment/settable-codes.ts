import type { ProblemCode } from '../problem-kinds.ts';
import { evidenceRules } from './evidence-rules/index.ts';

/** Codes whose severity a region may set, and whose findings it may waive: all that is judged of evidence and explanations. */
export const settableCodes: readonly ProblemCode[] = [
  ...evidenceRules.map(({ code }) => code),
  'level-unproven',
];
