import { Fraction } from 'fraction.js';
import type { Group, Instrument } from '../instrument/instrument.ts';
import { groupBy } from './group-by.ts';
import { type StageResult, type StageStep, stepBetween } from './stages.ts';

/** One year of one region in which both the claim and an external result are known. */
export interface PastResult {
  readonly region: string;
  readonly year: number;
  readonly claim: StageResult;
  readonly external: StageResult;
  /** Code of the OPD by indicator, where it is known. */
  readonly opd: ReadonlyMap<string, string>;
}

export interface Optimism {
  readonly results: readonly (PastResult & { readonly gap: Fraction })[];
  /** Mean points per aspect over all results. */
  readonly aspects: readonly { readonly group: Group; readonly gap: Fraction }[];
  /** Those that an external result changed, the dearest first; over the results that state levels. */
  readonly indicators: readonly IndicatorGap[];
  /** Points of each OPD's indicators, mean over the results that know the OPD; the dearest first. */
  readonly opd: readonly { readonly code: string; readonly gap: Fraction }[];
  readonly expected: Expected | null;
  readonly regions: number;
}

export interface IndicatorGap {
  readonly id: string;
  /** Mean points. */
  readonly gap: Fraction;
  /** In how many results it was lowered, of how many that state levels. */
  readonly lowered: number;
  readonly of: number;
}

/** What a claim may come to, if it is cut as past claims were. */
export interface Expected {
  readonly year: number | null;
  readonly claim: Fraction;
  readonly mean: Fraction;
  /** By the largest and the smallest past cut; null with fewer than two results: one says nothing of a spread. */
  readonly range: { readonly low: Fraction; readonly high: Fraction } | null;
}

/**
 * How far external results lie from the claims they judge: external − claimed, so that a cut is negative.
 * @param results of the same instrument
 * @param claim this year's, of which the result is not known yet; null if there is none
 */
export function findOptimism(
  instrument: Instrument,
  results: readonly PastResult[],
  claim: { readonly year: number | null; readonly index: Fraction } | null,
): Optimism {
  const compared = results.map((one) => ({ one, step: stepBetween(instrument, one.claim, one.external) }));
  const gaps = compared.map(({ step }) => step.difference);
  return {
    results: compared.map(({ one, step }) => ({ ...one, gap: step.difference })),
    aspects: instrument.groups
      .filter(({ kind }) => kind === 'aspect')
      .map((group) => ({ group, gap: meanOf(compared.map(({ step }) => pointsOfAspect(step, group))) })),
    indicators: indicatorGaps(compared),
    opd: opdGaps(compared),
    expected: claim && expect(instrument, claim, gaps),
    regions: new Set(results.map(({ region }) => region)).size,
  };
}

interface Compared {
  readonly one: PastResult;
  readonly step: StageStep;
}

function pointsOfAspect({ aspects }: StageStep, { id }: Group): Fraction {
  return aspects.find(({ group }) => group.id === id)?.points ?? new Fraction(0);
}

function indicatorGaps(compared: readonly Compared[]): IndicatorGap[] {
  const steps = compared.flatMap(({ step }) => (step.indicators ? [step.indicators] : []));
  const byId = groupBy(steps.flat(), ({ id }) => id);
  return [...byId]
    .map(([id, changes]) => ({
      id,
      gap: sum(changes.map(({ points }) => points)).div(steps.length),
      lowered: changes.filter(({ points }) => points.compare(0) < 0).length,
      of: steps.length,
    }))
    .sort((a, b) => a.gap.compare(b.gap));
}

function opdGaps(compared: readonly Compared[]): Optimism['opd'] {
  const knowing = compared.filter(({ one, step }) => one.opd.size > 0 && step.indicators !== null);
  const changes = knowing.flatMap(({ one, step }) =>
    (step.indicators ?? []).flatMap(({ id, points }) => {
      const code = one.opd.get(id);
      return code === undefined ? [] : [{ code, points }];
    }),
  );
  return [...groupBy(changes, ({ code }) => code)]
    .map(([code, own]) => ({ code, gap: sum(own.map(({ points }) => points)).div(knowing.length) }))
    .sort((a, b) => a.gap.compare(b.gap));
}

function expect(
  { scale }: Instrument,
  { year, index }: { readonly year: number | null; readonly index: Fraction },
  gaps: readonly Fraction[],
): Expected | null {
  if (gaps.length === 0) return null;
  const after = (gap: Fraction) => clamp(index.add(gap), scale.min, scale.max);
  const sorted = gaps.toSorted((a, b) => a.compare(b));
  const [low, high] = [sorted[0], sorted.at(-1)];
  return {
    year,
    claim: index,
    mean: after(meanOf(gaps)),
    range: low && high && gaps.length > 1 ? { low: after(low), high: after(high) } : null,
  };
}

function clamp(value: Fraction, low: number, high: number): Fraction {
  if (value.compare(low) < 0) return new Fraction(low);
  return value.compare(high) > 0 ? new Fraction(high) : value;
}

function meanOf(values: readonly Fraction[]): Fraction {
  return values.length === 0 ? new Fraction(0) : sum(values).div(values.length);
}

function sum(values: readonly Fraction[]): Fraction {
  return values.reduce((total, value) => total.add(value), new Fraction(0));
}
