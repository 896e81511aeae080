import { problem } from '../../problem-kinds.ts';
import type { Rule } from './rule.ts';

/** A level above the floor needs an explanation: fakta, and analisis (PermenPANRB 59/2020, pp. 85–86). */
export const explanationMissing: Rule = ({ instrument, parsed: { answers } }) => {
  return answers.flatMap(({ indicator, level, explanation, explanationAt, analysis, analysisAt }) => {
    // A plain list of levels has no place for an analysis, and asks for neither.
    if (analysis === null || level === null || level <= instrument.scale.floor) return [];
    if (explanation === '' && explanationAt.address !== undefined)
      return [problem('explanation-missing', explanationAt, { indicator, level })];
    return analysis === '' && analysisAt.address !== undefined
      ? [problem('analysis-missing', analysisAt, { indicator, level })]
      : [];
  });
};
