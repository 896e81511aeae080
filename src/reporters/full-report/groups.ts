import { Fraction } from 'fraction.js';
import type { Score } from '../../assessment/score.ts';
import type { ReportDocument } from '../../contract/report.ts';
import type { Group } from '../../instrument/instrument.ts';
import { exactText, roundedNumber } from '../number.ts';
import type { Findings } from './compose.ts';

/** What the official report counts as strength and as weakness (Laporan Hasil Evaluasi: tingkat 4–5, and 1–2). */
const strongFrom = 4;
const weakTo = 2;

/** Domains and aspects, each domain before its aspects, with everything that is set beside their values. */
export function listGroups(findings: Findings): ReportDocument['groups'] {
  const { assessment, evaluation, scored, plan, past, peers } = findings;
  const { instrument } = assessment;
  const { groups } = instrument;
  const rounded = (value: Fraction) => roundedNumber(value, instrument.rounding.decimals);
  const valuesOf = (from: Score | null | undefined) =>
    new Map(from?.groups.map(({ group, index }) => [group.id, index]));
  const now = valuesOf(scored.score);
  const provenBy = valuesOf(evaluation.proven);
  const plannedBy = valuesOf(plan?.gap.reached);
  const optional = (value: Fraction | undefined) => (value === undefined ? null : rounded(value));
  return inReadingOrder(groups).map((group) => {
    const own = scored.score.indicators.filter(({ id }) => isWithin(findings, id, group));
    const index = now.get(group.id) ?? new Fraction(0);
    const lost = own.reduce((sum, one) => sum.add(one.lost), new Fraction(0));
    return {
      id: group.id,
      kind: group.kind,
      parent: group.parent,
      name: group.name,
      weight: exactText(group.weight),
      index: rounded(index),
      indexExact: exactText(index),
      proven: optional(provenBy.get(group.id)),
      planned: optional(plannedBy.get(group.id)),
      past: past?.isComparable ? (past.groups.get(group.id) ?? null) : null,
      peers: peers?.groups.get(group.id) ?? null,
      lost: roundedNumber(lost, 4),
      strong: own.filter(({ level }) => level !== null && level >= strongFrom).map(({ id }) => id),
      weak: own
        .filter(({ level }) => (level ?? instrument.scale.floor) <= weakTo)
        .toSorted((a, b) => b.lost.compare(a.lost))
        .map(({ id }) => id),
    };
  });
}

function inReadingOrder(groups: readonly Group[]): Group[] {
  return groups
    .filter(({ parent }) => parent === null)
    .flatMap((top) => [top, ...groups.filter(({ parent }) => parent === top.id)]);
}

function isWithin({ assessment: { instrument } }: Findings, indicator: string, group: Group): boolean {
  const aspect = instrument.indicators.find(({ id }) => id === indicator)?.group;
  return aspect === group.id || instrument.groups.find(({ id }) => id === aspect)?.parent === group.id;
}
