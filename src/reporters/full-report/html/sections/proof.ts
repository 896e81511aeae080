import type { ReportDocument } from '../../../../contract/report.ts';
import { figure } from '../../figures.ts';
import { lossWord, provenSentence } from '../../sentences.ts';
import { bars } from '../charts/bars.ts';
import { figureWith } from '../charts/figure-with.ts';
import { levelBadge, levelBadgeOr } from '../level-badge.ts';
import type { MakeSection } from '../section.ts';
import { table } from '../table.ts';
import { html, type Markup } from '../template.ts';

type Losses = NonNullable<ReportDocument['score']['proven']>['losses'];

/** What is claimed against what the evidence carries, and why they differ. */
export const proof: MakeSection = (document) => {
  const { proven } = document.score;
  const open = document.indicators.filter(({ unproven }) => unproven !== null);
  if (proven === null || (document.addressee && open.length === 0)) return null;
  const isRegional = document.addressee === null && proven.losses.length > 0;
  return {
    id: 'bukti',
    title: 'Diisi dibanding terbukti',
    body: html`${document.addressee ? null : html`<p>${provenSentence(document)}</p>`}
${isRegional ? lossFigure(proven.losses) : null}
${open.length > 0 ? unprovenTable(document, open) : null}`,
  };
};

function lossFigure(losses: Losses): Markup {
  return figureWith({
    drawing: bars({
      id: 'grafik-sebab',
      names: losses.map(({ reason }) => lossWord(reason)),
      series: [{ name: 'Poin', color: 'var(--lost)', values: losses.map(({ points }) => points) }],
      describe: (value) => figure(value, 4),
    }),
    title: 'Mengapa belum terbukti (poin indeks)',
    summary: `Poin indeks yang belum terbukti menurut sebab: ${losses
      .map(({ reason, points }) => `${lossWord(reason)} ${figure(points, 4)}`)
      .join('; ')}.`,
    table: table({
      caption: 'Poin belum terbukti menurut sebab',
      columns: [{ header: 'Sebab' }, { header: 'Poin', isNumber: true }, { header: 'Indikator' }],
      rows: losses.map(({ reason, points, indicators }) => [
        lossWord(reason),
        figure(points, 4),
        indicators.join(', '),
      ]),
    }),
  });
}

function unprovenTable(document: ReportDocument, open: ReportDocument['indicators']): Markup {
  return table({
    caption: 'Indikator yang tingkatnya belum terbukti',
    showsCaption: true,
    columns: [
      { header: 'No', isNumber: true },
      { header: 'Indikator' },
      { header: 'Diisi', isNumber: true },
      { header: 'Terbukti', isNumber: true },
      { header: 'Sebab' },
    ],
    rows: open.map(({ id, shortName, claimed, proven, unproven }) => [
      id,
      html`<a href="#rincian-${id}">${shortName}</a>`,
      levelBadge(claimed, document),
      levelBadgeOr(proven, document),
      unproven ? lossWord(unproven.reason) : null,
    ]),
  });
}
