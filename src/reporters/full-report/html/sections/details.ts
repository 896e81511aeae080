import type { ReportDocument } from '../../../../contract/report.ts';
import { cutText } from '../../cut-text.ts';
import { exactFigure, figure, levelFigure } from '../../figures.ts';
import { lossWord } from '../../sentences.ts';
import { paragraphs } from '../paragraphs.ts';
import type { MakeSection } from '../section.ts';
import { type Content, html, type Markup } from '../template.ts';
import { documentList } from './document-list.ts';

type Indicator = ReportDocument['indicators'][number];

/** All there is on each indicator, folded; printed unfolded. */
export const details: MakeSection = (document) =>
  document.indicators.length === 0
    ? null
    : {
        id: 'rincian',
        title: 'Rincian setiap indikator',
        body: html`${document.indicators.map((one) => detail(document, one))}`,
      };

function detail(document: ReportDocument, one: Indicator): Markup {
  const { id, shortName, level, lost } = one;
  return html`<details class="indicator">
<summary><h3>${id} ${shortName}</h3> <span class="soft">${level === null ? 'belum bertingkat' : `tingkat ${levelFigure(level, document)}`}, hilang ${figure(lost, 4)} poin</span></summary>
<div class="indicator-body" id="rincian-${id}">
<dl>
${entry('Nama resmi', one.name)}
${entry('Bobot', `${exactFigure(one.weight)} %`)}
${entry('OPD', one.opd && cutText(one.opd.name, 120))}
${entry('Tingkat', levelsOf(document, one))}
${entry('Asal tingkat', originOf(document, one))}
${entry('Kriteria tingkat ini', one.criterion)}
${entry('Belum terbukti', unprovenOf(one))}
${entry('Kriteria tingkat berikutnya', one.nextCriterion && `${one.nextCriterion} (+${figure(one.next, 4)} poin)`)}
${entry('Bukti yang masih diminta tingkat berikutnya', list(one.nextEvidence))}
${entry('Fakta', paragraphs(one.facts))}
${entry('Analisis', paragraphs(one.analysis ?? ''))}
${entry(`Dokumen (${one.documents.length})`, documentList(one.documents))}
</dl>
</div>
</details>
`;
}

/** Nothing where there is nothing to say. */
function entry(term: string, content: Content): Markup | null {
  const isEmpty = content === null || content === '' || (Array.isArray(content) && content.length === 0);
  return isEmpty ? null : html`<div><dt>${term}</dt><dd>${content}</dd></div>`;
}

function levelsOf(
  document: ReportDocument,
  { level, claimed, proven, assessed, past, planned }: Indicator,
): string {
  const others: readonly (readonly [string, number | null])[] = [
    ['diisi', claimed === level ? null : claimed],
    ['terbukti', proven],
    ['asesor internal', assessed],
    ['sebelumnya', past],
    ['menurut rencana', planned],
  ];
  return [
    levelFigure(level, document),
    ...others.flatMap(([word, value]) => (value === null ? [] : [`${word} ${levelFigure(value, document)}`])),
  ].join('; ');
}

/** A written decision, answers that differ, or nothing: a single answer stands in the appendix. */
function originOf(document: ReportDocument, { settled }: Indicator): Content {
  if (settled === null) return null;
  const { decision, open, answers } = settled;
  if (decision !== null) {
    return `Ditetapkan tingkat ${levelFigure(decision.level, document)} oleh ${cutText(decision.by, 120)}: ${cutText(decision.reason, 400)}`;
  }
  if (answers.length < 2) return null;
  return html`${open ? html`<p>OPD menjawab berbeda dan belum ada keputusan:</p>` : null}${list(
    answers.map(
      ({ opd, level, at }) =>
        `${opd ?? 'tanpa OPD'}: ${levelFigure(level, document)} (${cutText(placeWords(at), 200)})`,
    ),
  )}`;
}

function placeWords({ file, sheet, address }: NonNullable<Indicator['at']>): string {
  return [file, sheet, address].filter((part) => part !== undefined).join(', ');
}

function unprovenOf({ unproven }: Indicator): Content {
  if (unproven === null) return null;
  return html`<p>Tingkat ${levelWord(unproven.stopsAt)}: ${lossWord(unproven.reason)}.</p>${list(unproven.missing)}`;
}

function levelWord(level: number): string {
  return String(level).replace('.', ',');
}

function list(texts: readonly string[]): Content {
  return texts.length === 0
    ? null
    : html`<ul>${texts.map((text) => html`<li>${cutText(text, 400)}</li>`)}</ul>`;
}
