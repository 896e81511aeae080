import { Fraction } from 'fraction.js';
import type { Indicator, Instrument } from '../instrument/instrument.ts';
import type { Severity } from '../problem.ts';
import type { Evidence } from './answers.ts';
import { groupBy } from './group-by.ts';
import type { Assessment } from './merge.ts';
import type { AssignedOpd } from './merge-policy.ts';
import { exact } from './score.ts';
import type { Basis, Settlement } from './settle.ts';

/** One indicator in the hands of an OPD. */
export interface HeldIndicator {
  readonly id: string;
  /** The level that counts in the index; null: blank. */
  readonly level: number | null;
  /** The level this OPD states itself; null: blank, or its workbook is not there. */
  readonly stated: number | null;
  /** How many OPD carry it together: 1 for the lead, or where nobody else holds it; 0: another OPD leads it. */
  readonly sharedBy: number;
  /** Index points this OPD could still win with it: weight × (top − level) ÷ 100, divided among those who share it. */
  readonly toWin: Fraction;
  /** Of these, what the next whole level brings. */
  readonly nextLevel: Fraction;
  readonly documents: number;
  /** Items of the checklist marked as not there. */
  readonly lacking: readonly string[];
  readonly isOpen: boolean;
  /** What the level rests on. */
  readonly basis: Basis;
}

/** How far one OPD is, and what its indicators could still bring. */
export interface Standing {
  readonly opd: AssignedOpd;
  /** Whether a file of this OPD is there. */
  readonly isPresent: boolean;
  readonly indicators: readonly HeldIndicator[];
  readonly filled: number;
  readonly evidenced: number;
  readonly assessed: number;
  readonly problems: Counts;
  readonly toWin: Fraction;
}

/** All of a region; the points of all standings and of `unheld` add up to what the index lacks to the top. */
export interface RegionStanding {
  /** Most points still to win first, then by code. */
  readonly standings: readonly Standing[];
  /** Indicators that nobody was given: their points belong to no OPD. */
  readonly unheld: { readonly indicators: readonly string[]; readonly toWin: Fraction };
  readonly toWin: Fraction;
}

/**
 * How far each OPD is with filling, evidence and assessment, and where the points are that the index still lacks. An
 * indicator's points go to its lead; where nobody leads it, in equal parts to all who were given it.
 */
export function findStandings(assessment: Assessment): RegionStanding {
  const { instrument, assigned, settlements } = assessment;
  const evidence = groupBy(assessment.evidence, ({ opd, indicator }) => keyOf(opd, indicator));
  const problems = countProblems(assessment);
  const standings = assigned
    .filter(({ indicators }) => indicators.length > 0)
    .map((opd) => standingOf(opd, assessment, evidence, problems.get(opd.code)))
    .sort((a, b) => b.toWin.compare(a.toWin) || (a.opd.code < b.opd.code ? -1 : 1));
  const held = new Set(assigned.flatMap(({ indicators }) => indicators));
  const loose = instrument.indicators.filter(({ id }) => !held.has(id));
  const lost = (one: Indicator) => pointsLost(instrument, one, settlements.get(one.id)?.level ?? null);
  const sum = (parts: readonly Fraction[]) => parts.reduce((total, part) => total.add(part), new Fraction(0));
  return {
    standings,
    unheld: {
      indicators: loose.map(({ id }) => id),
      toWin: sum(loose.map(lost)),
    },
    toWin: sum(instrument.indicators.map(lost)),
  };
}

function standingOf(
  opd: AssignedOpd,
  assessment: Assessment,
  evidence: ReadonlyMap<string, readonly Evidence[]>,
  problems: Counts = noProblems,
): Standing {
  const wanted = new Set(opd.indicators);
  const order = assessment.instrument.indicators.filter(({ id }) => wanted.has(id));
  const indicators = order.map((one) =>
    hold(one, opd.code, assessment, evidence.get(keyOf(opd.code, one.id))?.length ?? 0),
  );
  const own = [...assessment.settlements.values()].flatMap(({ indicator, candidates }) =>
    wanted.has(indicator) ? candidates.filter((one) => one.opd === opd.code) : [],
  );
  return {
    opd,
    isPresent: own.length > 0 || [...assessment.opdOfFile.values()].includes(opd.code),
    indicators,
    filled: indicators.filter(({ stated }) => stated !== null).length,
    evidenced: indicators.filter(({ documents }) => documents > 0).length,
    assessed: new Set(own.flatMap(({ assessed, indicator }) => (assessed === null ? [] : [indicator]))).size,
    problems,
    toWin: indicators.reduce((sum, { toWin }) => sum.add(toWin), new Fraction(0)),
  };
}

type Counts = Readonly<Record<Severity, number>>;
const noProblems: Counts = { error: 0, warning: 0, info: 0 };

/** By code of the OPD whose file has them. */
function countProblems({ problems, opdOfFile }: Assessment): Map<string, Counts> {
  const counts = new Map<string, Record<Severity, number>>();
  for (const { at, severity } of problems) {
    const code = opdOfFile.get(at.file);
    if (code === undefined) continue;
    const own = counts.get(code) ?? { ...noProblems };
    own[severity]++;
    counts.set(code, own);
  }
  return counts;
}

function hold(indicator: Indicator, code: string, assessment: Assessment, documents: number): HeldIndicator {
  const { id } = indicator;
  const { instrument, settlements, assigned, checklist } = assessment;
  const settlement = settlements.get(id);
  const level = settlement?.level ?? null;
  const holders = assigned.filter(({ indicators }) => indicators.includes(id)).length;
  const lead = leadIn(settlement, assessment, id);
  const sharedBy = lead === null ? holders : lead === code ? 1 : 0;
  const lost = pointsLost(instrument, indicator, level);
  const share = sharedBy === 0 ? new Fraction(0) : lost.div(sharedBy);
  const { max, floor } = instrument.scale;
  const left = exact(max).sub(exact(level ?? floor));
  const step = left.compare(1) < 0 ? left : new Fraction(1);
  return {
    id,
    level,
    stated: statedBy(settlement, code),
    sharedBy,
    toWin: share,
    nextLevel: left.equals(0) ? new Fraction(0) : share.mul(step).div(left),
    documents,
    lacking: [...checklist].flatMap(([item, isThere]) =>
      !isThere && item.startsWith(`${id}-L`) ? [item] : [],
    ),
    isOpen: settlement?.isOpen ?? false,
    basis: settlement?.basis ?? 'blank',
  };
}

function leadIn(
  settlement: Settlement | undefined,
  { policy, assigned }: Assessment,
  id: string,
): string | null {
  const named = settlement?.lead ?? policy.leads.get(id) ?? null;
  const isKnown = assigned.some(({ code, indicators }) => code === named && indicators.includes(id));
  return isKnown ? named : null;
}

/** The lowest of what its files say. */
function statedBy(settlement: Settlement | undefined, code: string): number | null {
  const own = (settlement?.candidates ?? []).flatMap(({ opd, level }) =>
    opd === code && level !== null ? [level] : [],
  );
  return own.length === 0 ? null : Math.min(...own);
}

function pointsLost({ scale }: Instrument, { weight }: Indicator, level: number | null): Fraction {
  const { max, floor } = scale;
  return weight.mul(exact(max).sub(exact(level ?? floor))).div(100);
}

function keyOf(opd: string | null, indicator: string): string {
  return JSON.stringify([opd, indicator]);
}
