import { Fraction } from 'fraction.js';
import type { Group, Instrument } from '../instrument/instrument.ts';
import type { Score } from './score.ts';

export interface LevelChange {
  readonly id: string;
  /** null = blank. */
  readonly from: number | null;
  readonly to: number | null;
  /** What the change adds to the index, or takes from it. */
  readonly points: Fraction;
}

export interface AspectChange {
  readonly group: Group;
  readonly from: Fraction;
  readonly to: Fraction;
  readonly points: Fraction;
}

export interface Changes {
  readonly difference: Fraction;
  /** Indicators whose level differs, in the instrument's order. */
  readonly indicators: readonly LevelChange[];
  readonly aspects: readonly AspectChange[];
}

/**
 * Where the difference of two results comes from, exactly: the points of the indicators, and those of the aspects, each
 * add up to it.
 * @throws Error (a bug) if they do not
 */
export function changesBetween(instrument: Instrument, from: Score, to: Score): Changes {
  const difference = to.index.sub(from.index);
  const before = new Map(from.indicators.map((one) => [one.id, one]));
  const indicators = to.indicators.flatMap(({ id, level, lost }): LevelChange[] => {
    const old = before.get(id);
    if (old === undefined) throw new Error(`No indicator ${id} before`);
    return old.level === level ? [] : [{ id, from: old.level, to: level, points: old.lost.sub(lost) }];
  });
  const aspects = aspectChanges(instrument, from.groups, to.groups);
  assertAddsUp(indicators, difference);
  assertAddsUp(aspects, difference);
  return { difference, indicators, aspects };
}

/** What each aspect adds to the difference: weight × (new − old) ÷ 100. */
export function aspectChanges(
  instrument: Instrument,
  from: Score['groups'],
  to: Score['groups'],
): AspectChange[] {
  const indexOf = (groups: Score['groups'], id: string) => {
    const found = groups.find(({ group }) => group.id === id);
    if (found === undefined) throw new Error(`No aspect ${id}`);
    return found.index;
  };
  return instrument.groups
    .filter(({ kind }) => kind === 'aspect')
    .map((group) => {
      const [old, now] = [indexOf(from, group.id), indexOf(to, group.id)];
      return { group, from: old, to: now, points: group.weight.mul(now.sub(old)).div(100) };
    });
}

function assertAddsUp(parts: readonly { readonly points: Fraction }[], difference: Fraction): void {
  const sum = parts.reduce((total, { points }) => total.add(points), new Fraction(0));
  if (!sum.equals(difference)) throw new Error(`Parts ${sum.toFraction()} ≠ ${difference.toFraction()}`);
}
