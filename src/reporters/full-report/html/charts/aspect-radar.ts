import type { ReportDocument } from '../../../../contract/report.ts';
import { clean } from '../../../clean.ts';
import { knownGroupValues } from '../../group-values.ts';
import type { Drawing } from './draw.ts';
import { wrapLabel } from './wrap-label.ts';

/** Told apart by line and sign, not by colour alone. */
const looks = {
  index: { color: 'var(--now)', line: 'solid', symbol: 'circle', width: 3 },
  proven: { color: 'var(--proven)', line: 'solid', symbol: 'rect', width: 2 },
  past: { color: 'var(--past)', line: 'dashed', symbol: 'triangle', width: 2 },
  planned: { color: 'var(--plan)', line: 'dashed', symbol: 'diamond', width: 2 },
  peers: { color: 'var(--peers)', line: 'dotted', symbol: 'emptyCircle', width: 2 },
} as const;

/** The aspects now, proven, before, after the plan and of the peers, as far as all of each are known. */
export function aspectRadar(document: ReportDocument): Drawing {
  const aspects = document.groups.filter(({ kind }) => kind === 'aspect');
  const { min, max } = document.scale;
  const known = knownGroupValues({ groups: aspects }).filter(({ key }) =>
    aspects.every((aspect) => aspect[key] !== null),
  );
  return {
    id: 'grafik-aspek',
    width: 480,
    height: 420,
    option: {
      legend: {
        bottom: 0,
        itemWidth: 34,
        textStyle: { color: 'var(--text)', fontSize: 13 },
        data: known.map(({ key, header }) => ({ name: header, icon: looks[key].symbol })),
      },
      radar: {
        center: ['50%', '46%'],
        radius: '58%',
        splitNumber: max - min,
        axisName: { color: 'var(--text)', fontSize: 13, lineHeight: 15 },
        axisLine: { lineStyle: { color: 'var(--grid)' } },
        splitLine: { lineStyle: { color: 'var(--grid)' } },
        splitArea: { show: false },
        indicator: aspects.map(({ name }) => ({ name: wrapLabel(clean(name), 17), min, max })),
      },
      series: known.map(({ key, header }) => {
        const { color, line, symbol, width } = looks[key];
        return {
          type: 'radar',
          name: header,
          symbol,
          symbolSize: 7,
          itemStyle: { color },
          lineStyle: { color, type: line, width },
          emphasis: { disabled: true },
          data: [{ name: header, value: aspects.map((aspect) => aspect[key]) }],
        };
      }),
    },
  };
}
