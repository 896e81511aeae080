import type { Answer } from './answers.ts';

const parts = [
  ['explanation', 'fakta'],
  ['analysis', 'analisis'],
  ['note', 'catatan'],
  ['assessed', 'tingkat asesor'],
  ['assessedReason', 'alasan asesor'],
] as const satisfies readonly (readonly [keyof Answer, string])[];

/**
 * One answer of two rows of the same indicator and level: what the first leaves blank is taken from the second.
 * @returns differing: what both hold, in other words; there the first counts
 */
export function joinAnswers(first: Answer, second: Answer): { answer: Answer; differing: string[] } {
  const isBlank = (value: string | number | null) => value === null || value === '';
  const from = (key: (typeof parts)[number][0]) => (isBlank(first[key]) ? second : first);
  const answer: Answer = {
    ...first,
    explanation: from('explanation').explanation,
    explanationAt: from('explanation').explanationAt,
    analysis: from('analysis').analysis,
    analysisAt: from('analysis').analysisAt,
    note: from('note').note,
    assessed: from('assessed').assessed,
    assessedReason: from('assessedReason').assessedReason,
  };
  const differing = parts.flatMap(([key, name]) =>
    !isBlank(first[key]) && !isBlank(second[key]) && first[key] !== second[key] ? [name] : [],
  );
  return { answer, differing };
}
