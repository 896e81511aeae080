import type { ReportDocument } from '../../../../contract/report.ts';
import { type Month, monthOf } from '../../../../plan/month.ts';
import { clean } from '../../../clean.ts';
import { formatMonth } from '../../../format-month.ts';
import { cutText } from '../../cut-text.ts';
import type { Drawing } from './draw.ts';

export type Schedule = NonNullable<NonNullable<ReportDocument['plan']>['schedule']>;
/** The steps of one indicator, one after another. */
export interface Climb {
  readonly indicator: string;
  readonly tasks: readonly Schedule['tasks'][number][];
}

interface Gantt {
  readonly id: string;
  /** A row each. */
  readonly climbs: readonly Climb[];
  readonly nameOf: (indicator: string) => string;
  readonly start: Month;
  /** The month after the last one. */
  readonly end: Month;
}

/** A row an indicator; its bars follow one another, and the figure in a bar is the level being worked on. */
export function gantt({ id, climbs, nameOf, start, end }: Gantt): Drawing {
  const most = Math.max(...climbs.map(({ tasks }) => tasks.length));
  return {
    id,
    width: 760,
    height: climbs.length * 26 + 40,
    option: {
      grid: { left: 262, right: 24, top: 30, bottom: 4, outerBoundsMode: 'none' },
      xAxis: {
        type: 'value',
        position: 'top',
        min: 0,
        max: end - start,
        interval: Math.max(1, Math.ceil((end - start) / 7)),
        axisLabel: {
          color: 'var(--text)',
          fontSize: 12,
          showMaxLabel: false,
          align: 'left',
          formatter: (value: number) => formatMonth(start + value),
        },
        splitLine: { lineStyle: { color: 'var(--grid)' } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: climbs.map(({ indicator }) =>
          cutText(clean(nameOf(indicator)), 36).replace(' … (dipotong)', ' …'),
        ),
        axisLine: { lineStyle: { color: 'var(--grid)' } },
        axisTick: { show: false },
        axisLabel: { color: 'var(--text)', fontSize: 13, interval: 0 },
      },
      series: Array.from({ length: most }, (_, index) => [
        gapBefore(climbs, index, start),
        bar(climbs, index),
      ]).flat(),
    },
  };
}

/** Stacked without a colour: the time until the step begins. */
function gapBefore(climbs: readonly Climb[], index: number, start: Month): object {
  return {
    type: 'bar',
    stack: 'time',
    itemStyle: { color: 'none' },
    emphasis: { disabled: true },
    data: climbs.map(({ tasks }) => {
      const task = tasks[index];
      const before = tasks[index - 1];
      return task ? monthOf(task.start) - (before ? monthOf(before.end) + 1 : start) : 0;
    }),
  };
}

function bar(climbs: readonly Climb[], index: number): object {
  const levels = climbs.map(({ tasks }) => String(tasks[index]?.to ?? ''));
  return {
    type: 'bar',
    stack: 'time',
    barWidth: 18,
    itemStyle: { color: 'var(--now)', borderColor: 'var(--page)', borderWidth: 1 },
    emphasis: { disabled: true },
    label: {
      show: true,
      color: 'var(--on-now)',
      fontSize: 12,
      formatter: ({ dataIndex }: { dataIndex: number }) => levels[dataIndex],
    },
    data: climbs.map(({ tasks }) => {
      const task = tasks[index];
      return task ? monthOf(task.end) + 1 - monthOf(task.start) : null;
    }),
  };
}
