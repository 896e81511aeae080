import { z } from 'zod';
import { lossReasons } from '../assessment/loss-reason.ts';
import { stageName } from './external.ts';
import { exactNumber, level, opening, place, problem, shown } from './parts.ts';
import { conflictRange, settled } from './settled.ts';

const result = { index: shown, indexExact: exactNumber, predicate: z.string() };

/** `spbe score --format json`. */
export const scoreDocument = z
  .strictObject({
    ...opening,
    basis: z.enum(['claimed', 'assessed', 'external']).describe('Whose levels the index rests on.'),
    stage: stageName,
    carried: z
      .array(z.string())
      .describe('Indicators the stage does not speak of: the level of the stage before counts.'),
    index: shown,
    indexExact: exactNumber,
    predicate: z.string(),
    nearEdge: z
      .strictObject({ edge: exactNumber, below: z.string(), above: z.string() })
      .nullable()
      .describe('Set if the exact index lies within 0.005 of a band’s edge.'),
    range: z
      .strictObject({ low: shown, lowExact: exactNumber, high: shown, highExact: exactNumber })
      .describe('Index with every blank at the floor, and at the top.'),
    proven: z
      .strictObject({
        ...result,
        isExamined: z
          .boolean()
          .describe('Whether the files were looked at; without a project folder only the lists were.'),
        losses: z
          .array(
            z.strictObject({
              reason: z.enum(lossReasons),
              points: z.number().describe('Index points, four decimals.'),
              pointsExact: exactNumber,
              indicators: z.array(z.string()),
            }),
          )
          .describe('From the claimed to the proven index; they add up to the difference exactly.'),
      })
      .nullable()
      .describe('The index that the evidence carries; null where the files list none.'),
    assessed: z
      .strictObject({
        index: shown.nullable(),
        indexExact: exactNumber.nullable(),
        predicate: z.string().nullable(),
        indicators: z.int().describe('How many have an assessor’s level.'),
      })
      .describe('The internal assessor’s; the index is null until every answered indicator has a level.'),
    conflictRange,
    unanswered: z.array(z.string()).describe('Ids of indicators without a level.'),
    groups: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['domain', 'aspect']),
        name: z.string(),
        weight: exactNumber,
        index: shown,
        indexExact: exactNumber,
      }),
    ),
    indicators: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        weight: exactNumber.describe('Percent of the whole index.'),
        claimed: level.nullable(),
        proven: level.nullable().describe('What the evidence carries; null if it was not looked at.'),
        assessed: level.nullable().describe('The internal assessor’s level.'),
        external: level
          .nullable()
          .describe('The level that counts, where an external stage is scored; else null.'),
        opd: z.string().nullable(),
        at: place.nullable().describe('Cell of the claimed level; null if no file holds the indicator.'),
        settled: settled.nullable(),
      }),
    ),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe score' });

export type ScoreDocument = z.infer<typeof scoreDocument>;
