import type { Answer } from '../answers.ts';
import type { EvidenceContext } from './rule.ts';

/** The answers that claim a level above the floor: those that need an explanation, in the instrument's order. */
export function claimedAnswers({ assessment }: EvidenceContext): (Answer & { readonly level: number })[] {
  const { answers, instrument } = assessment;
  return [...answers.values()].flatMap((answer) => {
    const { level } = answer;
    return level !== null && level > instrument.scale.floor ? [{ ...answer, level }] : [];
  });
}
