import { problem } from '../../problem-kinds.ts';
import type { EvidenceRule } from './rule.ts';

/** A level above the floor needs at least one document. What it costs is reckoned where levels are proven. */
export const evidenceMissing: EvidenceRule = {
  code: 'evidence-missing',
  reason: null,
  source: 'Pedoman Menteri PANRB 3/2024: bukti dukung of every level.',
  find: ({ assessment: { instrument, answers, evidence, unlisted } }) => {
    const evidenced = new Set(evidence.map(({ indicator }) => indicator));
    return [...answers.values()].flatMap(({ indicator, level, at }) =>
      level === null || level <= instrument.scale.floor || evidenced.has(indicator) || unlisted.has(indicator)
        ? []
        : [{ problem: problem('evidence-missing', at, { indicator, level }), document: null }],
    );
  },
};
