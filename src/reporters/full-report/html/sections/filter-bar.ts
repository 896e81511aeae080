import type { ReportDocument } from '../../../../contract/report.ts';
import { cutText } from '../../cut-text.ts';
import { html, type Markup } from '../template.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Hidden until the script runs: without it the table simply shows all. */
export function filterBar({ indicators, groups, opd }: ReportDocument): Markup {
  const aspects = groups.filter(({ id }) => indicators.some(({ group }) => group === id));
  const held = opd
    .filter(({ code }) => indicators.some((one) => one.opd?.code === code))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ code, name }) => ({ id: code, name }));
  return html`<div class="filter" id="saring" role="search" aria-label="Saring indikator" hidden>
<p><label for="saring-cari">Cari indikator</label><input type="search" id="saring-cari" autocomplete="off"></p>
${choose('saring-aspek', 'Aspek', aspects)}
${choose('saring-opd', 'OPD', held)}
<p id="saring-jumlah" role="status" aria-live="polite"></p>
</div>`;
}

function choose(id: string, label: string, choices: readonly Choice[]): Markup | null {
  if (choices.length < 2) return null;
  return html`<p><label for="${id}">${label}</label><select id="${id}"><option value="">Semua</option>
${choices.map((one) => html`<option value="${one.id}">${cutText(one.name, 80)}</option>\n`)}</select></p>`;
}
