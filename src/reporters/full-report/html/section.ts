import type { ReportDocument } from '../../../contract/report.ts';
import { html, type Markup } from './template.ts';

/** A part of the page with its heading; the list of contents links to its id. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

/** null where the document has nothing to show. */
export type MakeSection = (document: ReportDocument) => Section | null;

export function toMarkup({ id, title, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-judul">
<h2 id="${id}-judul">${title}</h2>
${body}
</section>
`;
}
