import type { EvidenceItem } from '../../instrument/criteria-schema.ts';
import type { Evidence } from '../answers.ts';
import type { EvidenceContext } from './rule.ts';

/** The level a document is listed for: its own, or else the claimed one; null if there is neither. */
export function levelOf({ indicator, level }: Evidence, { assessment }: EvidenceContext): number | null {
  return level ?? assessment.answers.get(indicator)?.level ?? null;
}

/** The items of evidence asked for at the level of a document; a level between two is that of the lower one. */
export function askedItems(evidence: Evidence, context: EvidenceContext): readonly EvidenceItem[] {
  const level = levelOf(evidence, context);
  if (level === null) return [];
  const { levels = [] } = context.criteria.byIndicator.get(evidence.indicator) ?? {};
  return levels.find((one) => one.level === Math.floor(level))?.evidence ?? [];
}

/** Whether a draft will not do: above level 1, where no item asks for one. */
export function asksLegalised(evidence: Evidence, context: EvidenceContext): boolean {
  const level = levelOf(evidence, context);
  if (level === null || level < 2) return false;
  return askedItems(evidence, context).every(({ kind }) => kind !== 'draft');
}
