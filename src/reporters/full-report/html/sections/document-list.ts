import type { ReportDocument } from '../../../../contract/report.ts';
import { formatPlace } from '../../../../problem.ts';
import { documentStatusWords } from '../../../document-status-words.ts';
import { cutText } from '../../cut-text.ts';
import { dayOf } from '../../figures.ts';
import { html, type Markup } from '../template.ts';

type Documents = ReportDocument['indicators'][number]['documents'];

const longest = 200;
const longestMessage = 500;

/** The documents listed for an indicator; where they lie is text and never a link. */
export function documentList(documents: Documents): Markup | null {
  if (documents.length === 0) return null;
  return html`<ul class="documents">
${documents.map(({ title, number, date, location, level, status, problems, at }) => {
  const particulars = [
    number && `nomor ${cutText(number, longest)}`,
    dateWords(date),
    level === null ? '' : `tingkat ${String(level).replace('.', ',')}`,
    cutText(location, longest),
  ].filter((part) => part !== '');
  return html`<li><strong>${cutText(title, longest) || '(tanpa judul)'}</strong> <span class="status ${status}">${documentStatusWords[status]}</span>
<p class="soft">${particulars.join(' · ')}</p>
${problems.map((message) => html`<p>${cutText(message, longestMessage)}</p>`)}
<p class="soft">${cutText(formatPlace(at), longest)}</p></li>
`;
})}</ul>`;
}

function dateWords(date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? dayOf(date) : cutText(date, longest);
}
