import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import type { Constraint, Requirement } from '../../src/plan/constraint.ts';
import type { GapOptions } from '../../src/plan/gap.ts';
import type { Target } from '../../src/plan/target.ts';
import { smallInstrument } from './small-instrument.ts';

export const constraintKinds = [
  ...['group', 'floor', 'underway', 'frozen', 'budget', 'deadline', 'capacity', 'requires'],
] as const;
export const objectives = ['cost', 'opd', 'indicators', 'index', 'time'] as const;
type Objective = (typeof objectives)[number];

/** A small question in whole numbers, for the optimiser and for trying out everything. */
export interface SmallCase {
  readonly objective: Objective;
  /** Constraints that hold. */
  readonly on: readonly string[];
  /** Weights; indicators at even positions are of aspect A1. */
  readonly parts: readonly number[];
  readonly levels: readonly number[];
  /** Per indicator, for the steps to the levels 2 to 5. */
  readonly costs: readonly (readonly number[])[];
  readonly days: readonly (readonly number[])[];
  readonly months: readonly (readonly number[])[];
  readonly opd: readonly number[];
  /** Σ weight × level to be reached, of all and of aspect A1. */
  readonly goal: number;
  readonly groupGoal: number;
  readonly floor: number;
  readonly exempt: readonly number[];
  readonly frozen: readonly number[];
  /** Position and level. */
  readonly underway: readonly [number, number];
  readonly budget: number;
  readonly start: number;
  readonly horizon: number;
  readonly capacity: number;
  readonly requires: {
    readonly of: number;
    readonly level: number;
    readonly needs: number;
    readonly needed: number;
  };
}

/** @param must this constraint holds in every case; others by chance */
export function smallCase(objective: Objective, must: string | null): fc.Arbitrary<SmallCase> {
  const forced = [
    ...(must ? [must] : []),
    ...(must === 'capacity' || objective === 'time' ? ['deadline'] : []),
  ];
  return fc.integer({ min: 2, max: 3 }).chain((size) => {
    const each = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: size, maxLength: size });
    const steps = (one: fc.Arbitrary<number>) => each(fc.array(one, { minLength: 4, maxLength: 4 }));
    const position = fc.integer({ min: 0, max: size - 1 });
    return fc
      .record({
        objective: fc.constant(objective),
        on: fc
          .subarray(constraintKinds.filter((kind) => kind !== 'requires'))
          .map((some) => [...new Set([...some.slice(0, 2), ...forced])]),
        parts: each(fc.integer({ min: 1, max: 12 })),
        levels: each(fc.constantFrom(2, 3, 3, 4, 5)),
        costs: steps(fc.integer({ min: 0, max: 6 })),
        days: steps(fc.integer({ min: 1, max: 9 })),
        months: steps(fc.integer({ min: 1, max: 4 })),
        opd: each(fc.integer({ min: 0, max: 1 })),
        goals: fc.tuple(each(fc.integer({ min: 2, max: 5 })), each(fc.integer({ min: 2, max: 5 }))),
        floor: fc.integer({ min: 3, max: 5 }),
        exempt: fc.uniqueArray(position, { maxLength: 1 }),
        frozen: fc.uniqueArray(position, { minLength: 1, maxLength: 1 }),
        underway: fc.tuple(position, fc.integer({ min: 3, max: 5 })),
        budget: fc.integer({ min: 0, max: 30 }),
        start: fc.integer({ min: 24_000, max: 24_002 }),
        horizon: fc.integer({ min: 2, max: 10 }),
        capacity: fc.integer({ min: 1, max: 2 }),
        requires: fc
          .record({
            of: position,
            level: fc.integer({ min: 3, max: 5 }),
            needs: position,
            needed: fc.integer({ min: 3, max: 5 }),
          })
          .map((one) => (one.of === one.needs ? { ...one, needs: (one.of + 1) % size } : one)),
      })
      .map(({ goals: [ends, groupEnds], ...rest }) => ({
        ...rest,
        goal: weigh(rest.parts, ends),
        groupGoal: weigh(
          rest.parts.map((part, i) => (i % 2 === 0 ? part : 0)),
          groupEnds,
        ),
      }));
  });
}

export function weigh(parts: readonly number[], levels: readonly number[]): number {
  return parts.reduce((sum, part, i) => sum + part * (levels[i] ?? 0), 0);
}

const id = (position: number) => `i${position + 1}`;

/** The same question, as `findGap` wants it. */
export function toAsked(item: SmallCase) {
  const { parts, on, costs, days, months, opd, objective } = item;
  const instrument = smallInstrument(parts);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const own = parts.reduce((sum, part, i) => sum + (i % 2 === 0 ? part : 0), 0);
  const at = (table: readonly (readonly number[])[], indicator: string, level: number) =>
    table[Number(indicator.slice(1)) - 1]?.[level - 2] ?? 0;
  const group = instrument.groups.find((one) => one.id === 'A1');
  if (!group) throw new Error('no A1');
  const { of, level, needs, needed } = item.requires;
  const requires: Requirement[] = [
    { indicator: id(of), level, needs: { indicator: id(needs), level: needed } },
  ];
  const options: GapOptions = {
    objective,
    explain: false,
    opdOf: new Map(opd.map((one, i) => [id(i), `opd${one}`])),
    costOf: (indicator, to) => at(costs, indicator, to),
    workOf: (indicator, to) => ({
      months: at(months, indicator, to),
      days: new Fraction(at(days, indicator, to)),
      rupiah: null,
    }),
    limits: listLimits(item),
    ...(on.includes('group')
      ? { groups: [{ group, index: new Fraction(item.groupGoal, own), label: '' }] }
      : {}),
    ...(on.includes('floor') ? { floor: { level: item.floor, exempt: new Set(item.exempt.map(id)) } } : {}),
    ...(on.includes('requires') ? { requires } : {}),
  };
  const target: Target | null =
    objective === 'index' ? null : { index: new Fraction(item.goal, whole), label: '' };
  const levels = new Map(item.levels.map((one, i) => [id(i), one]));
  return { instrument, levels, target, options };
}

function listLimits(item: SmallCase): Constraint[] {
  const { on, underway, frozen, budget, start, horizon, capacity, levels } = item;
  const [position, to] = underway;
  const isOpen = to > (levels[position] ?? 5);
  const all: Constraint[] = [
    { kind: 'underway', to: isOpen ? new Map([[id(position), to]]) : new Map() },
    { kind: 'frozen', indicators: new Set(frozen.map(id)) },
    { kind: 'budget', measure: 'days', amount: new Fraction(budget) },
    { kind: 'deadline', start, end: start + horizon - 1 },
    { kind: 'capacity', ofOpd: () => capacity },
  ];
  return all.filter(({ kind }) => on.includes(kind));
}
