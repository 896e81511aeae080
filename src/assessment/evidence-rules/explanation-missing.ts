import { problem } from '../../problem-kinds.ts';
import type { EvidenceRule } from './rule.ts';

/** A level above the floor needs its facts told. */
export const explanationMissing: EvidenceRule = {
  code: 'explanation-missing',
  reason: null,
  source: 'PermenPANRB 59/2020, pp. 85–86: penjelasan of the chosen level.',
  find: ({ assessment: { instrument, answers, unlisted } }) =>
    [...answers.values()].flatMap(({ indicator, level, explanation, explanationAt }) =>
      level === null || level <= instrument.scale.floor || explanation !== '' || unlisted.has(indicator)
        ? []
        : [{ problem: problem('explanation-missing', explanationAt, { indicator, level }), document: null }],
    ),
};
