import { cachedIndexDiffers } from './cached-index-differs.ts';
import { evidenceMissing } from './evidence-missing.ts';
import { explanationMissing } from './explanation-missing.ts';
import { indicatorMissing } from './indicator-missing.ts';
import type { Rule } from './rule.ts';

/** Every rule on the content of one file. */
export const rules: readonly Rule[] = [
  indicatorMissing,
  explanationMissing,
  evidenceMissing,
  cachedIndexDiffers,
];
