import type { ReportDocument } from '../../../contract/report.ts';
import { escapeUnseen } from '../../clean.ts';
import { asMarkup, html, type Markup } from './template.ts';

/** What `spbe verify` reads: the sealed record as JSON, in which no `<` can end the element. */
export function sealElement({ seal }: Pick<ReportDocument, 'seal'>): Markup | null {
  if (seal === null) return null;
  const json = escapeUnseen(JSON.stringify(seal)).replaceAll('<', '\\u003c');
  return html`<script type="application/json" id="spbe-seal">${asMarkup(json)}</script>
`;
}
