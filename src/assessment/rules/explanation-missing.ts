import { problem } from '../../problem-kinds.ts';
import type { Rule } from './rule.ts';

/** A level above the floor needs an explanation (PermenPANRB 59/2020, pp. 85–86: fakta and analisis). */
export const explanationMissing: Rule = ({ instrument, parsed: { submission, answers } }) => {
  if (submission.meta === null) return [];
  return answers.flatMap(({ indicator, level, explanation, explanationAt }) =>
    level !== null && level > instrument.scale.floor && explanation === ''
      ? [problem('explanation-missing', explanationAt, { indicator, level })]
      : [],
  );
};
