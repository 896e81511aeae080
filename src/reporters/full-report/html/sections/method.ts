import { methodSentences } from '../../sentences.ts';
import type { MakeSection } from '../section.ts';
import { html } from '../template.ts';

/** How the figures come about, and where the rules stand. */
export const method: MakeSection = (document) => ({
  id: 'metode',
  title: 'Cara menghitung dan sumber',
  body: html`<ul>
${methodSentences(document).map((text) => html`<li>${text}</li>\n`)}</ul>
<h3>Sumber</h3>
<ul>
${document.sources.map(({ title, note }) => html`<li>${title}. ${note}</li>\n`)}</ul>`,
});
