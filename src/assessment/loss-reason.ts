/**
 * Why a claimed level is not carried by its evidence, gravest first: where several documents fail for one item, the
 * last of these is named, since it takes least to mend.
 */
export const lossReasons = [
  'no-evidence',
  'item-missing',
  'file',
  'other-object',
  'draft',
  'not-legal',
  'outdated',
  'wrong-date',
  'refused',
  'revise',
] as const;
export type LossReason = (typeof lossReasons)[number];

/** The one that takes least to mend. */
export function mildest(reasons: readonly LossReason[]): LossReason | null {
  return lossReasons.findLast((reason) => reasons.includes(reason)) ?? null;
}
