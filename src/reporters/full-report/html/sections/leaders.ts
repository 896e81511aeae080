import type { ReportDocument } from '../../../../contract/report.ts';
import { toMarkup } from '../section.ts';
import { html, type Markup } from '../template.ts';
import { decisions } from './decisions.ts';
import { domainFigure } from './groups.ts';
import { heading, opening, situation } from './opening.ts';

const mostNamed = 5;
/** The first ones say most: the instrument’s own, then those of the files, then of the figures. */
const mostCautions = 4;

/** The one page: where we stand, what holds us down, what to decide, what it brings. */
export function leadersPage(document: ReportDocument): Markup {
  const decide = decisions(document);
  return html`${heading(document)}${opening(document, mostNamed)}${situation(document, mostCautions)}
${decide && toMarkup(decide)}
${domainFigure(
  document,
  document.groups.filter(({ kind }) => kind === 'domain'),
)}`;
}
