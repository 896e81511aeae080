import type { EvidenceRule } from './rule.ts';

/** Every rule on the evidence of a region. */
export const evidenceRules: readonly EvidenceRule[] = [];
