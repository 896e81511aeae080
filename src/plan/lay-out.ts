import { type Chain, leastMonths, type StepKey } from './chain.ts';
import { type Month, quarterAfter, quarterOf } from './month.ts';
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
  return from === to || (chain.get(to)?.before.some((key) => leadsTo(chain, from, key)) ?? false);
}

/** One step after the other, the most urgent of those that are free to begin first. */
function placeAll(
  chain: Chain,
  input: ScheduleInput,
  soft: readonly SoftOrder[],
  quarters: ReadonlyMap<StepKey, number>,
): Ends {
  const urgency = listUrgency(chain);
  const ends = new Map<StepKey, Month>();
  const loads = new Map<string, number>();
  const open = new Set(chain.keys());
  const isFree = (key: StepKey, orders: readonly SoftOrder[]) =>
    [
      ...(chain.get(key)?.before ?? []),
      ...orders.filter(({ after }) => after === key).map(({ before }) => before),
    ].every((before) => ends.has(before) || !chain.has(before));
  while (open.size > 0) {
    const strict = [...open].filter((key) => isFree(key, soft));
    const free = strict.length > 0 ? strict : [...open].filter((key) => isFree(key, []));
    const next = free.toSorted((a, b) => (urgency.get(b) ?? 0) - (urgency.get(a) ?? 0))[0] ?? '';
    const before = [
      ...(chain.get(next)?.before ?? []),
      ...soft.filter(({ after }) => after === next).map((one) => one.before),
    ];
    const ready = Math.max(input.start - 1, ...before.flatMap((key) => ends.get(key) ?? []));
    ends.set(next, findMonth(next, ready, chain, input, loads, quarters.get(next)));
    open.delete(next);
  }
  return ends;
}

/** First month in which the step can end; with a quarter of the optimiser, not before that. */
function findMonth(
  key: StepKey,
  ready: Month,
  chain: Chain,
  { start, opdOf, capacityOf }: ScheduleInput,
  loads: Map<string, number>,
  quarter: number | undefined,
): Month {
  const rung = chain.get(key)?.rung;
  const opd = opdOf.get(rung?.indicator ?? '');
  let end = ready + (rung?.work?.months ?? 0);
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

/** Months of the longest chain of steps that begins with this one. */
function listUrgency(chain: Chain): ReadonlyMap<StepKey, number> {
  return new Map(
    [...chain].map(([key, { rung }]) => [
      key,
      (rung.work?.months ?? 0) + Math.max(0, ...leastMonths(chain, key).values()),
    ]),
  );
}
