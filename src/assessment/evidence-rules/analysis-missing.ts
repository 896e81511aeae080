import { problem } from '../../problem-kinds.ts';
import { isPlain } from './plain-form.ts';
import type { EvidenceRule } from './rule.ts';

/** Facts alone do not show that a criterion is met; where even they are missing, that is said instead. */
export const analysisMissing: EvidenceRule = {
  code: 'analysis-missing',
  reason: null,
  source: 'Pedoman Menteri PANRB 3/2024: an explanation is fakta, analisis and justifikasi.',
  find: ({ assessment: { instrument, answers } }) =>
    [...answers.values()].flatMap(({ indicator, level, explanation, analysis, analysisAt }) => {
      if (level === null || level <= instrument.scale.floor || isPlain(analysis, analysisAt)) return [];
      if (explanation === '' || analysis !== '') return [];
      return [{ problem: problem('analysis-missing', analysisAt, { indicator, level }), document: null }];
    }),
};
