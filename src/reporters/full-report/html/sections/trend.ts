import { figure } from '../../figures.ts';
import { figureWith } from '../charts/figure-with.ts';
import { trendLines } from '../charts/trend-lines.ts';
import type { MakeSection } from '../section.ts';
import { table } from '../table.ts';
import { html } from '../template.ts';

/** The index over the years. */
export const trend: MakeSection = (document) => {
  const found = document.trend;
  if (found === null || found.segments.length === 0) return null;
  const points = found.segments.flatMap(({ instrument, points }) =>
    points.map((point) => ({ ...point, instrument })),
  );
  return {
    id: 'perkembangan',
    title: 'Perkembangan',
    body: html`${found.statements.map((text) => html`<p>${text}</p>\n`)}
${figureWith({
  drawing: trendLines(found, document),
  title: 'Indeks menurut tahun',
  summary: `${points.map(({ year, index }) => `${year}: ${figure(index, document.decimals)}`).join('; ')}. Hasil dengan instrumen atau cara menilai yang berbeda tidak disambung garis.`,
  table: table({
    caption: 'Indeks menurut tahun',
    columns: [
      { header: 'Tahun' },
      { header: 'Indeks', isNumber: true },
      { header: 'Predikat' },
      { header: 'Jenis hasil' },
      { header: 'Instrumen' },
      { header: 'Sumber' },
    ],
    rows: points.map(({ year, index, predicate, kind, instrument, source }) => [
      year,
      figure(index, document.decimals),
      predicate ?? '–',
      kind,
      instrument,
      source,
    ]),
  }),
})}`,
  };
};
