import { problem } from '../../problem-kinds.ts';
import type { Rule } from './rule.ts';

/** A level above the floor needs at least one document (Pedoman Menteri PANRB 3/2024: bukti dukung of every level). */
export const evidenceMissing: Rule = ({ instrument, parsed: { submission, answers, evidence } }) => {
  // A plain list of levels has no place for documents.
  if (submission.meta === null && submission.documents.length === 0) return [];
  const evidenced = new Set(evidence.map(({ indicator }) => indicator));
  return answers.flatMap(({ indicator, level, at }) =>
    level !== null && level > instrument.scale.floor && !evidenced.has(indicator)
      ? [problem('evidence-missing', at, { indicator, level })]
      : [],
  );
};
