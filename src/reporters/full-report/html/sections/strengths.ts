import type { ReportDocument } from '../../../../contract/report.ts';
import { figure, levelFigure } from '../../figures.ts';
import type { MakeSection } from '../section.ts';
import { html, type Markup } from '../template.ts';

/** What each aspect has achieved, and what holds it down. */
export const strengths: MakeSection = (document) => {
  const aspects = document.groups.filter(
    ({ kind, strong, weak }) => kind === 'aspect' && strong.length + weak.length > 0,
  );
  if (aspects.length === 0) return null;
  return {
    id: 'kekuatan',
    title: 'Kekuatan dan kelemahan',
    body: html`<div class="aspects">
${aspects.map(
  (aspect) => html`<div class="aspect-card">
<h3>${aspect.name}${document.addressee ? null : ` · ${figure(aspect.index, document.decimals)}`}</h3>
${named(document, 'Kuat (tingkat 4 ke atas)', aspect.strong)}
${named(document, 'Lemah (tingkat 2 ke bawah)', aspect.weak)}
</div>
`,
)}</div>`,
  };
};

function named(document: ReportDocument, title: string, ids: readonly string[]): Markup | null {
  if (ids.length === 0) return null;
  return html`<h4>${title}</h4>
<ul>
${ids
  .flatMap((id) => document.indicators.filter((one) => one.id === id))
  .map(
    ({ id, shortName, level }) =>
      html`<li><a href="#rincian-${id}">${id} ${shortName}</a>: ${levelFigure(level, document)}</li>\n`,
  )}</ul>`;
}
