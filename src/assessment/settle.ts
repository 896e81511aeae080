import { Fraction } from 'fraction.js';
import type { Scale } from '../instrument/instrument.ts';
import type { Answer } from './answers.ts';
import { groupBy } from './group-by.ts';
import { type Decision, isAssigned, leadOf, type MergePolicy, type MergeRule } from './merge-policy.ts';
import { exact } from './score.ts';

/** An answer that states a level. */
export type Stated = Answer & { readonly level: number };

/**
 * What a level rests on. blank: nobody states one. single, agreed: one answer, or several alike. lead, lowest, median,
 * weighted: the rule that chose among different ones. regional: typed into the regional workbook itself.
 */
export type Basis = 'blank' | 'single' | 'agreed' | MergeRule | 'decision' | 'regional';

/** How the answers to one indicator became one level. Nothing of what was said is dropped. */
export interface Settlement {
  readonly indicator: string;
  readonly level: number | null;
  readonly basis: Basis;
  /** The answer whose words and place go with the level; its own level may be another one. null: a decision alone. */
  readonly carrier: Answer | null;
  /** OPD pengampu; null if nobody named one. */
  readonly lead: string | null;
  readonly decision: Decision | null;
  /** Every answer, blank ones too, in the order of the files. */
  readonly candidates: readonly Answer[];
  /** The answers differ, and neither the lead nor a decision has said which one counts. */
  readonly isOpen: boolean;
}

/**
 * Finds the level of one indicator. A decision stands above all. One answer passes, and several that agree. Where they
 * differ: `lead` takes that of the OPD pengampu (its blank decides nothing, nor do two answers of its own that differ;
 * then the lowest counts), `lowest` the lowest, `median` the lower of the two middle ones, `weighted` the weighted mean
 * rounded down to the scale (a level is reached only when it is reached in full). An OPD has one voice in a median or a
 * mean, however many files it sent.
 */
export function settle(
  indicator: string,
  candidates: readonly Answer[],
  policy: MergePolicy,
  scale: Scale,
): Settlement {
  const stated = candidates.filter(isStated);
  const lead = leadOf(policy, indicator);
  const decision = policy.decisions.get(indicator) ?? null;
  const shared = { indicator, lead, candidates };
  const ruled = byRule(indicator, stated, lead, policy, scale);
  if (decision) {
    const carrier = prefer(stated, decision.level, lead) ?? ruled?.carrier ?? candidates[0] ?? null;
    return { ...shared, decision, level: decision.level, basis: 'decision', carrier, isOpen: false };
  }
  if (ruled === null) {
    const carrier = candidates.find(({ opd }) => opd === lead) ?? candidates[0] ?? null;
    return { ...shared, decision, level: null, basis: 'blank', carrier, isOpen: false };
  }
  const isOpen = !['single', 'agreed', 'lead'].includes(ruled.basis);
  return { ...shared, decision, ...ruled, isOpen };
}

export function isStated(answer: Answer): answer is Stated {
  return answer.level !== null;
}

/** Different levels stated for one indicator, ascending. */
export function statedLevels(candidates: readonly Answer[]): number[] {
  return [...new Set(candidates.filter(isStated).map(({ level }) => level))].sort((a, b) => a - b);
}

interface Ruled {
  readonly level: number;
  readonly basis: Basis;
  readonly carrier: Stated;
}

function byRule(
  indicator: string,
  stated: readonly Stated[],
  lead: string | null,
  policy: MergePolicy,
  scale: Scale,
): Ruled | null {
  const [lowest] = stated.toSorted((a, b) => a.level - b.level);
  if (lowest === undefined) return null;
  if (stated.every(({ level }) => level === lowest.level)) {
    const basis = stated.length === 1 ? 'single' : 'agreed';
    return { level: lowest.level, basis, carrier: prefer(stated, lowest.level, lead) ?? lowest };
  }
  if (policy.rule === 'lead') {
    const own = stated.filter(
      ({ opd }) => opd !== null && opd === lead && isAssigned(policy, opd, indicator),
    );
    const [first] = own;
    if (first && own.every(({ level }) => level === first.level)) {
      return { level: first.level, basis: 'lead', carrier: first };
    }
    return { level: lowest.level, basis: 'lowest', carrier: lowest };
  }
  const level = compute(policy, stated, scale);
  const reached = stated.filter((one) => one.level <= level);
  const highest = Math.max(...reached.map((one) => one.level));
  return { level, basis: policy.rule, carrier: prefer(reached, highest, lead) ?? lowest };
}

function prefer(stated: readonly Stated[], level: number, lead: string | null): Stated | undefined {
  const alike = stated.filter((one) => one.level === level);
  return alike.find(({ opd }) => opd !== null && opd === lead) ?? alike[0];
}

function compute({ rule, weights }: MergePolicy, stated: readonly Stated[], scale: Scale): number {
  const voices = [...groupBy(stated, ({ opd, at }) => (opd === null ? `file ${at.file}` : `opd ${opd}`))]
    .map(([, own]) => own.reduce((lowest, one) => (one.level < lowest.level ? one : lowest)))
    .toSorted((a, b) => a.level - b.level);
  const lowest = voices[0]?.level ?? scale.floor;
  if (rule === 'median') return voices[(voices.length - 1) >> 1]?.level ?? lowest;
  if (rule !== 'weighted') return lowest;
  const weightOf = ({ opd }: Stated) => (opd === null ? undefined : weights.get(opd)) ?? new Fraction(1);
  const whole = voices.reduce((sum, voice) => sum.add(weightOf(voice)), new Fraction(0));
  const sum = voices.reduce(
    (part, voice) => part.add(weightOf(voice).mul(exact(voice.level))),
    new Fraction(0),
  );
  return sum.div(whole).floor(scale.decimals).valueOf();
}
