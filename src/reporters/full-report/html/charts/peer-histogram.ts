import type { ReportDocument } from '../../../../contract/report.ts';
import { figure } from '../../figures.ts';
import type { Drawing } from './draw.ts';

type Peers = NonNullable<ReportDocument['peers']>;
type Bin = Peers['histogram'][number];

/** How many peers have which index; the column in which we stand is marked by colour and word. */
export function peerHistogram({ histogram }: Peers, index: number): Drawing {
  const own = ownBin(histogram, index);
  return {
    id: 'grafik-pembanding',
    width: 480,
    height: 280,
    option: {
      grid: { left: 12, right: 12, top: 30, bottom: 44, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        data: histogram.map(rangeOf),
        axisLine: { lineStyle: { color: 'var(--grid)' } },
        axisTick: { show: false },
        axisLabel: { color: 'var(--text)', fontSize: 12, interval: 0, rotate: histogram.length > 8 ? 40 : 0 },
      },
      yAxis: { type: 'value', show: false },
      series: [
        {
          type: 'bar',
          barCategoryGap: '8%',
          emphasis: { disabled: true },
          label: {
            show: true,
            position: 'top',
            color: 'var(--text)',
            fontSize: 13,
            formatter: ({ dataIndex, value }: { dataIndex: number; value: number }) =>
              `${dataIndex === own ? 'kita: ' : ''}${value}`,
          },
          data: histogram.map(({ count }, place) => ({
            value: count,
            itemStyle: { color: place === own ? 'var(--now)' : 'var(--peers)' },
          })),
        },
      ],
    },
  };
}

/** The last column holds its upper end, too. */
export function ownBin(histogram: readonly Bin[], index: number): number {
  const found = histogram.findIndex(({ from, to }) => index >= from && index < to);
  return found === -1 && index === histogram.at(-1)?.to ? histogram.length - 1 : found;
}

/** `2,6–3,0` */
export function rangeOf({ from, to }: Bin): string {
  const decimals = [from, to].every((edge) => Number(edge.toFixed(1)) === edge) ? 1 : 2;
  return `${figure(from, decimals)}–${figure(to, decimals)}`;
}
