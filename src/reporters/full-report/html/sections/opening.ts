import type { ReportDocument } from '../../../../contract/report.ts';
import { cutText } from '../../cut-text.ts';
import { dayOf, figure, levelFigure, regionName } from '../../figures.ts';
import {
  basisWords,
  cautionSentences,
  dearest,
  pastSentence,
  peersSentence,
  planSentence,
  provenSentence,
} from '../../sentences.ts';
import { html, type Markup } from '../template.ts';

/** Names come from files, and sentences hold names: none of them may fill a page. */
const longestTitle = 120;

/** Whose result, of which year and day, by which rules. */
export function titleOf(document: ReportDocument): string {
  const { addressee, year } = document;
  return ['Laporan SPBE', addressee?.name, regionName(document), year]
    .filter((part) => part !== undefined && part !== null)
    .map((part) => cutText(String(part), longestTitle))
    .join(' · ');
}

export function heading(document: ReportDocument): Markup {
  return html`<header class="title">
<h1>${titleOf(document)}</h1>
<p>${cutText(document.instrumentName, longestTitle)} · ${basisWords(document)} · ${dayOf(document.date)}</p>
</header>
`;
}

/** How much the page has room for. */
export interface Room {
  /** How many of the indicators that cost most. */
  readonly named: number;
  /** How many of the notes that files make on themselves. */
  readonly notes: number;
  /** Longest name and longest sentence, in characters. */
  readonly name: number;
  readonly sentence: number;
}

/** Where we stand and what costs most: all that must be seen first. */
export function opening(document: ReportDocument, room: Room): Markup {
  const { score, decimals, indexName } = document;
  return html`<div class="opening">
<section class="index" aria-labelledby="indeks-judul">
<h2 id="indeks-judul">${indexName}</h2>
<p class="figure" data-index="${score.indexExact}">${figure(score.index, decimals)}</p>
<p class="verdict">${score.predicate}</p>
${bandList(document)}
</section>
${costly(document, room)}
</div>
`;
}

/** What keeps the index from being taken as it stands, and how it compares. */
export function situation(document: ReportDocument, { notes, sentence }: Room): Markup {
  const { notes: all } = document;
  const cautions = cautionSentences({ ...document, notes: all.slice(0, notes) });
  const sentences = [provenSentence, pastSentence, peersSentence, planSentence].flatMap(
    (describe) => describe(document) ?? [],
  );
  return html`<div class="situation">
${cautions.map((text) => html`<p class="caution">${cutText(text, sentence)}</p>\n`)}
${sentences.map((text) => html`<p>${cutText(text, sentence)}</p>\n`)}</div>
`;
}

function bandList({ bands, score, decimals }: ReportDocument): Markup {
  return html`<ol class="bands" aria-label="Batas predikat">
${bands.map(({ name, from }) => {
  const isOurs = name === score.predicate;
  return html`<li${isOurs ? html` class="ours" aria-current="true"` : null}>${cutText(name, 24)} <span>${figure(Number(from), Math.min(decimals, 1))}</span></li>\n`;
})}</ol>`;
}

function costly(document: ReportDocument, { named, name: longest }: Room): Markup | null {
  const rows = dearest(document, named);
  if (rows.length === 0) return null;
  return html`<section class="costly" aria-labelledby="menahan-judul">
<h2 id="menahan-judul">Yang paling menahan indeks</h2>
<ol>
${rows.map(
  ({ id, shortName, level, lost, next, opd }) => html`<li>
<p><strong>${id} ${cutText(shortName, longest)}</strong></p>
<p>${levelWords(document, level)} · <span class="lost">hilang ${figure(lost, 4)} poin</span> · naik satu tingkat +${figure(next, 4)}${opd ? ` · ${cutText(opd.name, longest)}` : null}</p>
</li>
`,
)}</ol>
${equals(document, rows)}
</section>`;
}

function levelWords(document: ReportDocument, level: number | null): string {
  const { floor, max } = document.scale;
  return level === null
    ? `Belum bertingkat, dihitung ${floor}`
    : `Tingkat ${levelFigure(level, document)} dari ${max}`;
}

/** Where the next ones cost the same as the last one that is named, the choice was only by number. */
function equals(
  { indicators }: ReportDocument,
  rows: readonly ReportDocument['indicators'][number][],
): Markup | null {
  const last = rows.at(-1);
  const same = indicators.filter((one) => one.lostExact === last?.lostExact && !rows.includes(one));
  if (last === undefined || same.length === 0) return null;
  const ids = same.map(({ id }) => id).join(', ');
  return html`<p class="soft">Sama besar dengan ${last.id}: indikator ${ids}.</p>`;
}
