import { cutText } from '../../cut-text.ts';
import { decisionGain, decisionSentence } from '../../sentences.ts';
import type { MakeSection } from '../section.ts';
import { html } from '../template.ts';

/** @param longest sentence, in characters */
export const decisionsWithin =
  (longest: number): MakeSection =>
  (document) => {
    if (document.decisions.length === 0) return null;
    return {
      id: 'keputusan',
      title: document.addressee ? 'Yang diminta' : 'Keputusan yang diperlukan',
      body: html`<ol class="decisions">
${document.decisions.map((one) => html`<li>${cutText(decisionSentence(document, one), longest)} <strong>${decisionGain(one)}.</strong></li>\n`)}</ol>`,
    };
  };
