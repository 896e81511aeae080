import type { ReportDocument } from '../../../../contract/report.ts';
import { clean } from '../../../clean.ts';
import { figure } from '../../figures.ts';
import type { Drawing } from './draw.ts';

type Trend = NonNullable<ReportDocument['trend']>;

const looks = [
  { color: 'var(--now)', type: 'solid', symbol: 'circle' },
  { color: 'var(--past)', type: 'dashed', symbol: 'triangle' },
  { color: 'var(--plan)', type: 'dotted', symbol: 'diamond' },
  { color: 'var(--peers)', type: 'solid', symbol: 'rect' },
] as const;

/** The index over the years: a line for each segment, and never one from a segment to the next. */
export function trendLines(
  { segments }: Trend,
  { scale, decimals }: Pick<ReportDocument, 'scale' | 'decimals'>,
): Drawing {
  const years = segments.flatMap(({ points }) => points.map(({ year }) => year));
  return {
    id: 'grafik-perkembangan',
    width: 480,
    height: 320,
    option: {
      legend: { bottom: 0, textStyle: { color: 'var(--text)', fontSize: 13 } },
      grid: { left: 34, right: 34, top: 20, bottom: 64, outerBoundsMode: 'none' },
      xAxis: {
        type: 'value',
        min: Math.min(...years) - 0.5,
        max: Math.max(...years) + 0.5,
        axisLine: { lineStyle: { color: 'var(--grid)' } },
        axisTick: { customValues: [...new Set(years)] },
        splitLine: { show: false },
        axisLabel: {
          customValues: [...new Set(years)],
          color: 'var(--text)',
          fontSize: 13,
          formatter: (year: number) => String(year),
        },
      },
      yAxis: {
        type: 'value',
        min: scale.min,
        max: scale.max,
        interval: 1,
        axisLabel: { color: 'var(--text)', fontSize: 13 },
        splitLine: { lineStyle: { color: 'var(--grid)' } },
      },
      series: segments.map(({ instrument, points }, index) => {
        const { color, type, symbol } = looks[index % looks.length] ?? looks[0];
        return {
          type: 'line',
          name: `${clean(instrument)}${segments.findIndex((one) => one.instrument === instrument) === index ? '' : ` (${index + 1})`}`,
          data: points.map((point) => [point.year, point.index]),
          symbol,
          symbolSize: 9,
          itemStyle: { color },
          lineStyle: { color, type, width: 3 },
          emphasis: { disabled: true },
          label: {
            show: true,
            position: 'top',
            color: 'var(--text)',
            fontSize: 13,
            formatter: ({ value: [, value] }: { value: readonly [number, number] }) =>
              figure(value, decimals),
          },
        };
      }),
    },
  };
}
