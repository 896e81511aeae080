import type { Assessment } from '../assessment/merge.ts';
import type { Score } from '../assessment/score.ts';
import type { RegionStanding, Standing } from '../assessment/standing.ts';
import type { StatusDocument } from '../contract/status.ts';
import { conflictRangeOf } from './conflict-range.ts';
import { nameIndicators } from './name-indicators.ts';
import { exactText, roundedNumber } from './number.ts';
import { openDocument } from './subject.ts';

/** The json of `spbe status`, for the standings that are shown. */
export function toStatusDocument(
  assessment: Assessment,
  score: Score,
  region: RegionStanding,
  shown: readonly Standing[],
): StatusDocument {
  const { instrument, settlements } = assessment;
  const { decimals } = instrument.rounding;
  return {
    ...openDocument(assessment),
    index: roundedNumber(score.index, decimals),
    indexExact: exactText(score.index),
    predicate: score.band.name,
    conflictRange: conflictRangeOf(instrument, settlements),
    totals: {
      opd: region.standings.length,
      present: region.standings.filter(({ isPresent }) => isPresent).length,
      indicators: instrument.indicators.length,
      filled: instrument.indicators.length - score.unanswered.length,
      pointsToWin: roundedNumber(region.toWin, 4),
      pointsToWinExact: exactText(region.toWin),
    },
    unheld: {
      indicators: [...region.unheld.indicators],
      pointsToWin: roundedNumber(region.unheld.toWin, 4),
    },
    opd: shown.map((one) => toOpd(one, assessment)),
  };
}

function toOpd(
  { opd, isPresent, filled, evidenced, assessed, problems, toWin, indicators }: Standing,
  { instrument }: Assessment,
): StatusDocument['opd'][number] {
  const named = nameIndicators(instrument);
  return {
    code: opd.code,
    name: opd.name,
    present: isPresent,
    assigned: indicators.length,
    filled,
    evidenced,
    assessed,
    problems: { ...problems },
    pointsToWin: roundedNumber(toWin, 4),
    pointsToWinExact: exactText(toWin),
    indicators: indicators.map((one) => ({
      id: one.id,
      name: named(one.id).name,
      level: one.level,
      basis: one.basis,
      stated: one.stated,
      sharedBy: one.sharedBy,
      pointsToWin: roundedNumber(one.toWin, 4),
      pointsToWinExact: exactText(one.toWin),
      nextLevelPoints: roundedNumber(one.nextLevel, 4),
      documents: one.documents,
      lacking: [...one.lacking],
      conflict: one.isOpen,
    })),
  };
}
