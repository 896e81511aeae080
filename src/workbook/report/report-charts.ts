import type { ReportDocument } from '../../contract/report.ts';
import { dearestLosses, lossWord } from '../../reporters/full-report/sentences.ts';
import type { Chart, Corner, Series } from '../charts/chart.ts';
import { wrapLabel } from '../charts/wrap-label.ts';
import { type Group, groupRange, groupsOf, groupValues } from './group-sheet.ts';
import { decimalFormat, points } from './report-sheet.ts';

interface Area {
  readonly sheet: string;
  readonly from: Corner;
  readonly to: Corner;
}

/** Aspects on a radar: where the region stands, what is proven, where the plan leads, where it was. Needs three of them. */
export function aspectRadar(document: ReportDocument, area: Area): Chart[] {
  if (groupsOf(document, 'aspect').length < 3) return [];
  const series = seriesOf(document, 'aspect');
  const names = series.map(({ name }) => name.toLowerCase()).join(', ');
  return [
    {
      ...{ ...area, ...scaleOf(document), kind: 'radar', title: 'Nilai per aspek', series },
      description: `Radar nilai per aspek: ${names}. Angkanya di lembar Domain dan Aspek.`,
      categories: categoriesOf(document, 'aspect'),
    },
  ];
}

/** Domains as bars; aspects where there are no domains. */
export function groupBars(document: ReportDocument, area: Area): Chart[] {
  const kind = groupsOf(document, 'domain').length > 1 ? 'domain' : 'aspect';
  if (groupsOf(document, kind).length === 0) return [];
  const what = kind === 'domain' ? 'domain' : 'aspek';
  return [
    {
      ...{ ...area, ...scaleOf(document), kind: 'bar', title: `Nilai per ${what}` },
      description: `Batang nilai per ${what}. Angkanya di lembar Domain dan Aspek.`,
      categories: categoriesOf(document, kind),
      series: seriesOf(document, kind).slice(0, 3),
    },
  ];
}

/** Why points are not proven, in bars; the cells are those of the table of losses, which begins in that row. */
export function lossBars(document: ReportDocument, area: Area, first: number): Chart[] {
  const losses = dearestLosses(document);
  if (losses.length === 0) return [];
  const range = (column: string) =>
    `${area.sheet}!$${column}$${first}:$${column}$${first + losses.length - 1}`;
  const most = Math.max(...losses.map((one) => one.points));
  const unit = niceUnit(most / 4);
  return [
    {
      ...{ ...area, kind: 'bar', title: 'Poin yang belum terbukti, menurut sebab', min: 0, unit },
      max: Number((Math.ceil(most / unit) * unit).toFixed(4)),
      format: points,
      description: 'Batang poin indeks yang belum terbukti menurut sebab. Angkanya di tabel pada lembar ini.',
      categories: { ref: range('A'), values: losses.map(({ reason }) => lossWord(reason)) },
      series: [{ name: 'Poin', ref: range('B'), values: losses.map((one) => one.points) }],
    },
  ];
}

/** 1, 2 or 5 times a power of ten, not below the value. */
function niceUnit(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const unit = ([1, 2, 5, 10].find((one) => one * power >= value) ?? 10) * power;
  return Number(Math.max(unit, 0.0001).toFixed(4));
}

function scaleOf({ scale, decimals }: ReportDocument) {
  return { min: 0, max: scale.max, format: decimalFormat(decimals) };
}

function categoriesOf(document: ReportDocument, kind: Group['kind']): Chart['categories'] {
  const values = groupsOf(document, kind).map(({ name }) => wrapLabel(name, 26));
  return { ref: groupRange(document, kind, 'label'), values };
}

/** At most four lines can be told apart. */
const mostSeries = 4;

/** The values that are known of every group of a kind. */
function seriesOf(document: ReportDocument, kind: Group['kind']): Series[] {
  const groups = groupsOf(document, kind);
  return groupValues
    .flatMap(({ key, header }): Series[] => {
      const values = groups.flatMap((group) => group[key] ?? []);
      if (values.length < groups.length) return [];
      return [{ name: header, ref: groupRange(document, kind, key), values }];
    })
    .slice(0, mostSeries);
}
