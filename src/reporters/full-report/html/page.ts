import type { ReportDocument } from '../../../contract/report.ts';
import { sealSentence } from '../seal-sentence.ts';
import { contentPolicy } from './content-policy.ts';
import { script } from './script.ts';
import { sealElement } from './seal-element.ts';
import { type MakeSection, type Section, toMarkup } from './section.ts';
import { appendix } from './sections/appendix.ts';
import { decisionsWithin } from './sections/decisions.ts';
import { details } from './sections/details.ts';
import { groups } from './sections/groups.ts';
import { indicatorTable } from './sections/indicator-table.ts';
import { leadersPage } from './sections/leaders.ts';
import { method } from './sections/method.ts';
import { opd } from './sections/opd.ts';
import { heading, opening, situation, titleOf } from './sections/opening.ts';
import { peers } from './sections/peers.ts';
import { plan } from './sections/plan.ts';
import { problems } from './sections/problems.ts';
import { proof } from './sections/proof.ts';
import { strengths } from './sections/strengths.ts';
import { trend } from './sections/trend.ts';
import { style } from './style.ts';
import { asMarkup, html, type Markup } from './template.ts';

/** Three indicators stay on the first screen. */
const room = { named: 3, notes: Number.POSITIVE_INFINITY, name: 120, sentence: 400 } as const;

const sections: readonly MakeSection[] = [
  ...[decisionsWithin(600), groups, indicatorTable, proof, opd, plan, strengths, trend, peers],
  ...[details, problems, method, appendix],
];

/**
 * The report as one file that opens without a network, and lets nothing in: everything from a workbook is text, and the
 * page's own policy forbids all but its style and its script. Same document, same bytes.
 */
export async function renderHtml(document: ReportDocument): Promise<string> {
  const isBrief = document.audience === 'pimpinan';
  const page = html`<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${asMarkup(await contentPolicy({ style, script }))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${titleOf(document)}</title>
<style>${asMarkup(style)}</style>
</head>
<body class="${document.audience}">
${isBrief ? html`<main id="isi">\n${leadersPage(document)}\n</main>` : wholePage(document)}
<footer>
<p>${sealSentence(document, 'html')}</p>
</footer>
${sealElement(document)}<script>${asMarkup(script)}</script>
</body>
</html>
`;
  return page.markup;
}

function wholePage(document: ReportDocument): Markup {
  const shown = sections.flatMap((make) => make(document) ?? []);
  return html`<a class="skip" href="#isi">Langsung ke isi</a>
<main id="isi" tabindex="-1">
${heading(document)}${opening(document, room)}${situation(document, room)}${contents(shown)}
${shown.map(toMarkup)}</main>`;
}

function contents(shown: readonly Section[]): Markup {
  return html`<nav aria-label="Daftar isi"><ul>
${shown.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`)}</ul></nav>
`;
}
