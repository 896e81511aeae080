import { Fraction } from 'fraction.js';
import type { ReportDocument } from '../../../../contract/report.ts';
import { cutText } from '../../cut-text.ts';
import { exactFigure, figure } from '../../figures.ts';
import { levelBadge, levelBadgeOr } from '../level-badge.ts';
import type { MakeSection } from '../section.ts';
import { scrollBox } from '../table.ts';
import { type Content, html, type Markup } from '../template.ts';
import { filterBar } from './filter-bar.ts';

type Indicator = ReportDocument['indicators'][number];

interface HeatColumn {
  readonly header: string;
  readonly isNumber: boolean;
  /** What it is sorted by; the row's place for the first column, whose ids are not all numbers. */
  readonly sort: (one: Indicator, place: number) => number | string | null;
  readonly cell: (one: Indicator) => Content;
}

/** Every indicator with a shade by its level, to be searched, filtered and sorted where scripts run. */
export const indicatorTable: MakeSection = (document) => {
  const { indicators } = document;
  if (indicators.length === 0) return null;
  const columns = columnsOf(document);
  return {
    id: 'indikator',
    title: document.addressee ? 'Indikator OPD ini' : 'Semua indikator',
    body: html`${filterBar(document)}
${scrollBox(
  'Tabel indikator',
  html`<table id="tabel-indikator" class="heat">
<caption class="unseen">Tingkat setiap indikator dan poin indeks yang hilang karenanya</caption>
<thead><tr>${columns.map(headerCell)}</tr></thead>
<tbody>
${indicators.map((one, place) => bodyRow(one, place, columns))}</tbody>
</table>`,
)}`,
  };
};

function headerCell({ header, isNumber }: HeatColumn, index: number): Markup {
  return html`<th scope="col"${isNumber ? html` class="number"` : null}${index === 0 ? html` aria-sort="ascending"` : null}><button type="button" data-kind="${isNumber ? 'number' : 'text'}" disabled>${header}</button></th>`;
}

function bodyRow(one: Indicator, place: number, columns: readonly HeatColumn[]): Markup {
  return html`<tr data-aspect="${one.group}" data-opd="${one.opd?.code ?? ''}">${columns.map(
    ({ isNumber, sort, cell }, index) => {
      const value = sort(one, place);
      const attributes = html`${isNumber ? html` class="number"` : null} data-value="${value === null ? '' : String(value)}"`;
      return index === 0
        ? html`<th scope="row"${attributes}>${cell(one)}</th>`
        : html`<td${attributes}>${cell(one)}</td>`;
    },
  )}</tr>
`;
}

/** Only what is known of at least one indicator; what a telephone shows without scrolling comes first. */
function columnsOf(document: ReportDocument): HeatColumn[] {
  const { indicators, groups } = document;
  const aspectOf = (one: Indicator) =>
    cutText(groups.find(({ id }) => id === one.group)?.name ?? one.group, 120);
  const level = (
    header: string,
    pick: (one: Indicator) => number | null,
    badge = levelBadgeOr,
  ): HeatColumn => ({
    header,
    isNumber: true,
    sort: pick,
    cell: (one) => badge(pick(one), document),
  });
  const points = (header: string, pick: (one: Indicator) => number): HeatColumn => ({
    header,
    isNumber: true,
    sort: pick,
    cell: (one) => figure(pick(one), 4),
  });
  const text = (
    header: string,
    pick: (one: Indicator) => string,
    cell: HeatColumn['cell'] = pick,
  ): HeatColumn => ({
    header,
    isNumber: false,
    sort: (one) => cutText(pick(one), 60),
    cell,
  });
  const known = (pick: (one: Indicator) => number | null) => indicators.some((one) => pick(one) !== null);
  const claimsDiffer = indicators.some((one) => one.claimed !== one.level);
  return [
    { header: 'No', isNumber: true, sort: (_, place) => place, cell: ({ id }) => id },
    text(
      'Indikator',
      ({ shortName }) => shortName,
      (one) => html`<a href="#rincian-${one.id}">${one.shortName}</a>`,
    ),
    level('Tingkat', (one) => one.level, levelBadge),
    ...(claimsDiffer ? [level('Diisi', ({ claimed }) => claimed, levelBadge)] : []),
    ...(known(({ proven }) => proven) ? [level('Terbukti', ({ proven }) => proven)] : []),
    ...(known(({ assessed }) => assessed) ? [level('Asesor', ({ assessed }) => assessed)] : []),
    ...(known(({ past }) => past) ? [level('Sebelumnya', ({ past }) => past)] : []),
    ...(known(({ planned }) => planned) ? [level('Rencana', ({ planned }) => planned)] : []),
    points('Poin hilang', ({ lost }) => lost),
    points('Naik 1', ({ next }) => next),
    {
      header: 'Bobot',
      isNumber: true,
      sort: ({ weight }) => new Fraction(weight).valueOf(),
      cell: ({ weight }) => exactFigure(weight),
    },
    text('Aspek', aspectOf),
    ...(indicators.some(({ opd }) => opd !== null && opd.code !== document.addressee?.code)
      ? [text('OPD', ({ opd }) => cutText(opd?.name ?? '', 120))]
      : []),
  ];
}
