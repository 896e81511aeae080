import type { Requirement } from './constraint.ts';
import type { Ladder, Rung } from './rungs.ts';

/** `12>3`: the step of indicator 12 that ends at level 3. */
export type StepKey = string;

export function keyOf({ indicator, to }: Pick<Rung, 'indicator' | 'to'>): StepKey {
  return `${indicator}>${to}`;
}

/** What comes directly before each step: the step below it, and the steps of other indicators it requires. */
export type Chain = ReadonlyMap<StepKey, { readonly rung: Rung; readonly before: readonly StepKey[] }>;

/** Months a step takes; 0 where nobody said. */
export function monthsOf(rung: Rung | null): number {
  return rung?.work?.months ?? 0;
}

/** Requirements that today's levels meet are left out: only steps of these ladders count. */
export function linkSteps(ladders: readonly Ladder[], requires: readonly Requirement[]): Chain {
  const known = new Set(ladders.flat().map(keyOf));
  return new Map(
    ladders.flatMap((ladder) =>
      ladder.map((rung, position) => {
        const below = ladder[position - 1];
        const others = requires
          .filter(({ indicator, level }) => indicator === rung.indicator && level === rung.to)
          .map(({ needs }) => keyOf({ indicator: needs.indicator, to: needs.level }))
          .filter((key) => known.has(key));
        return [keyOf(rung), { rung, before: [...(below ? [keyOf(below)] : []), ...others] }] as const;
      }),
    ),
  );
}

/**
 * The least months from the end of `after` to the end of each step that must follow it, itself (0) included; with
 * `after` null, from the start. Longest way through the chain.
 * @throws Error (a bug of the criteria) if steps require each other in a circle
 */
export function leastMonths(chain: Chain, after: StepKey | null): ReadonlyMap<StepKey, number> {
  const found = new Map<StepKey, number | null>();
  const visiting = new Set<StepKey>();
  const visit = (key: StepKey): number | null => {
    const known = found.get(key);
    if (known !== undefined) return known;
    if (key === after) return 0;
    if (visiting.has(key)) throw new Error(`${key} requires itself`);
    visiting.add(key);
    const { rung, before } = chain.get(key) ?? { rung: null, before: [] };
    const ways = before.map(visit).filter((months) => months !== null);
    const longest = ways.length > 0 ? Math.max(...ways) : after === null ? 0 : null;
    const months = longest === null ? null : longest + monthsOf(rung);
    found.set(key, months);
    return months;
  };
  return new Map(
    [...chain.keys()].flatMap((key): [StepKey, number][] => {
      const months = visit(key);
      return months === null ? [] : [[key, months]];
    }),
  );
}
