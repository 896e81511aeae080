import { type Chain, keyOf, leastMonths, linkSteps, type StepKey } from './chain.ts';
import { type CapacityOf, constraintOf } from './constraint.ts';
import { type Month, quarterAfter, quarterOf } from './month.ts';
import type { Column, Draft } from './program.ts';
import type { Ladder } from './rungs.ts';

/** Per column of steps: the columns that hold how many are done by the end of each quarter, null before the first possible one. */
export type TimeColumns = ReadonlyMap<Column, readonly (number | null)[]>;

/**
 * Adds time where the capacity of an OPD may bind: for each of its steps, how many are done by the end of each
 * quarter. A step may be done by a quarter's last month only if every step before it was done early enough, which for
 * steps that take whole months is exact: their ends in the quarters exist if and only if each pair leaves room.
 */
export function addCapacity(draft: Draft, ladders: readonly Ladder[]): TimeColumns {
  const { question, columns, upper, rows } = draft;
  const capacity = constraintOf(question.constraints, 'capacity');
  const deadline = constraintOf(question.constraints, 'deadline');
  if (!capacity || !deadline) return new Map();
  const chain = linkSteps(ladders, question.requires);
  const finish = leastMonths(chain, null);
  const calendar = { ...deadline, quarters: quarterAfter(deadline.start, deadline.end) + 1 };
  const bound = findBound(draft, finish, calendar, capacity.ofOpd);
  const times = new Map<Column, (number | null)[]>();
  for (const [index, column] of columns.entries()) {
    const { rungs, rung } = column;
    if (!bound.has(question.opdOf.get(rung.indicator) ?? '')) continue;
    const earliest = (finish.get(keyOf(rung)) ?? 0) - 1;
    times.set(
      column,
      Array.from({ length: calendar.quarters }, (_, quarter) => {
        if (lastOf(calendar, quarter) < earliest) return null;
        return quarter === calendar.quarters - 1 ? index : upper.push(BigInt(rungs.length)) - 1;
      }),
    );
  }
  for (const [, row] of times) {
    for (const [quarter, column] of row.entries()) {
      const next = row[quarter + 1];
      if (typeof column !== 'number' || typeof next !== 'number') continue;
      rows.push({
        entries: [
          [next, 1n],
          [column, -1n],
        ],
        low: 0n,
        high: null,
      });
    }
  }
  addDelays(draft, chain, times, calendar);
  for (const opd of bound) addOpdRows(draft, opd, times, calendar, capacity.ofOpd);
  return times;
}

interface Calendar {
  readonly start: Month;
  readonly end: Month;
  readonly quarters: number;
}

/** Last month of a quarter, counted from the start (0), within the deadline. */
function lastOf({ start, end }: Calendar, quarter: number): number {
  return Math.min(3 * (quarter + 1) - 1 - (start % 3), end - start);
}

/** The OPD that would break their capacity if they did everything as early as possible; the others never can. */
function findBound(
  { question, columns }: Draft,
  finish: ReadonlyMap<StepKey, number>,
  { start }: Calendar,
  ofOpd: CapacityOf,
): Set<string> {
  const loads = new Map<string, number>();
  const bound = new Set<string>();
  for (const { rungs } of columns) {
    for (const rung of rungs) {
      const opd = question.opdOf.get(rung.indicator);
      if (opd === undefined) continue;
      const quarter = quarterAfter(start, start + (finish.get(keyOf(rung)) ?? 1) - 1);
      const load = (loads.get(`${quarter} ${opd}`) ?? 0) + 1;
      loads.set(`${quarter} ${opd}`, load);
      const most = ofOpd(opd, quarterOf(start) + quarter);
      if (most !== null && load > most) bound.add(opd);
    }
  }
  if (bound.size === 0 || question.requires.length === 0) return bound;
  // Waiting for another OPD's step moves its own: none is free of the others then.
  const all = columns.flatMap(({ rung }) => question.opdOf.get(rung.indicator) ?? []);
  return new Set(all.filter((opd) => ofOpd(opd, quarterOf(start)) !== null));
}

/** Done by the end of this quarter only what follows steps that were done soon enough. */
function addDelays({ rows }: Draft, chain: Chain, times: TimeColumns, calendar: Calendar): void {
  const rowOf = new Map([...times].map(([{ rung }, row]) => [keyOf(rung), row]));
  for (const [before, row] of rowOf) {
    for (const [after, months] of leastMonths(chain, before)) {
      if (after === before) continue;
      for (const [quarter, column] of (rowOf.get(after) ?? []).entries()) {
        if (column === null) continue;
        const latest = calendar.start + lastOf(calendar, quarter) - months;
        const held = row[quarterAfter(calendar.start, latest)];
        if (held === undefined || held === null) rows.push({ entries: [[column, 1n]], low: null, high: 0n });
        else
          rows.push({
            entries: [
              [held, 1n],
              [column, -1n],
            ],
            low: 0n,
            high: null,
          });
      }
    }
  }
}

/** What an OPD finishes in a quarter stays within its capacity. */
function addOpdRows(
  { question, rows }: Draft,
  opd: string,
  times: TimeColumns,
  { start, quarters }: Calendar,
  ofOpd: CapacityOf,
): void {
  const own = [...times].filter(([{ rung }]) => question.opdOf.get(rung.indicator) === opd);
  for (let quarter = 0; quarter < quarters; quarter++) {
    const entries = own.flatMap(([, row]) => {
      const done = row[quarter];
      const before = row[quarter - 1];
      return [
        ...(typeof done === 'number' ? [[done, 1n] as const] : []),
        ...(typeof before === 'number' ? [[before, -1n] as const] : []),
      ];
    });
    const most = ofOpd(opd, quarterOf(start) + quarter);
    if (entries.length > 0 && most !== null) rows.push({ entries, low: null, high: BigInt(most) });
  }
}
