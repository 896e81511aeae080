import type { EvidenceKind } from '../../instrument/criteria-schema.ts';
import { parseDocumentKind } from '../../instrument/document-kinds.ts';
import type { Evidence } from '../answers.ts';

/** Kind of a document as its row says; null if it says none. */
export function kindOf({ kind }: Evidence): EvidenceKind | null {
  return parseDocumentKind(kind);
}

/** Papers that somebody establishes, as against pictures, systems and data. Our own judgement. */
export const formalKinds: ReadonlySet<EvidenceKind | null> = new Set([
  'policy',
  'decree',
  'plan',
  'budget',
  'guideline',
  'document',
  'minutes',
  'agreement',
  'review-report',
  'audit-report',
  'certificate',
]);

/** Papers that carry a number and a date by the rules of official writing. */
export const numberedKinds: ReadonlySet<EvidenceKind | null> = new Set([
  'policy',
  'decree',
  'guideline',
  'agreement',
]);
