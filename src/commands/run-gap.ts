import { Fraction } from 'fraction.js';
import { findAlternatives } from '../plan/alternatives.ts';
import { type Confident, findConfident } from '../plan/confidence.ts';
import { findGap, type Gap, type GapOptions } from '../plan/gap.ts';
import type { GapResult, Robustness } from '../plan/gap-result.ts';
import type { Month } from '../plan/month.ts';
import { findPath, joinPath, type PathYear } from '../plan/path.ts';
import { chanceToHold } from '../plan/robustness.ts';
import { climbedRungs } from '../plan/rungs.ts';
import type { Schedule } from '../plan/schedule.ts';
import type { GapCommandOptions } from './gap.ts';
import { closingMonth, type GapRequest, toGapRequest } from './gap-request.ts';
import { type GapSetting, makeSetting } from './gap-setting.ts';
import type { PlanInputs } from './plan-inputs.ts';
import { prepareSolver } from './prepare-solver.ts';

const mostPlans = 3;
/** The least level that stands beside the index in the official targets. */
const officialFloor = 3;

/** Everything `spbe gap` finds out. @param today for plans with dates */
export async function runGap(
  inputs: PlanInputs,
  options: GapCommandOptions,
  today: Date,
): Promise<GapResult> {
  prepareSolver();
  const request = toGapRequest(inputs, options, today);
  const setting = await makeSetting(inputs, request);
  if (request.targets.byYear.length > 0) return runPath(inputs, request, setting);
  const { instrument } = inputs.assessment;
  const target = request.targets.index;
  const asked = setting.optionsFor(request.start, closingMonth(request), true);
  const find = (more: Partial<GapOptions> = {}) =>
    findGap(instrument, inputs.levels, target, { ...asked, ...more });
  const plain = await find();
  const { gap, robustness } = await makeRobust(plain, (margin) => find({ margin, explain: false }), request);
  const all = options.alternatives
    ? await findAlternatives(instrument, inputs.levels, target, asked, gap, mostPlans)
    : [gap];
  return {
    ...setting.about(gap),
    gap,
    schedule:
      request.isScheduled && gap.status === 'planned'
        ? setting.scheduleOf(gap, request.start, latestMonth(request, gap))
        : null,
    path: null,
    alternatives: all.slice(1),
    robustness,
    secondFloor:
      target && request.floor === null && request.targets.groups.length === 0 && request.aim === 'steps'
        ? await findSecondFloor(inputs, asked, gap, setting.exempt)
        : null,
  };
}

/** Where the shortest time was asked for, nothing may make the plan longer. */
function latestMonth(request: GapRequest, { value }: Gap): Month | null {
  return request.aim === 'time' && value ? request.start + value.valueOf() - 1 : closingMonth(request);
}

/** The official target that a plan for the index alone leaves open: a least level everywhere. */
async function findSecondFloor(
  { assessment: { instrument }, levels }: PlanInputs,
  asked: GapOptions,
  { target }: Gap,
  exempt: ReadonlySet<string>,
): Promise<GapResult['secondFloor']> {
  const level = officialFloor;
  const more = { ...asked, floor: { level, exempt }, explain: false };
  return {
    level,
    alone: await findGap(instrument, levels, null, more),
    both: await findGap(instrument, levels, target, more),
  };
}

async function makeRobust(
  plain: Gap,
  find: (margin: Fraction) => Promise<Gap>,
  { risk, confidence }: GapRequest,
): Promise<{ readonly gap: Gap; readonly robustness: Robustness | null }> {
  if (risk === null || plain.status === 'impossible') return { gap: plain, robustness: null };
  const { constraints } = plain.question;
  const chanceOf = ({ question, plan }: Gap) =>
    chanceToHold(constraints, climbedRungs(question.ladders, plan), risk);
  const plainSteps = plain.levelSteps;
  const none: Confident = {
    gap: plain,
    chance: chanceOf(plain),
    margin: new Fraction(0),
    optimal: plain.optimal,
  };
  const safe = confidence === null ? none : await findConfident(find, chanceOf, confidence);
  const { gap, chance, margin, optimal } = safe ?? none;
  return {
    gap: { ...gap, target: plain.target, optimal },
    robustness: { risk, chance, confidence, margin, plainSteps, isMet: safe !== null },
  };
}

async function runPath(inputs: PlanInputs, request: GapRequest, setting: GapSetting): Promise<GapResult> {
  const { instrument } = inputs.assessment;
  const years = request.targets.byYear;
  /** A year's work begins when the year before it is over. */
  const startOf = (year: number) => {
    const position = years.findIndex((one) => one.year === year);
    const before = years[position - 1];
    if (!before) return request.start;
    const closing = closingMonth(request, before.year);
    return Math.max(request.start, closing === null ? before.year * 12 + 12 : closing + 1);
  };
  const schedules: Schedule[] = [];
  const schedule = ({ year, gap }: PathYear): Schedule | null => {
    if (!request.isScheduled || gap.status !== 'planned') return null;
    const before = schedules.slice();
    const laid = setting.scheduleOf(gap, startOf(year), closingMonth(request, year), before);
    schedules.push(laid);
    return laid;
  };
  const laidOut = new Map<number, Schedule | null>();
  const layOut = (one: PathYear | undefined) => {
    if (one) laidOut.set(one.year, schedule(one));
  };
  const path = await findPath(instrument, inputs.levels, years, (year, isLast, before) => {
    layOut(before.at(-1));
    return setting.optionsFor(startOf(year), closingMonth(request, year), isLast, schedules.slice());
  });
  layOut(path.at(-1));
  const gap = joinPath(instrument, inputs.levels, path);
  return {
    ...setting.about(gap),
    gap,
    schedule: null,
    path: path.map((one) => ({ ...one, schedule: laidOut.get(one.year) ?? null })),
    alternatives: [],
    robustness: null,
    secondFloor: null,
  };
}
