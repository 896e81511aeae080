import { groupBy } from '../../../../assessment/group-by.ts';
import type { ReportDocument } from '../../../../contract/report.ts';
import { monthOf } from '../../../../plan/month.ts';
import { cutText } from '../../cut-text.ts';
import { dayOf } from '../../figures.ts';
import { opdName, shortNameOf } from '../../sentences.ts';
import { figureWith } from '../charts/figure-with.ts';
import { type Climb, gantt, type Schedule } from '../charts/gantt.ts';
import { table } from '../table.ts';
import type { Markup } from '../template.ts';

type Plan = NonNullable<ReportDocument['plan']>;

interface Timed {
  readonly schedule: Schedule;
  /** Of a path by year; empty otherwise. */
  readonly year: string;
}

/** More rows than this do not fit on a printed page. */
const mostRows = 24;

/** A Gantt chart for each schedule there is, in parts where one would not fit on a page. */
export function scheduleFigures(document: ReportDocument, plan: Plan): Markup[] {
  const years = plan.path?.flatMap(({ year, schedule }) =>
    schedule ? [{ schedule, year: String(year) }] : [],
  );
  const timed: Timed[] = years?.length ? years : plan.schedule ? [{ schedule: plan.schedule, year: '' }] : [];
  return timed.flatMap((one) => figuresOf(document, one));
}

function figuresOf(document: ReportDocument, { schedule, year }: Timed): Markup[] {
  const climbs = [...groupBy(schedule.tasks, (task) => task.indicator)].map(([indicator, tasks]) => ({
    indicator,
    tasks,
  }));
  const parts = Array.from({ length: Math.ceil(climbs.length / mostRows) }, (_, index) =>
    climbs.slice(index * mostRows, (index + 1) * mostRows),
  );
  return parts.map((part, index) => {
    const title = `Jadwal${year && ` ${year}`}${parts.length > 1 ? `, bagian ${index + 1} dari ${parts.length}` : ''}`;
    return figureWith({
      drawing: gantt({
        id: `jadwal-${year || 'semua'}-${index + 1}`,
        climbs: part,
        nameOf: (id) => `${id} ${shortNameOf(document, id)}`,
        start: monthOf(schedule.start),
        end: monthOf(schedule.end) + 1,
      }),
      title: `${title} (angka dalam batang = tingkat yang dikerjakan)`,
      summary: `${part.length} indikator dikerjakan antara ${dayOf(schedule.start)} dan ${dayOf(schedule.end)}.`,
      table: taskTable(document, part, title),
    });
  });
}

function taskTable(document: ReportDocument, climbs: readonly Climb[], title: string): Markup {
  return table({
    caption: `${title}: mulai dan selesai setiap langkah`,
    columns: [
      { header: 'No', isNumber: true },
      { header: 'Indikator' },
      { header: 'Ke tingkat', isNumber: true },
      { header: 'Mulai' },
      { header: 'Selesai' },
      { header: 'OPD' },
    ],
    rows: climbs
      .flatMap(({ tasks }) => tasks)
      .map(({ indicator, to, start, end, opd }) => [
        indicator,
        shortNameOf(document, indicator),
        to,
        dayOf(start),
        dayOf(end),
        opd === null ? '' : cutText(opdName(document, opd), 120),
      ]),
  });
}
