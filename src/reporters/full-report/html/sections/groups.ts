import type { ReportDocument } from '../../../../contract/report.ts';
import { figure, figureOr } from '../../figures.ts';
import { knownGroupValues } from '../../group-values.ts';
import { aspectRadar } from '../charts/aspect-radar.ts';
import { bars } from '../charts/bars.ts';
import { figureWith } from '../charts/figure-with.ts';
import type { MakeSection } from '../section.ts';
import { table } from '../table.ts';
import { html, type Markup } from '../template.ts';

type Group = ReportDocument['groups'][number];

/** Fewer corners than this are no radar. */
const fewestCorners = 3;

const colours = {
  index: 'var(--now)',
  proven: 'var(--proven)',
  past: 'var(--past)',
  planned: 'var(--plan)',
  peers: 'var(--peers)',
} as const;

/** Domains and aspects: two charts and all figures; for an OPD only the figures, as the values are the region's. */
export const groups: MakeSection = (document) => {
  if (document.groups.length === 0) return null;
  return {
    id: 'aspek',
    title: 'Domain dan aspek',
    body: html`${document.addressee ? html`<p class="soft">Nilai di bawah ini milik daerah seluruhnya.</p>` : charts(document)}
${groupTable(document, document.groups, 'Nilai domain dan aspek')}`,
  };
};

function charts(document: ReportDocument): Markup {
  const aspects = document.groups.filter(({ kind }) => kind === 'aspect');
  const hasDomains = document.groups.some(({ kind }) => kind === 'domain');
  return html`<div class="charts">
${aspects.length >= fewestCorners ? aspectFigure(document, aspects) : null}
${hasDomains ? topFigure(document) : null}
</div>`;
}

function aspectFigure(document: ReportDocument, aspects: readonly Group[]): Markup {
  return figureWith({
    drawing: aspectRadar(document),
    title: 'Nilai aspek',
    summary: `Jaring laba-laba nilai ${aspects.length} aspek. ${extremes(document, aspects)}`,
    table: groupTable(document, aspects, 'Angka di balik grafik nilai aspek'),
  });
}

/**
 * The chart of domains, or of aspects where an instrument has no domains; leaders see only where we stand and what the
 * plan brings.
 */
export function topFigure(
  document: ReportDocument,
  wanted: readonly (keyof typeof colours)[] = ['index', 'proven', 'past', 'planned', 'peers'],
): Markup {
  const { scale, decimals } = document;
  const top = document.groups.filter(({ parent }) => parent === null);
  const word = top.some(({ kind }) => kind === 'domain') ? 'domain' : 'aspek';
  const known = knownGroupValues({ groups: top }).filter(({ key }) => wanted.includes(key));
  return figureWith({
    drawing: bars({
      id: 'grafik-domain',
      names: top.map(({ name }) => name),
      series: known.map(({ key, header }) => ({
        name: header,
        color: colours[key],
        values: top.map((group) => group[key]),
      })),
      to: scale.max,
      describe: (value) => figure(value, decimals),
    }),
    title: `Nilai ${word}`,
    summary: `Batang nilai ${top.length} ${word}. ${extremes(document, top)}`,
    table: groupTable(document, top, `Angka di balik grafik nilai ${word}`),
  });
}

function extremes({ decimals }: ReportDocument, groups: readonly Group[]): string {
  const sorted = groups.toSorted((a, b) => a.index - b.index);
  const say = (some: readonly Group[]) =>
    some.map(({ name, index }) => `${name} ${figure(index, decimals)}`).join('');
  return `Terendah ${say(sorted.slice(0, 1))}; tertinggi ${say(sorted.slice(-1))}.`;
}

function groupTable({ decimals }: ReportDocument, groups: readonly Group[], caption: string): Markup {
  const known = knownGroupValues({ groups });
  return table({
    caption,
    columns: [
      { header: 'Domain / aspek' },
      { header: 'Bobot', isNumber: true },
      ...known.map(({ header }) => ({ header, isNumber: true })),
      { header: 'Poin hilang', isNumber: true },
    ],
    rows: groups.map((group) => [
      html`<span class="${group.kind}">${group.name}</span>`,
      group.weight.replace('.', ','),
      ...known.map(({ key }) => figureOr(group[key], decimals)),
      figure(group.lost, 4),
    ]),
  });
}
