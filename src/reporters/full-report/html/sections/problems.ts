import type { ReportDocument } from '../../../../contract/report.ts';
import { formatPlace, type Problem } from '../../../../problem.ts';
import { fullMessage, severityWord, summarizeProblems } from '../../../problems.ts';
import { cutText } from '../../cut-text.ts';
import type { MakeSection } from '../section.ts';
import { table } from '../table.ts';
import { html } from '../template.ts';

/** A page with more rows than this is slow to open; the rest is a command away. */
const mostShown = 300;

export const problems: MakeSection = (document) => {
  const all = document.problems as Problem[];
  if (all.length === 0) return null;
  const shown = gravest(document).slice(0, mostShown);
  return {
    id: 'masalah',
    title: 'Masalah pada berkas',
    body: html`<p>${summarizeProblems(all)}.${all.length > shown.length ? ` Di sini ${shown.length} yang terberat; semuanya: spbe check.` : null}</p>
${table({
  caption: 'Masalah, tempatnya, dan perbaikannya',
  columns: [{ header: 'Jenis' }, { header: 'Masalah dan perbaikan' }, { header: 'Tempat' }],
  rows: shown.map((one) => [
    severityWord(one),
    cutText(fullMessage(one), 600),
    html`<span class="place">${cutText(formatPlace(one.at), 200)}</span>`,
  ]),
})}`,
  };
};

/** In the order of the files, the grave ones first. */
function gravest({ problems }: ReportDocument): Problem[] {
  const order = ['error', 'warning', 'info'];
  return (problems as Problem[]).toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
