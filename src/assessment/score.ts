import { Fraction } from 'fraction.js';
import type { Band, Group, Instrument } from '../instrument/instrument.ts';

/** Maturity level per indicator id; an indicator without an entry is blank. */
export type Levels = ReadonlyMap<string, number>;

export interface Score {
  /** Exact index, blanks at the floor level. */
  readonly index: Fraction;
  /** Rounded once, half up, at the end; e.g. `2.98`. */
  readonly shown: string;
  readonly band: Band;
  /** Set when the exact index lies so close to a band's edge that the other reading might give another predicate. */
  readonly nearEdge: NearEdge | null;
  /** Index with every blank at the floor, and at the top. */
  readonly range: { readonly low: Fraction; readonly high: Fraction };
  readonly groups: readonly GroupScore[];
  readonly indicators: readonly IndicatorScore[];
  /** Ids of blank indicators, in the instrument's order. */
  readonly unanswered: readonly string[];
}

export interface NearEdge {
  readonly edge: Fraction;
  readonly below: string;
  readonly above: string;
}

export interface GroupScore {
  readonly group: Group;
  readonly index: Fraction;
}

export interface IndicatorScore {
  readonly id: string;
  /** null if blank. */
  readonly level: number | null;
  /** What the indicator takes from the index, against the top level: weight × (top − level) ÷ 100. */
  readonly lost: Fraction;
}

/**
 * Computes aspect, domain and overall index exactly: weighted means of the levels, no rounding in between
 * (PermenPANRB 59/2020 pp. 21–24; the same chain in 5/2018).
 * @param levels whole or decimal levels on the instrument's scale; ids unknown to the instrument are a caller's bug
 * @param year evaluation year; decides the band's basis where the Ministry's practice differs by year
 * @throws Error (a bug) if the two independent ways to the index disagree, or a level is off the scale
 * @example
 * const { index, shown, band } = score(instrument, new Map([['1', 3], ['2', 4]]), 2024);
 * console.log(shown, band.name, index.toFraction());
 */
export function score(instrument: Instrument, levels: Levels, year?: number): Score {
  assertOnScale(instrument, levels);
  const levelOf = exactLevels(levels, instrument.scale.floor);
  const groups = scoreGroups(instrument, levelOf);
  const index = indexThroughTree(groups);
  if (!index.equals(indexFromWeights(instrument, levelOf))) {
    throw new Error(`Two ways to the index disagree: ${index.toFraction()}`);
  }
  const top = exact(instrument.scale.max);
  const unanswered = instrument.indicators.flatMap(({ id }) => (levels.has(id) ? [] : [id]));
  return {
    index,
    shown: roundHalfUp(index, instrument.rounding.decimals),
    band: bandOf(instrument, index, year),
    nearEdge: findNearEdge(instrument, index),
    range: {
      low: index,
      high: indexFromWeights(instrument, exactLevels(levels, instrument.scale.max)),
    },
    groups,
    indicators: instrument.indicators.map(({ id, weight }) => ({
      id,
      level: levels.get(id) ?? null,
      lost: weight.mul(top.sub(levelOf(id))).div(100),
    })),
    unanswered,
  };
}

/** The band an index falls in, by the instrument's rule for that year. */
export function bandOf(instrument: Instrument, index: Fraction, year?: number): Band {
  const { bandEdge, bands, rounding } = instrument;
  const basis = (year === undefined ? undefined : bandEdge.byYear.get(year)) ?? bandEdge.basis;
  const value = basis === 'exact' ? index : new Fraction(roundHalfUp(index, rounding.decimals));
  const band = bands.findLast(({ from }) => value.compare(from) >= 0);
  if (band === undefined) throw new Error(`Index ${index.toFraction()} lies below every band`);
  return band;
}

/**
 * Decimal text of an exact value ≥ 0, rounded half up: 2.465 → `2.47`.
 * @example
 * for (const { group, index } of score(instrument, levels).groups) console.log(group.name, roundHalfUp(index, 2));
 */
export function roundHalfUp(value: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const { n, d } = value;
  const units = (2n * n * scale + d) / (2n * d);
  const digits = units.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A level as an exact value: 2.45 means 49/20, not the nearest binary float. */
export function exact(level: number): Fraction {
  return new Fraction(String(level));
}

/** The exact level of an indicator, `blank` if it has none. Each level is read once: sheets hold few different ones. */
function exactLevels(levels: Levels, blank: number): (id: string) => Fraction {
  const values = new Map<number, Fraction>();
  return (id) => {
    const level = levels.get(id) ?? blank;
    const value = values.get(level) ?? exact(level);
    values.set(level, value);
    return value;
  };
}

function scoreGroups(instrument: Instrument, levelOf: (id: string) => Fraction): GroupScore[] {
  const scored = new Map<string, Fraction>();
  for (const aspect of instrument.groups.filter(({ kind }) => kind === 'aspect')) {
    const parts = instrument.indicators.filter(({ group }) => group === aspect.id);
    scored.set(
      aspect.id,
      mean(
        parts.map(({ id, weight }) => ({ weight, value: levelOf(id) })),
        aspect.weight,
      ),
    );
  }
  for (const domain of instrument.groups.filter(({ kind }) => kind === 'domain')) {
    const parts = instrument.groups.filter(({ parent }) => parent === domain.id);
    scored.set(
      domain.id,
      mean(
        parts.map(({ id, weight }) => ({ weight, value: known(scored, id) })),
        domain.weight,
      ),
    );
  }
  return instrument.groups.map((group) => ({ group, index: known(scored, group.id) }));
}

function indexThroughTree(groups: readonly GroupScore[]): Fraction {
  const top = groups.filter(({ group }) => group.parent === null);
  return mean(
    top.map(({ group, index }) => ({ weight: group.weight, value: index })),
    new Fraction(100),
  );
}

function indexFromWeights(instrument: Instrument, levelOf: (id: string) => Fraction): Fraction {
  return instrument.indicators
    .reduce((sum, { id, weight }) => sum.add(weight.mul(levelOf(id))), new Fraction(0))
    .div(100);
}

function mean(parts: readonly { weight: Fraction; value: Fraction }[], whole: Fraction): Fraction {
  return parts.reduce((sum, { weight, value }) => sum.add(weight.mul(value)), new Fraction(0)).div(whole);
}

function findNearEdge({ bands, bandEdge }: Instrument, index: Fraction): NearEdge | null {
  for (const [position, { from, name }] of bands.entries()) {
    const below = bands[position - 1];
    if (below && index.sub(from).abs().compare(bandEdge.warnWithin) <= 0) {
      return { edge: from, below: below.name, above: name };
    }
  }
  return null;
}

function assertOnScale(instrument: Instrument, levels: Levels): void {
  const ids = new Set(instrument.indicators.map(({ id }) => id));
  const { min, max } = instrument.scale;
  for (const [id, level] of levels) {
    if (!ids.has(id)) throw new Error(`No indicator ${id} in ${instrument.id}`);
    if (!(level >= min && level <= max)) throw new Error(`Level ${level} of ${id} is off the scale`);
  }
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Missing ${String(key)}`);
  return value;
}
