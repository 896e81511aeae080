import type { Levels } from '../assessment/score.ts';
import { score } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { findGap, type Gap, type GapOptions, measurePlan } from './gap.ts';
import type { YearTarget } from './parse-targets.ts';
import { toQuestion } from './question.ts';

/** One year of a path; its plan begins with the levels that the years before it reach. */
export interface PathYear extends YearTarget {
  readonly levels: Levels;
  readonly options: GapOptions;
  readonly gap: Gap;
}

/**
 * Plans year by year, each the best for its own target from where the year before ends. A year without a plan ends
 * the path: what follows would stand on nothing.
 * @param years ascending
 * @param optionsFor limits and targets of a year, given the years before it
 */
export async function findPath(
  instrument: Instrument,
  levels: Levels,
  years: readonly YearTarget[],
  optionsFor: (year: number, isLast: boolean, before: readonly PathYear[]) => GapOptions,
): Promise<PathYear[]> {
  const path: PathYear[] = [];
  let now = levels;
  for (const [position, { year, target }] of years.entries()) {
    const options = optionsFor(year, position === years.length - 1, path);
    const gap = await findGap(instrument, now, target, options);
    path.push({ year, target, levels: now, options, gap });
    if (gap.status === 'impossible') break;
    now = new Map([...now, ...gap.plan]);
  }
  return path;
}

/**
 * The whole path as one gap: from today to where its last planned year ends, towards the target of its last year.
 * `optimal` means that every year is, given the years before it. Of a path that ends early the plan is what there is.
 */
export function joinPath(instrument: Instrument, levels: Levels, path: readonly PathYear[]): Gap {
  const last = path.at(-1);
  if (!last) throw new Error('A path without years');
  const { target, options, gap } = last;
  const plan = new Map(path.flatMap((one) => [...one.gap.plan]));
  const inOrder = instrument.indicators.flatMap(({ id }): [string, number][] => {
    const level = plan.get(id);
    return level === undefined ? [] : [[id, level]];
  });
  const from = score(instrument, levels, options.year);
  const question = toQuestion(instrument, levels, from, target, options);
  const isDone = path.every((one) => one.gap.status === 'reached');
  const outcome = {
    status:
      gap.status === 'impossible'
        ? ('impossible' as const)
        : isDone
          ? ('reached' as const)
          : ('planned' as const),
    plan: new Map(inOrder),
    optimal: path.every((one) => one.gap.optimal),
    value: null,
    bound: null,
    conflict: gap.conflict,
    quarters: new Map(),
  };
  return measurePlan(instrument, levels, target, question, outcome, options);
}
