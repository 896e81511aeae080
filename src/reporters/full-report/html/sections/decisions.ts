import { cutText } from '../../cut-text.ts';
import { decisionGain, decisionSentence } from '../../sentences.ts';
import type { MakeSection } from '../section.ts';
import { html } from '../template.ts';

export const decisions: MakeSection = (document) => {
  if (document.decisions.length === 0) return null;
  return {
    id: 'keputusan',
    title: document.addressee ? 'Yang diminta' : 'Keputusan yang diperlukan',
    body: html`<ol class="decisions">
${document.decisions.map((one) => html`<li>${cutText(decisionSentence(document, one), 500)} <strong>${decisionGain(one)}.</strong></li>\n`)}</ol>`,
  };
};
