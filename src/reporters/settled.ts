import type { z } from 'zod';
import type { Settlement } from '../assessment/settle.ts';
import type { settled } from '../contract/settled.ts';

/** How a level came about, for json; null where no file holds the indicator. */
export function settledOf(settlement: Settlement | undefined): z.infer<typeof settled> | null {
  if (settlement === undefined) return null;
  const { basis, lead, isOpen, decision, candidates } = settlement;
  return {
    basis,
    lead,
    open: isOpen,
    decision: decision && {
      level: decision.level,
      reason: decision.reason,
      by: decision.by,
      date: decision.date,
    },
    answers: candidates.map(({ opd, level, at }) => ({ opd, level, at: { ...at } })),
  };
}
