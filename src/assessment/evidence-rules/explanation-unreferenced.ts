import { problem } from '../../problem-kinds.ts';
import { groupBy } from '../group-by.ts';
import { cites, readCitations } from './cited-text.ts';
import { claimedAnswers } from './claimed-answers.ts';
import { isShort } from './explanation-length.ts';
import type { EvidenceRule } from './rule.ts';

/**
 * Ways in which people point at a document: `Nomor 12`, `12 Tahun 2024`, `188.45/12/HK`, `Pasal 4`, `hlm. 3`, `Bab II`,
 * `lampiran 1`, a file, a link. A year alone is none.
 */
const references = [
  /\b(?:nomor|no|pasal|ayat|halaman|hlm|hal|bab|butir|lampiran|slide|lembar)\b[.:\s]{0,3}(?:\d|[ivx]+\b)/i,
  /\d\s{0,3}tahun\s{0,3}(?:19|20)\d\d/i,
  /\d\s?\/\s?[\da-z]/i,
  /\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|zip)\b/i,
  /https?:\/\//i,
];

/** Fakta that points at no document. What is blank or too short is another rule's. */
export const explanationUnreferenced: EvidenceRule = {
  code: 'explanation-unreferenced',
  reason: null,
  source: 'Pedoman Menteri PANRB 3/2024: fakta menyebut data dukung yang membuktikannya',
  find: (context) => {
    const documents = groupBy(context.documents, ({ evidence }) => evidence.indicator);
    return claimedAnswers(context).flatMap(({ indicator, level, explanation, explanationAt }) => {
      if (isShort(explanation) || references.some((one) => one.test(explanation))) return [];
      const text = readCitations(explanation);
      if ((documents.get(indicator) ?? []).some(({ evidence }) => cites(text, evidence))) return [];
      const found = problem('explanation-unreferenced', explanationAt, { indicator, level });
      return [{ problem: found, document: null }];
    });
  },
};
