import { exact, type Levels, type Score } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Constraint } from './constraint.ts';
import type { GapOptions } from './gap.ts';
import type { Question } from './program.ts';
import { listLadders } from './rungs.ts';
import type { GroupTarget, Target } from './target.ts';

/** Puts targets and limits as the optimiser wants them: what is missing, in index points. */
export function toQuestion(
  instrument: Instrument,
  levels: Levels,
  from: Score,
  target: Target | null,
  options: GapOptions,
): Question {
  const { costOf = () => 1, opdOf = new Map(), groups = [], floor, limits = [], margin, objective } = options;
  const missing = target?.index.sub(from.index).add(margin ?? 0);
  return {
    ladders: listLadders(instrument, levels, costOf, options.workOf),
    constraints: [
      ...(missing ? [{ kind: 'index', needed: missing } as const] : []),
      ...groups.map((one) => toGroupConstraint(instrument, from, one)),
      ...(floor ? [{ kind: 'floor', ...floor } as const] : []),
      ...limits,
    ],
    objective: objective === undefined || objective === 'time' ? 'cost' : objective,
    requires: options.requires ?? [],
    opdOf,
    avoid: options.avoid ?? [],
  };
}

/** A group's index is the weighted mean of its indicators: its points count in the whole by the group's weight. */
function toGroupConstraint(instrument: Instrument, from: Score, { group, index }: GroupTarget): Constraint {
  const own = from.groups.find((one) => one.group.id === group.id)?.index ?? exact(instrument.scale.floor);
  const parts = instrument.groups.filter(({ id, parent }) => id === group.id || parent === group.id);
  const members = new Set(parts.map(({ id }) => id));
  return {
    kind: 'group',
    group: group.id,
    indicators: new Set(instrument.indicators.filter((one) => members.has(one.group)).map(({ id }) => id)),
    needed: index.sub(own).mul(group.weight).div(100),
  };
}

/** Nothing to do: every target is met, no work has begun, and not simply the most is asked for. */
export function isReached({ ladders, constraints, objective, avoid }: Question): boolean {
  return (
    objective !== 'index' &&
    avoid.length === 0 &&
    constraints.every((one) => {
      if (one.kind === 'index' || one.kind === 'group') return one.needed.compare(0) <= 0;
      if (one.kind === 'underway') return one.to.size === 0;
      if (one.kind !== 'floor') return true;
      return ladders.every(([first]) => !first || first.from >= one.level || one.exempt.has(first.indicator));
    })
  );
}
