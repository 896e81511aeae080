import { Fraction } from 'fraction.js';
import { groupBy } from '../../assessment/group-by.ts';
import type { ReviewedDocument } from '../../assessment/review.ts';
import type { ReportDocument } from '../../contract/report.ts';
import type { Indicator } from '../../instrument/instrument.ts';
import { findMissingEvidence } from '../../plan/missing-evidence.ts';
import { nameOpd } from '../name-opd.ts';
import { exactText, roundedNumber } from '../number.ts';
import { provenLevelsById } from '../proven.ts';
import { settledOf } from '../settled.ts';
import type { Findings } from './compose.ts';

type Row = ReportDocument['indicators'][number];

/** Each indicator of the instrument with all that is known of it, in the regulation's order. */
export function listIndicators(findings: Findings): Row[] {
  const { assessment, evaluation, scored, past, plan } = findings;
  const scores = new Map(scored.score.indicators.map((one) => [one.id, one]));
  const provenOf = provenLevelsById(evaluation);
  const documents = groupBy(evaluation.review?.documents ?? [], ({ evidence }) => evidence.indicator);
  const reached = new Map(plan?.gap.reached.indicators.map(({ id, level }) => [id, level]));
  return assessment.instrument.indicators.map((indicator): Row => {
    const { id, name, shortName, group, weight } = indicator;
    const { level = null, lost = new Fraction(0) } = scores.get(id) ?? {};
    const answer = assessment.answers.get(id);
    return {
      id,
      name,
      shortName,
      group,
      weight: exactText(weight),
      level,
      claimed: answer?.level ?? null,
      proven: provenOf.get(id) ?? null,
      assessed: evaluation.assessedLevels.get(id) ?? null,
      past: past?.isComparable ? (past.levels.get(id) ?? null) : null,
      planned: reached.get(id) ?? null,
      lost: roundedNumber(lost, 4),
      lostExact: exactText(lost),
      opd: answer?.opd ? { code: answer.opd, name: nameOpd(assessment.opd, answer.opd) } : null,
      at: answer ? { ...answer.at } : null,
      settled: settledOf(assessment.settlements.get(id)),
      unproven: unprovenOf(findings, id),
      facts: answer?.explanation ?? '',
      analysis: answer?.analysis ?? null,
      documents: (documents.get(id) ?? []).map(toDocument),
      ...ladderOf(findings, indicator, level),
    };
  });
}

/** Where the indicator stands on its ladder, and what the next rung asks for. */
function ladderOf(
  { assessment: { instrument, checklist }, criteria }: Findings,
  { id, weight }: Indicator,
  level: number | null,
): Pick<Row, 'criterion' | 'nextCriterion' | 'next' | 'nextEvidence'> {
  const { floor, max } = instrument.scale;
  const now = level ?? floor;
  const above = Math.floor(now) + 1;
  const own = criteria.byIndicator.get(id);
  const criterionAt = (wanted: number) => own?.levels.find((one) => one.level === wanted)?.criterion ?? null;
  const room = now >= max ? new Fraction(0) : new Fraction(above).sub(new Fraction(String(now)));
  return {
    criterion: criterionAt(Math.floor(now)),
    nextCriterion: now >= max ? null : criterionAt(above),
    next: roundedNumber(weight.mul(room).div(100), 4),
    nextEvidence:
      now >= max
        ? []
        : findMissingEvidence(own, above, (item) => checklist.get(item) === true).items.map(
            ({ text }) => text,
          ),
  };
}

function unprovenOf({ evaluation: { review } }: Findings, indicator: string): Row['unproven'] {
  const found = review?.proven.find(({ id }) => id === indicator);
  if (!found || found.reason === null || found.stopsAt === null) return null;
  const { reason, stopsAt, missing } = found;
  return { reason, stopsAt, missing: missing.map(({ text }) => text) };
}

function toDocument({ evidence, status, problems }: ReviewedDocument): Row['documents'][number] {
  const { title, number, date, dated, location, level, at } = evidence;
  return {
    title,
    number,
    date: dated.kind === 'day' ? dated.iso : date,
    location,
    level,
    status,
    problems: problems.map(({ message }) => message),
    at: { ...at },
  };
}
