import { Fraction } from 'fraction.js';
import { formatIds } from '../instrument/id-list.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Place, Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { isAssigned, type MergePolicy } from './merge-policy.ts';
import { regionalOpd } from './regional.ts';
import { roundHalfUp } from './score.ts';
import { isStated, type Settlement } from './settle.ts';
import type { Submission } from './submission.ts';

/** OPD of the project that were given indicators and have sent nothing: what they hold, and what it is worth. */
export function findMissing(
  settlements: ReadonlyMap<string, Settlement>,
  files: readonly Submission[],
  { assigned }: MergePolicy,
  instrument: Instrument,
  at: Place,
): Problem[] {
  const present = new Set([
    ...files.flatMap(({ meta }) => (meta ? [meta.opd.code] : [])),
    ...[...settlements.values()].flatMap(({ candidates }) => candidates.map(({ opd }) => opd)),
  ]);
  return (assigned ?? [])
    .filter(({ code, indicators }) => indicators.length > 0 && !present.has(code))
    .map(({ code, name, indicators }) => {
      const held = instrument.indicators.filter(({ id }) => indicators.includes(id));
      const { max, floor } = instrument.scale;
      const points = held
        .reduce((sum, { weight }) => sum.add(weight), new Fraction(0))
        .mul(max - floor)
        .div(100);
      return problem('workbook-missing', at, {
        opd: code,
        name,
        indicators: formatIds(
          held.map(({ id }) => id),
          instrument.indicators,
        ),
        points: roundHalfUp(points, 4),
      });
    });
}

/** Levels stated by an OPD that was not given the indicator: they count as answers, never as those of the lead. */
export function findUnassigned(settlements: ReadonlyMap<string, Settlement>, policy: MergePolicy): Problem[] {
  return [...settlements.values()].flatMap(({ indicator, candidates }) =>
    candidates.filter(isStated).flatMap(({ opd, at }) => {
      if (opd === null || opd === regionalOpd.code || isAssigned(policy, opd, indicator)) return [];
      return [problem('answer-unassigned', at, { indicator, opd })];
    }),
  );
}
