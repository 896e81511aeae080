import { cachedIndexDiffers } from './cached-index-differs.ts';
import { indicatorMissing } from './indicator-missing.ts';
import type { Rule } from './rule.ts';

/** Every rule on the form of one file; what its answers and documents are worth, evidence-rules judge. */
export const rules: readonly Rule[] = [indicatorMissing, cachedIndexDiffers];
