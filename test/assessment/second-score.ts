/*
 * A second way from levels to index and predicate, sharing no line and no file with src: the regulations' tables are
 * written out by hand, levels count hundredths, weights three-hundredths of a per cent, and every value is a whole
 * number of parts of one denominator that all of a regulation's weights divide. What is divided must come out whole.
 */

export interface Regulation {
  readonly id: string;
  /** In hundredths: lowest level, highest level, what a blank counts as. */
  readonly lowest: number;
  readonly highest: number;
  readonly blank: number;
  /** Decimals a level may have in the regulation's practice. */
  readonly decimals: 0 | 2;
  /** Where predicates begin, in hundredths; the first begins at the lowest level. */
  readonly edges: readonly [number, number, number, number];
  /** Years in which the predicate follows the rounded index. */
  readonly roundedYears: readonly number[];
  readonly years: readonly number[];
  /** Without domains where the regulation has none. */
  readonly domains: Readonly<Record<string, readonly string[]>> | null;
  /** Indicators and the weight of each, in three-hundredths of a per cent. */
  readonly aspects: Readonly<Record<string, readonly (readonly [string, bigint])[]>>;
}

export interface SecondScore {
  /** What all the others count parts of. */
  readonly denominator: bigint;
  readonly index: bigint;
  readonly highest: bigint;
  readonly groups: ReadonlyMap<string, bigint>;
  readonly lost: ReadonlyMap<string, bigint>;
  readonly shown: string;
  readonly predicate: string;
  /** Within half a hundredth of an edge: that edge in hundredths and the predicates beside it. */
  readonly near: readonly [number, string, string] | null;
  readonly unanswered: readonly string[];
}

const predicates = ['Kurang', 'Cukup', 'Baik', 'Sangat Baik', 'Memuaskan'] as const;

export const regulations: readonly Regulation[] = [
  {
    id: 'permenpanrb-59-2020',
    ...{ lowest: 100, highest: 500, blank: 100, decimals: 0 },
    edges: [180, 260, 350, 420],
    roundedYears: [2023],
    years: [2021, 2022, 2023, 2024, 2025],
    domains: { D1: ['A1'], D2: ['A2', 'A3', 'A4'], D3: ['A5', 'A6'], D4: ['A7', 'A8'] },
    aspects: {
      A1: each(span(1, 10), 390n),
      A2: each(span(11, 14), 750n),
      A3: each(span(15, 18), 750n),
      A4: each(span(19, 20), 750n),
      A5: each(span(21, 28), 450n),
      A6: each(span(29, 31), 450n),
      A7: each(span(32, 41), 825n),
      A8: each(span(42, 47), 900n),
    },
  },
  {
    id: 'permenpanrb-5-2018',
    ...{ lowest: 0, highest: 500, blank: 0, decimals: 0 },
    edges: [180, 260, 350, 420],
    roundedYears: [],
    years: [2018, 2019, 2020],
    domains: { D1: ['A1', 'A2'], D2: ['A3', 'A4', 'A5'], D3: ['A6', 'A7'] },
    aspects: {
      A1: each(span(1, 7), 300n),
      A2: each(span(8, 17), 300n),
      A3: each(span(18, 19), 1200n),
      A4: each(span(20, 21), 1200n),
      A5: each(span(22, 24), 1200n),
      A6: each(span(25, 31), 1500n),
      A7: each([...span(32, 34), '35-1', '35-2', '35-3'], 1000n),
    },
  },
  {
    id: 'permenpanrb-8-2026',
    ...{ lowest: 100, highest: 500, blank: 100, decimals: 2 },
    edges: [150, 250, 350, 400],
    roundedYears: [],
    years: [2026, 2027, 2030],
    domains: null,
    aspects: {
      A1: each(span(1, 2), 1500n),
      A2: each(span(3, 4), 1500n),
      A3: [...each(['5'], 1500n), ...each(['6', '7'], 900n), ...each(['8'], 1200n)],
      A4: [...each(['9', '10'], 1200n), ...each(['11'], 900n), ...each(['12'], 1200n)],
      A5: each(span(13, 14), 1500n),
      A6: [...each(span(15, 17), 1200n), ...each(['18'], 900n)],
      A7: [...each(['19'], 3000n), ...each(['20'], 4500n)],
    },
  },
];

/** @param levels hundredths by indicator; one that is missing is blank */
export function secondScore(
  regulation: Regulation,
  levels: ReadonlyMap<string, number>,
  year?: number,
): SecondScore {
  const { aspects, domains, blank, highest, roundedYears } = regulation;
  const ids = Object.values(aspects).flatMap((parts) => parts.map(([id]) => id));
  const denominator = denominatorOf(regulation);
  const hundredth = whole(denominator, 100n);
  // A three-hundredth of a per cent of a hundredth.
  const least = whole(denominator, 3_000_000n);
  const groups = new Map<string, bigint>();
  const weights = new Map<string, bigint>();
  const add = (name: string, parts: readonly (readonly [bigint, bigint])[]) => {
    const weight = parts.reduce((sum, [part]) => sum + part, 0n);
    const weighted = parts.reduce((sum, [part, value]) => sum + part * value, 0n);
    weights.set(name, weight);
    groups.set(name, whole(weighted, weight));
  };
  const addAspects = (blankLevel: number) => {
    for (const [name, parts] of Object.entries(aspects)) {
      const valued = parts.map(
        ([id, weight]) => [weight, hundredths(levels, id, blankLevel) * hundredth] as const,
      );
      add(name, valued);
    }
    const of = (name: string) => [weights.get(name) ?? 0n, groups.get(name) ?? 0n] as const;
    for (const [name, parts] of Object.entries(domains ?? {})) add(name, parts.map(of));
    add('index', Object.keys(domains ?? aspects).map(of));
    return groups.get('index') ?? 0n;
  };
  const most = addAspects(highest);
  const index = addAspects(blank);
  groups.delete('index');
  const shown = roundedHundredths(index, denominator);
  const rounded = year !== undefined && roundedYears.includes(year);
  return {
    denominator,
    index,
    highest: most,
    groups,
    lost: new Map(
      Object.values(aspects).flatMap((parts) =>
        parts.map(([id, weight]) => {
          const missing = BigInt(highest) - hundredths(levels, id, blank);
          return [id, weight * missing * least] as const;
        }),
      ),
    ),
    shown: decimal(shown),
    predicate: predicateOf(regulation, rounded ? shown * denominator : index * 100n, denominator),
    near: nearOf(regulation, index, denominator),
    unanswered: ids.filter((id) => !levels.has(id)),
  };
}

/** Hundredths nearest to so many parts, a half counting up. */
export function roundedHundredths(parts: bigint, denominator: bigint): bigint {
  const down = (parts * 100n) / denominator;
  const rest = parts * 100n - down * denominator;
  return rest + rest < denominator ? down : down + 1n;
}

export function decimal(hundredths: bigint): string {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function hundredths(levels: ReadonlyMap<string, number>, id: string, blank: number): bigint {
  return BigInt(levels.get(id) ?? blank);
}

/** @param value hundredths of the index, in parts */
function predicateOf({ edges }: Regulation, value: bigint, denominator: bigint): string {
  const reached = edges.filter((edge) => value >= BigInt(edge) * denominator).length;
  return predicates[reached] ?? '';
}

function nearOf({ edges }: Regulation, index: bigint, denominator: bigint): SecondScore['near'] {
  const position = edges.findIndex((edge) => {
    const distance = 200n * index - 2n * BigInt(edge) * denominator;
    return distance <= denominator && -distance <= denominator;
  });
  const edge = edges[position];
  return edge === undefined ? null : [edge, predicates[position] ?? '', predicates[position + 1] ?? ''];
}

const denominators = new Map<string, bigint>();

/** Hundredths of levels, the 30,000 three-hundredths in 100 per cent, and the weight of every aspect and domain. */
function denominatorOf({ id, aspects, domains }: Regulation): bigint {
  const known = denominators.get(id);
  if (known !== undefined) return known;
  const weightOf = (name: string) => (aspects[name] ?? []).reduce((sum, [, weight]) => sum + weight, 0n);
  const ofAspects = Object.keys(aspects).map(weightOf).reduce(leastMultiple);
  const ofDomains = Object.values(domains ?? {})
    .map((names) => names.map(weightOf).reduce((sum, weight) => sum + weight, 0n))
    .reduce(leastMultiple, 1n);
  const found = 3_000_000n * ofAspects * ofDomains;
  denominators.set(id, found);
  return found;
}

function leastMultiple(one: bigint, other: bigint): bigint {
  let [greater, rest] = [one, other];
  while (rest > 0n) [greater, rest] = [rest, greater % rest];
  return (one / greater) * other;
}

function whole(dividend: bigint, divisor: bigint): bigint {
  if (dividend % divisor !== 0n) throw new Error(`${dividend} is no multiple of ${divisor}`);
  return dividend / divisor;
}

function each(ids: readonly string[], weight: bigint): [string, bigint][] {
  return ids.map((id) => [id, weight]);
}

function span(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, position) => String(from + position));
}
