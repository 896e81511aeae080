import { Fraction } from 'fraction.js';
import type { Constraint } from './constraint.ts';
import { commonUnit } from './program.ts';
import type { Rung } from './rungs.ts';

/** A demand of the question in whole units: what each of the plan's steps gives to it, and what is needed. */
interface Demand {
  readonly worth: readonly bigint[];
  readonly needed: bigint;
}

/**
 * The chance that all targets among the constraints hold if each level step fails, by itself, with the chance `risk`;
 * a step that fails takes those above it on the same indicator with it. Exact: the gains are added up in whole units
 * and the chances as whole numbers of `1/denominator^steps`.
 * @param rungs the plan's steps, ladder by ladder, ascending
 * @param risk 0–1
 * @returns 0–1, exact
 */
export function chanceToHold(
  constraints: readonly Constraint[],
  rungs: readonly Rung[],
  risk: Fraction,
): Fraction {
  const demands = constraints.flatMap((one) => toDemand(one, rungs));
  const floor = constraints.find((one) => one.kind === 'floor');
  const [fails, works] = [risk.n, risk.d - risk.n];
  const full = demands.map(({ needed }) => needed).join();
  let states = new Map([[demands.map(() => 0n).join(), { gained: demands.map(() => 0n), ways: 1n }]]);
  for (const ladder of listLadders(rungs)) {
    const next: typeof states = new Map();
    for (const { reached, ways } of listOutcomes(ladder, fails, works)) {
      const [first] = ladder;
      const level = reached.at(-1)?.rung.to ?? first?.rung.from ?? 0;
      const isBelow = floor && first && !floor.exempt.has(first.rung.indicator) && level < floor.level;
      if (isBelow || ways === 0n) continue;
      for (const state of states.values()) {
        const gained = demands.map(({ worth, needed }, index) => {
          const sum = reached.reduce(
            (total, { position }) => total + (worth[position] ?? 0n),
            state.gained[index] ?? 0n,
          );
          return sum < needed ? sum : needed;
        });
        const key = gained.join();
        next.set(key, { gained, ways: (next.get(key)?.ways ?? 0n) + state.ways * ways });
      }
    }
    states = next;
  }
  return new Fraction(states.get(full)?.ways ?? 0n, risk.d ** BigInt(rungs.length));
}

interface Placed {
  readonly rung: Rung;
  /** In the list of all steps. */
  readonly position: number;
}

function listLadders(rungs: readonly Rung[]): Placed[][] {
  const ladders = new Map<string, Placed[]>();
  for (const [position, rung] of rungs.entries()) {
    ladders.set(rung.indicator, [...(ladders.get(rung.indicator) ?? []), { rung, position }]);
  }
  return [...ladders.values()];
}

/** How far a ladder gets, and in how many of denominator^length ways. */
function listOutcomes(ladder: readonly Placed[], fails: bigint, works: bigint) {
  const all = fails + works;
  return Array.from({ length: ladder.length + 1 }, (_, count) => ({
    reached: ladder.slice(0, count),
    ways:
      count === ladder.length
        ? works ** BigInt(count)
        : works ** BigInt(count) * fails * all ** BigInt(ladder.length - count - 1),
  }));
}

function toDemand(constraint: Constraint, rungs: readonly Rung[]): Demand[] {
  if (constraint.kind !== 'index' && constraint.kind !== 'group') return [];
  const counts = (rung: Rung) => constraint.kind === 'index' || constraint.indicators.has(rung.indicator);
  const gains = rungs.map((rung) => (counts(rung) ? rung.gain : new Fraction(0)));
  const unit = commonUnit(gains);
  const { s, n } = constraint.needed.div(unit).ceil();
  return [{ worth: gains.map((gain) => gain.div(unit).n), needed: s > 0n ? n : 0n }];
}
