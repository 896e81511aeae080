import type { Answer } from '../../src/assessment/answers.ts';

/** An answer of an OPD to indicator 12, in the cell where a workbook has its first. */
export function makeAnswer(opd: string | null, level: number | null, file = `${opd}.xlsx`): Answer {
  const at = { file, sheet: 'Penilaian', address: 'F6' };
  return {
    indicator: '12',
    level,
    explanation: `Kata ${opd}`,
    analysis: '',
    note: '',
    opd,
    at,
    explanationAt: at,
    analysisAt: at,
    assessed: null,
    assessedReason: '',
  };
}
