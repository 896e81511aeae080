import { formatPlace } from '../../problem.ts';
import { problem } from '../../problem-kinds.ts';
import { type CitedText, cites, readCitations } from './cited-text.ts';
import { claimedAnswers } from './claimed-answers.ts';
import { describeDocument } from './describe-document.ts';
import { isShort } from './explanation-length.ts';
import { explanationUnreferenced } from './explanation-unreferenced.ts';
import type { EvidenceRule } from './rule.ts';

/** A listed document that the explanation does not name. Where it names none at all, one warning says so for all. */
export const evidenceUncited: EvidenceRule = {
  code: 'evidence-uncited',
  reason: null,
  source: 'Pedoman Menteri PANRB 3/2024: fakta menyebut data dukung yang membuktikannya',
  find: (context) => {
    const silent = new Set(
      explanationUnreferenced.find(context).map((one) => one.problem.details['indicator']),
    );
    const answers = new Map(
      claimedAnswers(context)
        .filter(({ indicator, explanation }) => !isShort(explanation) && !silent.has(indicator))
        .map((answer) => [answer.indicator, answer]),
    );
    const texts = new Map<string, CitedText>();
    return context.documents.flatMap(({ evidence }, document) => {
      const answer = answers.get(evidence.indicator);
      // Of several OPD that answer, one explanation counts; the documents of the others are explained elsewhere.
      if (answer === undefined || answer.opd !== evidence.opd) return [];
      const { indicator, explanation, analysis, explanationAt } = answer;
      const text = texts.get(indicator) ?? readCitations(`${explanation}\n${analysis ?? ''}`);
      texts.set(indicator, text);
      if (cites(text, evidence)) return [];
      const details = { ...describeDocument(evidence), place: formatPlace({ ...explanationAt, file: '' }) };
      return [{ problem: problem('evidence-uncited', evidence.at, details), document }];
    });
  },
};
