import { clean } from '../../../clean.ts';
import { cutText } from '../../cut-text.ts';
import type { Drawing } from './draw.ts';
import { wrapLabel } from './wrap-label.ts';

export interface BarSeries {
  readonly name: string;
  readonly color: string;
  readonly values: readonly (number | null)[];
}

interface Bars {
  readonly id: string;
  readonly names: readonly string[];
  readonly series: readonly BarSeries[];
  /** Where the bars begin, and the longest they can be; the longest there is if absent. */
  readonly from?: number;
  readonly to?: number;
  readonly describe: (value: number) => string;
}

const width = 480;
const labelSpace = 185;

/** Horizontal bars, the first on top, each with its figure. */
export function bars({ id, names, series, from = 0, to, describe }: Bars): Drawing {
  const legendSpace = series.length > 1 ? 30 : 0;
  const rowSpace = Math.max(38, 18 * series.length + 14);
  return {
    id,
    width,
    height: names.length * rowSpace + legendSpace + 10,
    option: {
      ...(series.length > 1
        ? { legend: { top: 0, left: 0, textStyle: { color: 'var(--text)', fontSize: 13 } } }
        : {}),
      grid: { left: labelSpace, right: 62, top: legendSpace, bottom: 4, outerBoundsMode: 'none' },
      xAxis: { type: 'value', min: from, ...(to === undefined ? {} : { max: to }), show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: names.map((name) => wrapLabel(cutText(clean(name), 70), 25)),
        axisLine: { lineStyle: { color: 'var(--grid)' } },
        axisTick: { show: false },
        axisLabel: { color: 'var(--text)', fontSize: 13, lineHeight: 15, interval: 0 },
      },
      series: series.map(({ name, color, values }) => ({
        type: 'bar',
        name,
        data: values,
        barMaxWidth: 18,
        barGap: '15%',
        itemStyle: { color },
        emphasis: { disabled: true },
        label: {
          show: true,
          position: 'right',
          color: 'var(--text)',
          fontSize: 13,
          formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? describe(value) : ''),
        },
      })),
    },
  };
}
