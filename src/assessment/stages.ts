import { Fraction } from 'fraction.js';
import type { Band, Instrument } from '../instrument/instrument.ts';
import { type AspectChange, aspectChanges, changesBetween, type LevelChange } from './changes.ts';
import { bandOf, type GroupScore, type Levels, type Score, score } from './score.ts';
import type { Stage } from './stage.ts';

/** What one stage says, as read. */
export interface StageInput {
  readonly stage: Stage;
  /** Files it comes from. */
  readonly source: string;
  /** Only those it decided itself; empty where a result states sums only. */
  readonly own: Levels;
  /** Sums of a result that states no levels. */
  readonly sums: { readonly groups: readonly GroupScore[]; readonly index: Fraction } | null;
  /** Why, by indicator. */
  readonly reasons: ReadonlyMap<string, string>;
}

export interface StageResult extends StageInput {
  /** Its own levels, and for the others those of the stage before; null if it states sums only. */
  readonly levels: Levels | null;
  /** Indicators it does not speak of, whose level the stage before decided; in the instrument's order. */
  readonly carried: readonly string[];
  readonly score: Score | null;
  readonly groups: readonly GroupScore[];
  readonly index: Fraction;
  /** null if the stated sums lie below every band. */
  readonly band: Band | null;
}

/** From one stage to another. */
export interface StageStep {
  readonly from: Stage;
  readonly to: Stage;
  readonly difference: Fraction;
  /** null where one of the two states no levels: then the aspects alone explain the difference. */
  readonly indicators: readonly (LevelChange & { readonly reason: string })[] | null;
  readonly aspects: readonly AspectChange[];
}

/**
 * The stages of one year, each resting on the one before: what a stage does not speak of keeps its level, as in the
 * Ministry's application, where an assessor changes what he sees otherwise.
 * @param inputs in the order of the stages
 */
export function buildStages(
  instrument: Instrument,
  inputs: readonly StageInput[],
  year?: number,
): StageResult[] {
  let before: Levels = new Map();
  return inputs.map((input): StageResult => {
    if (input.own.size === 0 && input.sums !== null) {
      const { groups, index } = input.sums;
      const lowest = instrument.bands[0]?.from ?? new Fraction(0);
      const band = index.compare(lowest) < 0 ? null : bandOf(instrument, index, year);
      return { ...input, levels: null, carried: [], score: null, groups, index, band };
    }
    const carried = instrument.indicators.flatMap(({ id }) =>
      before.has(id) && !input.own.has(id) ? [id] : [],
    );
    const levels = new Map([...before, ...input.own]);
    before = levels;
    const result = score(instrument, levels, year);
    const { groups, index, band } = result;
    return { ...input, levels, carried, score: result, groups, index, band };
  });
}

/** Each stage against the one before; with three and more also the last against the first, which comes at the end. */
export function stageSteps(instrument: Instrument, results: readonly StageResult[]): StageStep[] {
  const pairs = results.slice(1).map((to, index) => [results[index], to] as const);
  if (results.length > 2) pairs.push([results[0], results.at(-1) as StageResult]);
  return pairs.flatMap(([from, to]) => (from ? [stepBetween(instrument, from, to)] : []));
}

/** What changed from one stage to another, and what each indicator or aspect adds to it. */
export function stepBetween(instrument: Instrument, from: StageResult, to: StageResult): StageStep {
  const difference = to.index.sub(from.index);
  const ends = { from: from.stage, to: to.stage, difference };
  if (from.score === null || to.score === null) {
    return { ...ends, indicators: null, aspects: aspectChanges(instrument, from.groups, to.groups) };
  }
  const { indicators, aspects } = changesBetween(instrument, from.score, to.score);
  const reasoned = indicators.map((one) => ({ ...one, reason: to.reasons.get(one.id) ?? '' }));
  return { ...ends, indicators: reasoned, aspects };
}
