import { problem } from '../../problem-kinds.ts';
import type { Rule } from './rule.ts';

/** A workbook must still hold a row for every indicator it was made with. */
export const indicatorMissing: Rule = ({ instrument, parsed: { submission, answers } }) => {
  const present = new Set(answers.map(({ indicator }) => indicator));
  const names = new Map(instrument.indicators.map(({ id, shortName }) => [id, shortName]));
  return (submission.meta?.indicators ?? []).flatMap((indicator) => {
    const name = names.get(indicator);
    if (name === undefined || present.has(indicator)) return [];
    return [problem('indicator-missing', { file: submission.file, sheet: 'Penilaian' }, { indicator, name })];
  });
};
