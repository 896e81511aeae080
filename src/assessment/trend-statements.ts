import type { Crosswalk } from '../instrument/crosswalk.ts';
import type {
  Comparability,
  TrendChange,
  TrendContext,
  TrendPoint,
  TrendSegment,
  TrendStatement,
} from './trend.ts';
import { slack } from './trend-points.ts';

/** What can be read off the lines, segment by segment; what concerns them all comes last. */
export function findStatements(
  segments: readonly TrendSegment[],
  { crosswalks, targets }: TrendContext,
): TrendStatement[] {
  const measures = [...new Set(segments.map(({ measure }) => measure))];
  return [
    ...segments.flatMap((segment, position) => [
      ...breakBefore(segments[position - 1], segment, crosswalks),
      ...ofSegment(segment),
    ]),
    ...(measures.length > 1 ? [{ kind: 'measures-apart' as const, measures }] : []),
    ...measures.flatMap((measure) =>
      ofTargets(
        segments.filter((one) => one.measure === measure && one.instrument.id === targets.instrument),
        targets.list,
      ),
    ),
  ];
}

function breakBefore(
  before: TrendSegment | undefined,
  segment: TrendSegment,
  crosswalks: readonly Crosswalk[],
): TrendStatement[] {
  const [from, to] = [before?.points.at(-1), segment.points[0]];
  if (before?.measure !== segment.measure || from === undefined || to === undefined) return [];
  return [{ kind: 'instrument-break', from, to, comparability: compare(from, to, crosswalks) }];
}

/** In whichever direction the two follow each other. */
function compare(from: TrendPoint, to: TrendPoint, crosswalks: readonly Crosswalk[]): Comparability | null {
  const ends = [from.instrument, to.instrument];
  const found = crosswalks.find((one) => ends.includes(one.from) && ends.includes(one.to));
  if (found === undefined) return null;
  const { links } = found;
  const going = links.filter((link) => link.from !== null && link.to !== null);
  const count = (ids: readonly (string | null)[]) => new Set(ids).size;
  return {
    continued: count(going.map((link) => link.from)),
    certain: count(going.filter(({ certainty }) => certainty === 'high').map((link) => link.from)),
    ended: count(links.filter((link) => link.to === null).map((link) => link.from)),
    began: count(links.filter((link) => link.from === null).map((link) => link.to)),
  };
}

function ofSegment({ points, changes }: TrendSegment): TrendStatement[] {
  const [only] = points;
  return [
    ...(only && points.length === 1 ? [{ kind: 'single' as const, point: only }] : []),
    ...changes.flatMap(ofChange),
    ...points.flatMap(ofPoint),
  ];
}

function ofChange(change: TrendChange): TrendStatement[] {
  const { from, to } = change;
  const years = Array.from({ length: to.year - from.year - 1 }, (_, index) => from.year + 1 + index);
  return [
    { kind: 'change', change },
    ...(from.predicate !== null && to.predicate !== null && from.predicate !== to.predicate
      ? [{ kind: 'predicate' as const, change, from: from.predicate, to: to.predicate }]
      : []),
    ...(years.length > 0 ? [{ kind: 'years-missing' as const, change, years }] : []),
  ];
}

function ofPoint(point: TrendPoint): TrendStatement[] {
  const isEarly = ['document', 'interview', 'visit'].includes(point.kind);
  return [
    ...(isEarly ? [{ kind: 'early-stage' as const, point }] : []),
    ...(point.blanks > 0 ? [{ kind: 'blanks' as const, point }] : []),
    ...point.others.flatMap(({ result: other, relation }) =>
      relation === 'differs' ? [{ kind: 'sources-differ' as const, point, other }] : [],
    ),
  ];
}

function ofTargets(
  segments: readonly TrendSegment[],
  targets: TrendContext['targets']['list'],
): TrendStatement[] {
  const points = segments.flatMap((one) => one.points);
  return targets.flatMap((target): TrendStatement[] => {
    const point = points.find(({ year }) => year === target.year) ?? points.at(-1);
    if (point === undefined) return [];
    const distance = target.index.sub(point.index.value);
    // A target at the very end of what an index rounded half up may be is reached below it, and not above it.
    const isUncertain = distance.abs().compare(slack(point.index)) < 0;
    return [{ kind: 'target', target, point, distance, isUncertain }];
  });
}
