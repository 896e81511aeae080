import type { Problem } from '../../problem.ts';
import type { EvidenceContext, EvidenceRule, ListedDocument } from './rule.ts';

/** What a rule says of one document: nothing, a problem, or several. */
export type Judge = (
  document: ListedDocument,
  context: EvidenceContext,
) => Problem | readonly Problem[] | null;

/** A rule that looks at each document by itself. */
export function documentRule(about: Omit<EvidenceRule, 'find'>, judge: Judge): EvidenceRule {
  return {
    ...about,
    find: (context) =>
      context.documents.flatMap((one, document) =>
        [judge(one, context) ?? []].flat().map((problem) => ({ problem, document })),
      ),
  };
}
