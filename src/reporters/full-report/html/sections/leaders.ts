import type { ReportDocument } from '../../../../contract/report.ts';
import { toMarkup } from '../section.ts';
import { html, type Markup } from '../template.ts';
import { decisionsWithin } from './decisions.ts';
import { topFigure } from './groups.ts';
import { heading, opening, situation } from './opening.ts';

/** So that it stays one page of A4, whatever stands in the files. */
const room = { named: 5, notes: 1, name: 50, sentence: 230 } as const;
const longestDecision = 300;

/** The one page: where we stand, what holds us down, what to decide, what it brings. */
export function leadersPage(document: ReportDocument): Markup {
  const decide = decisionsWithin(longestDecision)(document);
  return html`${heading(document)}${opening(document, room)}${situation(document, room)}
${decide && toMarkup(decide)}
${topFigure(document, ['index', 'planned'])}`;
}
