import type { ReportDocument } from '../../../../contract/report.ts';
import { cutText } from '../../cut-text.ts';
import { figure } from '../../figures.ts';
import { bars } from '../charts/bars.ts';
import { figureWith } from '../charts/figure-with.ts';
import type { MakeSection } from '../section.ts';
import { table } from '../table.ts';
import { html, type Markup } from '../template.ts';

type Opd = ReportDocument['opd'];

/** More bars than this say less than the table. */
const mostDrawn = 12;
const longestName = 120;

/** What each OPD can still win. */
export const opd: MakeSection = (document) => {
  if (document.addressee || document.opd.length === 0) return null;
  const { unheld } = document.standing;
  return {
    id: 'opd',
    title: 'OPD menurut poin yang masih dapat diraih',
    body: html`${document.opd.length > 1 ? opdFigure(document.opd) : opdTable(document.opd)}
${unheld.indicators.length > 0 ? html`<p class="caution">Belum ada OPD pengampu untuk ${unheld.indicators.length} indikator (${unheld.indicators.join(', ')}): ${figure(unheld.pointsToWin, 4)} poin.</p>` : null}`,
  };
};

function opdFigure(all: Opd): Markup {
  const drawn = all.slice(0, mostDrawn);
  const title =
    drawn.length < all.length
      ? `Poin menurut OPD (${drawn.length} teratas dari ${all.length})`
      : 'Poin menurut OPD';
  return figureWith({
    drawing: bars({
      id: 'grafik-opd',
      names: drawn.map(({ name }) => name),
      series: [{ name: 'Poin', color: 'var(--lost)', values: drawn.map(({ pointsToWin }) => pointsToWin) }],
      describe: (value) => figure(value, 4),
    }),
    title,
    summary: `Batang poin yang masih dapat diraih; terbanyak ${drawn.slice(0, 1).map(sayPoints).join('')}.`,
    table: opdTable(all),
  });
}

function sayPoints({ name, pointsToWin }: Opd[number]): string {
  return `${cutText(name, longestName)}, ${figure(pointsToWin, 4)} poin`;
}

function opdTable(all: Opd): Markup {
  return table({
    caption: 'OPD menurut poin yang masih dapat diraih',
    columns: [
      { header: 'OPD' },
      { header: 'Indikator', isNumber: true },
      { header: 'Terisi', isNumber: true },
      { header: 'Berbukti', isNumber: true },
      { header: 'Masalah', isNumber: true },
      { header: 'Poin', isNumber: true },
    ],
    rows: all.map(({ name, present, assigned, filled, evidenced, problems, pointsToWin }) => [
      `${cutText(name, longestName)}${present ? '' : ' (berkas belum ada)'}`,
      assigned,
      filled,
      evidenced,
      problems.error + problems.warning,
      figure(pointsToWin, 4),
    ]),
  });
}
