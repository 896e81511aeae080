import type { Fraction } from 'fraction.js';
import type { Assessment } from '../assessment/merge.ts';
import type { Score } from '../assessment/score.ts';
import type { GapDocument } from '../contract/gap.ts';
import type { Gap } from '../plan/gap.ts';
import type { GapResult } from '../plan/gap-result.ts';
import { firstDay, lastDay } from '../plan/month.ts';
import type { Schedule } from '../plan/schedule.ts';
import { bestOf } from './gap-conflict.ts';
import { nameIndicators } from './name-indicators.ts';
import { exactText, roundedNumber } from './number.ts';
import { openDocument } from './subject.ts';

/** The result by the contract of `spbe gap --format json`. */
export function toGapDocument(assessment: Assessment, result: GapResult): GapDocument {
  const { gap, schedule, path, secondFloor } = result;
  const { decimals } = assessment.instrument.rounding;
  const shown = (value: Fraction) => roundedNumber(value, decimals);
  const about = (one: Score) => toResult(one, decimals);
  const { lowestFirst } = gap.baseline;
  return {
    ...openDocument(assessment),
    status: gap.status,
    from: about(gap.from),
    target: gap.target && { indexExact: exactText(gap.target.index), label: gap.target.label },
    groupTargets: result.groups.map(({ group, index }) => ({ id: group.id, indexExact: exactText(index) })),
    floor: result.floor,
    minimize: result.aim === 'index' ? null : result.aim,
    limits: {
      budget: result.budget && {
        measure: result.budget.measure,
        amountExact: exactText(result.budget.amount),
      },
      until: result.until,
      kept: result.kept.map((one) => ({ ...one })),
    },
    reached: about(gap.reached),
    steps: toSteps(assessment, gap),
    levelSteps: gap.levelSteps,
    cost: gap.cost,
    optimal: gap.optimal,
    value: numberOf(gap.value),
    bound: numberOf(gap.bound),
    personDays: numberOf(result.days),
    rupiah: numberOf(result.rupiah),
    assumption: result.assumption,
    baseline: {
      lowestFirst: {
        levelSteps: lowestFirst.levelSteps,
        cost: lowestFirst.cost,
        index: shown(lowestFirst.reached),
        indexExact: exactText(lowestFirst.reached),
      },
    },
    secondFloor: secondFloor && {
      level: secondFloor.level,
      alone: brief(secondFloor.alone, decimals),
      both: brief(secondFloor.both, decimals),
    },
    // Of a path it is that of its last year, which starts where the years before it end.
    conflict: toConflict(assessment, path?.at(-1)?.gap ?? gap),
    alternatives: result.alternatives.map((one) => ({
      ...brief(one, decimals),
      steps: toSteps(assessment, one),
    })),
    robustness: toRobustness(result),
    schedule: toTasks(schedule),
    path:
      path?.map((one) => ({
        year: one.year,
        target: { indexExact: exactText(one.target.index), label: one.target.label },
        ...brief(one.gap, decimals),
        from: about(one.gap.from),
        optimal: one.gap.optimal,
        steps: toSteps(assessment, one.gap),
        schedule: toTasks(one.schedule),
      })) ?? null,
    byAspect: gap.byAspect.map(({ group, from, to, steps }) => ({
      id: group.id,
      name: group.name,
      from: shown(from),
      to: shown(to),
      levelSteps: steps,
    })),
    byOpd: gap.byOpd.map(({ opd, indicators, levelSteps, gain }) => ({
      opd,
      indicators: [...indicators],
      levelSteps,
      gain: roundedNumber(gain, 4),
      gainExact: exactText(gain),
    })),
    losses: gap.losses.map(({ indicator, lost }) => ({
      indicator,
      lost: roundedNumber(lost, 4),
      lostExact: exactText(lost),
    })),
    unanswered: [...gap.from.unanswered],
    problems: assessment.problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
}

function toResult({ index, band }: Score, decimals: number) {
  return { index: roundedNumber(index, decimals), indexExact: exactText(index), predicate: band.name };
}

function brief({ status, levelSteps, reached }: Gap, decimals: number) {
  return { status, levelSteps, reached: toResult(reached, decimals) };
}

function numberOf(value: Fraction | null): number | null {
  return value && Number(value.valueOf().toFixed(4));
}

function toSteps({ instrument }: Assessment, { steps }: Gap): GapDocument['steps'] {
  const named = nameIndicators(instrument);
  return steps.map(({ indicator, from, to, gain, cost, opd, requires }) => ({
    indicator,
    name: named(indicator).name,
    from,
    to,
    gain: roundedNumber(gain, 4),
    gainExact: exactText(gain),
    cost,
    opd,
    requires: requires.map((one) => ({ ...one })),
  }));
}

function toConflict(assessment: Assessment, gap: Gap): GapDocument['conflict'] {
  const { conflict } = gap;
  if (!conflict) return null;
  const best = bestOf(assessment, gap, conflict);
  return {
    between: conflict.between.map(({ kind }) => kind),
    best: best && toResult(best, assessment.instrument.rounding.decimals),
    possibleBy: conflict.possibleBy === null ? null : lastDay(conflict.possibleBy),
    enough: numberOf(conflict.enough),
  };
}

function toRobustness({ robustness }: GapResult): GapDocument['robustness'] {
  if (!robustness) return null;
  const { risk, chance, confidence, margin, isMet } = robustness;
  return {
    risk: risk.valueOf(),
    chance: roundedNumber(chance, 4),
    confidence: confidence?.valueOf() ?? null,
    marginExact: exactText(margin),
    isMet,
  };
}

function toTasks(schedule: Schedule | null): GapDocument['schedule'] {
  if (!schedule) return null;
  const { start, end, closing, tasks, unkept } = schedule;
  return {
    start: firstDay(start),
    end: lastDay(end),
    closing: closing === null ? null : lastDay(closing),
    unkeptOrders: unkept.length,
    tasks: tasks.map((task) => ({
      indicator: task.indicator,
      from: task.from,
      to: task.to,
      opd: task.opd,
      start: firstDay(task.start),
      end: lastDay(task.end),
      months: task.work.months,
      personDays: roundedNumber(task.work.days, 4),
      rupiah: numberOf(task.work.rupiah),
      gainExact: exactText(task.gain),
      delayPriceExact: exactText(task.delayPrice),
      evidence: task.evidence.map(({ id, text }) => ({ id, text })),
    })),
  };
}
