import { problem } from '../../problem-kinds.ts';
import type { Rule } from './rule.ts';

/** A level above the floor needs an explanation: fakta, and analisis (PermenPANRB 59/2020, pp. 85–86). */
export const explanationMissing: Rule = ({ instrument, parsed: { submission, answers } }) => {
  if (submission.meta === null) return [];
  return answers.flatMap(({ indicator, level, explanation, explanationAt, analysis, analysisAt }) => {
    if (level === null || level <= instrument.scale.floor) return [];
    if (explanation === '') return [problem('explanation-missing', explanationAt, { indicator, level })];
    return analysis === '' ? [problem('analysis-missing', analysisAt, { indicator, level })] : [];
  });
};
