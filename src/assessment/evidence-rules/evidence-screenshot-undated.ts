import { problem } from '../../problem-kinds.ts';
import type { Evidence } from '../answers.ts';
import { describeDocument } from './describe-document.ts';
import { documentRule } from './document-rule.ts';
import { factsOf } from './facts-of.ts';
import { kindOf } from './kind-of.ts';

/** A picture of an application that shows neither in its text nor in its row where and when it was taken. */
export const evidenceScreenshotUndated = documentRule(
  {
    code: 'evidence-screenshot-undated',
    reason: null,
    source:
      'Our own judgement after the refusals of the packs: assessors want address and date on every screenshot.',
  },
  (document) => {
    const facts = factsOf(document);
    const { evidence } = document;
    const kind = kindOf(evidence);
    const isPicture = kind === 'screenshot' || (kind === 'application' && facts?.type === 'image');
    if (facts?.state !== 'good' || facts.type === 'video' || !isPicture) return null;
    const lacking = [
      ...(facts.signs.url || namesAddress(evidence) ? [] : ['alamat (URL)']),
      ...(facts.dates.length > 0 || /\d/.test(evidence.date) ? [] : ['tanggal']),
    ];
    if (lacking.length === 0) return null;
    const details = { ...describeDocument(evidence), lacking: lacking.join(' dan ') };
    return problem('evidence-screenshot-undated', evidence.at, details);
  },
);

function namesAddress({ title, number, page }: Evidence): boolean {
  return [title, number, page].some((text) =>
    /https?:\/\/|\bwww\.|\b[\w-]+\.(go|co|or|ac)?\.?id\b/i.test(text),
  );
}
