import { problem } from '../../problem-kinds.ts';
import { shorten } from './describe-document.ts';
import { factsOf } from './facts-of.ts';
import type { EvidenceRule } from './rule.ts';
import { formatUses, sameDocuments } from './same-documents.ts';

const mostNamed = 5;

/** One document that lies in the folder, and is listed, under several names. */
export const evidenceSameContent: EvidenceRule = {
  code: 'evidence-same-content',
  reason: null,
  source: 'Penilaian kami: dua nama untuk satu dokumen tampak seperti dua bukti',
  find: ({ documents }) =>
    sameDocuments(documents).flatMap((uses) => {
      const paths = [...new Set(uses.flatMap(({ document }) => factsOf(document)?.path ?? []))].toSorted();
      if (paths.length < 2) return [];
      const names = paths.slice(0, mostNamed).map((path) => `"${shorten(path)}"`);
      const [{ document, position }] = uses;
      const details = {
        indicator: document.evidence.indicator,
        names: `${names.join(', ')}${paths.length > mostNamed ? ', …' : ''}`,
        uses: formatUses(uses),
      };
      const found = problem('evidence-same-content', document.evidence.at, details);
      return [{ problem: found, document: position }];
    }),
};
