import type { ReportDocument } from '../../contract/report.ts';
import { figure, regionName } from '../../reporters/full-report/figures.ts';
import type { ChartContent } from '../../workbook/charts/chart.ts';
import { wrapLabel } from '../../workbook/charts/wrap-label.ts';
import type { Piece } from '../piece.ts';
import { safeText } from '../safe-text.ts';

type Group = ReportDocument['groups'][number];

/** Fewer corners make no area. */
const fewest = 3;
const labelWidth = 26;

const lines: readonly {
  readonly name: string;
  readonly pick: (group: Group) => number | null;
}[] = [
  { name: 'Nilai', pick: ({ index }) => index },
  { name: 'Terbukti', pick: ({ proven }) => proven },
  { name: 'Rencana', pick: ({ planned }) => planned },
  { name: 'Sebelumnya', pick: ({ past }) => past },
];

/** The aspects as a radar that Word draws itself: its colours and texts can be changed there. */
export function radar(document: ReportDocument): Piece[] {
  const aspects = document.groups.filter(({ kind }) => kind === 'aspect');
  if (document.addressee || aspects.length < fewest) return [];
  const { decimals, scale } = document;
  const last = aspects.length + 1;
  const known = lines.filter(({ pick }) => aspects.every((aspect) => pick(aspect) !== null));
  const chart: ChartContent = {
    kind: 'radar',
    title: 'Nilai per aspek',
    description: `Radar nilai ${aspects.length} aspek, ${regionName(document)}: ${aspects
      .map(({ name, index }) => `${name} ${figure(index, decimals)}`)
      .join('; ')}.`,
    // A chart in a text document holds its values itself; the references are what the form asks for.
    categories: {
      ref: `Nilai!$A$2:$A$${last}`,
      values: aspects.map(({ name }) => wrapLabel(safeText(name, 120), labelWidth)),
    },
    series: known.map(({ name, pick }, index) => {
      const column = String.fromCharCode('B'.charCodeAt(0) + index);
      const values = aspects.map((aspect) => pick(aspect) ?? 0);
      return { name, ref: `Nilai!$${column}$2:$${column}$${last}`, values };
    }),
    min: Math.min(scale.min, scale.floor),
    max: scale.max,
    format: `[$-421]0.${'0'.repeat(decimals)}`,
  };
  const compared = known.map(({ name }) => name.toLowerCase()).join(', ');
  const caption = `Nilai ${aspects.length} aspek pada skala ${chart.min} sampai ${chart.max} (${compared})`;
  return [{ kind: 'chart', chart, caption }];
}
