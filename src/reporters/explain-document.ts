import type { ExplainDocument } from '../contract/explain.ts';
import type { IndicatorCriteria, LevelCriteria } from '../instrument/criteria-schema.ts';
import type { Indicator, Instrument } from '../instrument/instrument.ts';
import type { Criteria } from '../instrument/load-criteria.ts';
import type { Explained } from './explain-indicator.ts';
import { externalOf, toExternalIndex } from './external-index.ts';
import { exactText } from './number.ts';
import { settledOf } from './settled.ts';

/** The json document of one indicator. */
export function toDocument(
  explained: Explained,
  texts: IndicatorCriteria,
  levels: readonly LevelCriteria[],
): ExplainDocument {
  const { instrument, indicator, criteria, continuations, answer, settlement, converted } = explained;
  const external = externalOf(instrument, indicator);
  return {
    schemaVersion: 1,
    instrument: instrument.id,
    caution: instrument.caution,
    kind: 'indicator',
    id: indicator.id,
    name: indicator.name,
    question: indicator.question,
    group: indicator.group,
    weight: exactText(indicator.weight),
    stepGain: exactText(indicator.weight.div(100)),
    explanation: texts.explanation,
    why: texts.why,
    lead: texts.lead,
    related: texts.related,
    applications: texts.applications,
    refusals: texts.refusals,
    externalIndex: external && toExternalIndex(external, converted),
    levels: levels.map((one) => {
      const step = stepOf(criteria, texts, one.level);
      return {
        level: one.level,
        name: nameOf(instrument, indicator, one.level),
        criterion: one.criterion,
        fulfilment: one.fulfilment,
        requires: one.requires,
        evidence: one.evidence.map((item) => ({
          id: item.id,
          text: item.text,
          kind: item.kind,
          required: item.required,
          anyOf: item.anyOf ?? null,
          maxAgeYears: item.maxAgeYears ?? null,
          yearsAfterReview: item.yearsAfterReview ?? null,
        })),
        note: one.note ?? null,
        assumption: step && { months: step.months, personDays: step.personDays },
      };
    }),
    continuations: continuations.map(({ direction, instrument: other, indicator: id, link }) => ({
      direction,
      instrument: other,
      indicator: id,
      certainty: link.certainty,
      reason: link.reason,
      evidence: link.evidence,
    })),
    standing:
      answer === undefined
        ? null
        : {
            level: answer?.level ?? null,
            opd: answer?.opd ?? null,
            at: answer ? { ...answer.at } : null,
            settled: settledOf(settlement ?? undefined),
          },
  };
}

/** Name of a level, null where no source gives it. */
export function nameOf(
  { capabilities }: Instrument,
  { capability }: Indicator,
  level: number,
): string | null {
  return capabilities.get(capability)?.levels.find((one) => one.level === level)?.name ?? null;
}

/** Our estimate of the step up to a level, null where there is none. */
export function stepOf({ about }: Criteria, { pattern }: IndicatorCriteria, level: number) {
  return (
    about.assumptions.patterns.find(({ id }) => id === pattern)?.steps.find((step) => step.level === level) ??
    null
  );
}
