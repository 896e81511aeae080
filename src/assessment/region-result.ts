import type { Fraction } from 'fraction.js';
import type { Indicator, Instrument } from '../instrument/instrument.ts';
import type { InstitutionKind } from './institution-name.ts';
import { exact, type Score } from './score.ts';
import type { Stage } from './stage.ts';

/** What one region has reached, ready to be set beside others of the same instrument; never added up with them. */
export interface RegionResult {
  /** How the region is called here; unique in a comparison. */
  readonly label: string;
  /** null if it is not named. */
  readonly region: string | null;
  readonly kind: InstitutionKind | null;
  readonly year: number | null;
  /** Whose levels these are. */
  readonly stage: Stage;
  readonly source: 'files' | 'exchange';
  readonly score: Score;
}

/** An indicator in which others stand higher. */
export interface HigherElsewhere {
  readonly indicator: Indicator;
  /** null if blank. */
  readonly own: number | null;
  /** The highest level of the others. */
  readonly highest: number;
  /** Labels of those at the highest level, in their order. */
  readonly best: readonly string[];
  /** How many of the others stand higher. */
  readonly higher: number;
  /** Index points between the own level and the highest. */
  readonly points: Fraction;
}

/**
 * Where others stand higher, what is worth most first; equal ones in the instrument's order. A blank counts at the floor.
 */
export function findHigher(
  instrument: Instrument,
  own: RegionResult,
  others: readonly RegionResult[],
): HigherElsewhere[] {
  return instrument.indicators
    .flatMap((indicator): HigherElsewhere[] => {
      const level = levelOf(own, indicator.id);
      const above = others
        .map(({ label, ...other }) => ({
          label,
          level: levelOf(other, indicator.id) ?? instrument.scale.floor,
        }))
        .filter((other) => other.level > (level ?? instrument.scale.floor));
      if (above.length === 0) return [];
      const highest = Math.max(...above.map((other) => other.level));
      return [
        {
          indicator,
          own: level,
          highest,
          best: above.filter((other) => other.level === highest).map(({ label }) => label),
          higher: above.length,
          points: indicator.weight.mul(exact(highest).sub(exact(level ?? instrument.scale.floor))).div(100),
        },
      ];
    })
    .toSorted((a, b) => b.points.compare(a.points));
}

/** null if blank. */
export function levelOf({ score }: Pick<RegionResult, 'score'>, id: string): number | null {
  return score.indicators.find((one) => one.id === id)?.level ?? null;
}

/** What one level more on one indicator gives. */
export interface SingleStep {
  readonly indicator: Indicator;
  readonly from: number;
  readonly to: number;
  readonly index: Fraction;
}

/** The single steps of one level that reach this index, the highest result first. */
export function stepsThatReach(
  instrument: Instrument,
  { index, indicators }: Score,
  wanted: Fraction,
): SingleStep[] {
  const levels = new Map(indicators.map(({ id, level }) => [id, level]));
  const { floor, max } = instrument.scale;
  return instrument.indicators
    .flatMap((indicator): SingleStep[] => {
      const from = levels.get(indicator.id) ?? floor;
      const to = Math.floor(from) + 1;
      const after = index.add(indicator.weight.mul(exact(to).sub(exact(from))).div(100));
      return to > max || after.compare(wanted) < 0 ? [] : [{ indicator, from, to, index: after }];
    })
    .toSorted((a, b) => b.index.compare(a.index));
}
