import { problem } from '../../problem-kinds.ts';
import type { Rule } from './rule.ts';

/** A level above the floor needs at least one document (Pedoman Menteri PANRB 3/2024: bukti dukung of every level). */
export const evidenceMissing: Rule = ({ instrument, parsed: { submission, answers, evidence } }) => {
  if (submission.meta === null) return [];
  const evidenced = new Set(evidence.map(({ indicator }) => indicator));
  return answers.flatMap(({ indicator, level, at }) =>
    level !== null && level > instrument.scale.floor && !evidenced.has(indicator)
      ? [problem('evidence-missing', at, { indicator, level })]
      : [],
  );
};
