import { evidenceFollowUpEarly } from './evidence-follow-up-early.ts';
import { evidenceSameContent } from './evidence-same-content.ts';
import { evidenceShared } from './evidence-shared.ts';
import { evidenceUncited } from './evidence-uncited.ts';
import { evidenceUnlisted } from './evidence-unlisted.ts';
import { explanationCopied } from './explanation-copied.ts';
import { explanationShort } from './explanation-short.ts';
import { explanationUnreferenced } from './explanation-unreferenced.ts';
import type { EvidenceRule } from './rule.ts';

/** Every rule on the evidence of a region. */
export const evidenceRules: readonly EvidenceRule[] = [
  explanationShort,
  explanationCopied,
  explanationUnreferenced,
  evidenceShared,
  evidenceSameContent,
  evidenceUncited,
  evidenceUnlisted,
  evidenceFollowUpEarly,
];
