import { problem } from '../../problem-kinds.ts';
import { isPlain } from './plain-form.ts';
import type { EvidenceRule } from './rule.ts';

/** A level above the floor needs its facts told. */
export const explanationMissing: EvidenceRule = {
  code: 'explanation-missing',
  reason: null,
  source: 'PermenPANRB 59/2020, pp. 85–86: penjelasan of the chosen level.',
  find: ({ assessment: { instrument, answers } }) =>
    [...answers.values()].flatMap(({ indicator, level, explanation, explanationAt, analysis }) =>
      level === null ||
      level <= instrument.scale.floor ||
      explanation !== '' ||
      isPlain(analysis, explanationAt)
        ? []
        : [{ problem: problem('explanation-missing', explanationAt, { indicator, level }), document: null }],
    ),
};
