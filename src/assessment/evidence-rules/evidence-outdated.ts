import type { EvidenceItem, EvidenceKind } from '../../instrument/criteria-schema.ts';
import { admits } from '../../instrument/document-kinds.ts';
import { problem } from '../../problem-kinds.ts';
import { askedItems } from './asked-items.ts';
import { dayOf } from './day-of.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { kindOf } from './kind-of.ts';
import { referenceDay } from './reference-day.ts';

/** A document that is as old as the limit of the items it is listed for, or older. */
export const evidenceOutdated = documentRule(
  {
    code: 'evidence-outdated',
    reason: 'outdated',
    source:
      'Pedoman Menteri PANRB 3/2024: reviews and audits are younger than 2 years; the limit of each item stands in the pack.',
  },
  ({ evidence }, context) => {
    const day = dayOf(evidence);
    const years = limitOf(kindOf(evidence), askedItems(evidence, context));
    if (day === null || years === null) return null;
    const reference = referenceDay(context);
    if (day > yearsBefore(reference, years)) return null;
    return problem('evidence-outdated', evidence.cells.date, {
      ...describeDocument(evidence),
      found: day,
      years,
      reference,
    });
  },
);

/**
 * Years that a document of this kind may be old; null = any age. A document of another kind than an item's is held to its
 * limit only if it can serve no item that has none.
 */
function limitOf(kind: EvidenceKind | null, items: readonly EvidenceItem[]): number | null {
  if (kind === null) return null;
  const same = items.filter((item) => item.kind === kind && item.maxAgeYears !== undefined);
  const fitting = same.length > 0 ? same : items.filter((item) => admits(item.kind, kind));
  const limits = fitting.map(({ maxAgeYears }) => maxAgeYears ?? Number.POSITIVE_INFINITY);
  const years = Math.max(...limits);
  return Number.isFinite(years) ? years : null;
}

function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
}
