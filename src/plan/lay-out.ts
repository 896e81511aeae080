import { type Chain, leastMonths, monthsOf, type StepKey } from './chain.ts';
import { type Month, quarterAfter, quarterOf } from './month.ts';
import type { Rung } from './rungs.ts';
import type { ScheduleInput } from './schedule.ts';
import type { SoftOrder } from './soft-order.ts';

/** Months. */
const longestWait = 600;

type Ends = ReadonlyMap<StepKey, Month>;

/**
 * The month in which each step ends. Tried in turn: with all soft orders; without those that lead to steps that come
 * too late; by the quarters of the optimiser, which are known to fit.
 */
export function layOut(chain: Chain, input: ScheduleInput): Ends {
  let soft = input.soft;
  for (;;) {
    const ends = placeAll(chain, input, soft, new Map());
    const late = findLate(ends, input);
    if (late.length === 0) return ends;
    const kept = soft.filter(({ after }) => !late.some((key) => leadsTo(chain, after, key)));
    if (kept.length === soft.length) break;
    soft = kept;
  }
  const ends = placeAll(chain, input, [], input.quarters);
  const [late] = findLate(ends, input);
  if (late !== undefined) throw new Error(`${late} ends too late`);
  return ends;
}

function findLate(ends: Ends, { closing }: ScheduleInput): StepKey[] {
  return closing === null ? [] : [...ends].flatMap(([key, end]) => (end > closing ? [key] : []));
}

function leadsTo(chain: Chain, from: StepKey, to: StepKey): boolean {
  return from === to || chain.get(to)?.before.some((key) => leadsTo(chain, from, key)) === true;
}

/** One step after the other, the most urgent of those that are free to begin first. */
function placeAll(
  chain: Chain,
  input: ScheduleInput,
  soft: readonly SoftOrder[],
  quarters: ReadonlyMap<StepKey, number>,
): Ends {
  const ends = new Map<StepKey, Month>();
  const loads = new Map<string, number>();
  let open = listWaiting(chain, soft);
  const isDone = (key: StepKey) => ends.has(key) || !chain.has(key);
  // Where soft orders run in a circle, one of them gives way.
  const findNext = () =>
    open.find(({ before, wished }) => before.every(isDone) && wished.every(isDone)) ??
    open.find(({ before }) => before.every(isDone));
  for (let next = findNext(); next; next = findNext()) {
    const { key, rung, before, wished } = next;
    const ready = Math.max(input.start - 1, ...[...before, ...wished].flatMap((one) => ends.get(one) ?? []));
    ends.set(key, findMonth(rung, ready, input, loads, quarters.get(key)));
    open = open.filter((one) => one.key !== key);
  }
  return ends;
}

interface Waiting {
  readonly key: StepKey;
  readonly rung: Rung;
  /** What must come before, and what had better. */
  readonly before: readonly StepKey[];
  readonly wished: readonly StepKey[];
}

/** All steps, the most urgent first: those that begin the longest chains, in months. */
function listWaiting(chain: Chain, soft: readonly SoftOrder[]): Waiting[] {
  return [...chain]
    .map(([key, { rung, before }]) => ({
      ...{ key, rung, before },
      wished: soft.filter(({ after }) => after === key).map((one) => one.before),
      urgency: monthsOf(rung) + Math.max(0, ...leastMonths(chain, key).values()),
    }))
    .sort((a, b) => b.urgency - a.urgency);
}

/** First month in which the step can end; with a quarter of the optimiser, not before that. */
function findMonth(
  rung: Rung,
  ready: Month,
  { start, opdOf, capacityOf }: ScheduleInput,
  loads: Map<string, number>,
  quarter: number | undefined,
): Month {
  const opd = opdOf.get(rung.indicator);
  let end = ready + monthsOf(rung);
  while (quarter !== undefined && quarterAfter(start, end) < quarter) end++;
  if (opd === undefined) return end;
  const load = () => `${quarterOf(end)} ${opd}`;
  const isFull = () =>
    (loads.get(load()) ?? 0) >= (capacityOf(opd, quarterOf(end)) ?? Number.POSITIVE_INFINITY);
  // A capacity that never comes free: what must be done all the same is shown, late as it is.
  while (isFull() && end < start + longestWait) end++;
  loads.set(load(), (loads.get(load()) ?? 0) + 1);
  return end;
}
