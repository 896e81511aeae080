import { problem } from '../../problem-kinds.ts';
import { claimedAnswers } from './claimed-answers.ts';
import { countWords, isShort } from './explanation-length.ts';
import type { EvidenceRule } from './rule.ts';

/** Fakta or Analisis that cannot say anything. What is blank is another rule's. */
export const explanationShort: EvidenceRule = {
  code: 'explanation-short',
  reason: null,
  source: 'PermenPANRB 59/2020, hlm. 85–86 meminta fakta dan analisis; batas panjangnya penilaian kami',
  find: (context) =>
    claimedAnswers(context).flatMap(
      ({ indicator, level, explanation, explanationAt, analysis, analysisAt }) => {
        const parts = [
          { part: 'Fakta' as const, text: explanation, at: explanationAt },
          { part: 'Analisis' as const, text: analysis ?? '', at: analysisAt },
        ];
        return parts.flatMap(({ part, text, at }) => {
          if (text === '' || !isShort(text)) return [];
          const details = { indicator, part, level, words: countWords(text) };
          return [{ problem: problem('explanation-short', at, details), document: null }];
        });
      },
    ),
};
