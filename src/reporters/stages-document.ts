import type { Fraction } from 'fraction.js';
import { stageWords } from '../assessment/stage.ts';
import type { StagesDocument } from '../contract/stages.ts';
import { exactText, roundedChange, roundedNumber } from './number.ts';
import type { Records } from './report.ts';
import type { Compared } from './stages.ts';

/** The document of the contract. */
export function stagesDocumentOf({
  instrument,
  region,
  year,
  stages,
  steps,
  problems,
}: Compared): StagesDocument {
  const both = (value: Fraction) => ({
    index: roundedNumber(value, instrument.rounding.decimals),
    indexExact: exactText(value),
  });
  return {
    schemaVersion: 1,
    instrument: instrument.id,
    caution: instrument.caution,
    region,
    year,
    notes: [],
    stages: stages.map(({ stage, source, index, band, carried, groups }) => ({
      stage,
      source,
      ...both(index),
      predicate: band?.name ?? null,
      carried: [...carried],
      groups: groups.map((one) => ({ id: one.group.id, ...both(one.index) })),
    })),
    steps: steps.map(({ from, to, difference, indicators, aspects }) => ({
      from,
      to,
      differenceExact: exactText(difference),
      indicators:
        indicators?.map(({ id, from, to, points, reason }) => ({
          id,
          from,
          to,
          ...pointsOf(points),
          reason,
        })) ?? null,
      aspects: aspects.map(({ group, from, to, points }) => ({
        id: group.id,
        fromExact: exactText(from),
        toExact: exactText(to),
        ...pointsOf(points),
      })),
    })),
    indicators: instrument.indicators.map(({ id, name, weight }) => ({
      id,
      name,
      weight: exactText(weight),
      levels: stages.map(({ levels }) => levels?.get(id) ?? null),
    })),
    problems: problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
}

/** Rounded for people, exact for sums. */
export function pointsOf(points: Fraction): { points: number; pointsExact: string } {
  return { points: roundedChange(points, 4), pointsExact: exactText(points) };
}

/** One row an indicator: the level of each stage, the points from first to last, the reasons. */
export function stagesRecords({ instrument, stages, steps }: Compared): Records {
  const whole = steps.at(-1);
  const changed = new Map((whole?.indicators ?? []).map((one) => [one.id, one]));
  return {
    columns: [
      'indikator',
      'nama',
      'bobot',
      ...stages.map(({ stage }) => stageWords[stage]),
      'poin',
      ...stages.map(({ stage }) => `alasan_${stageWords[stage]}`),
    ],
    rows: instrument.indicators.map(({ id, name, weight }) => [
      id,
      name,
      weight.valueOf(),
      ...stages.map(({ levels }) => levels?.get(id) ?? null),
      whole?.indicators ? roundedChange(changed.get(id)?.points ?? weight.sub(weight), 4) : null,
      ...stages.map(({ reasons }) => reasons.get(id) ?? ''),
    ]),
  };
}
