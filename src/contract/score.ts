import { z } from 'zod';
import { exactNumber, level, opening, place, problem, shown } from './parts.ts';
import { conflictRange, settled } from './settled.ts';

/** `spbe score --format json`. */
export const scoreDocument = z
  .strictObject({
    ...opening,
    basis: z.enum(['claimed']).describe('Whose levels the index rests on.'),
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
        proven: level.nullable().describe('Not determined yet by this version: always null.'),
        assessed: level.nullable().describe('Not determined yet by this version: always null.'),
        opd: z.string().nullable(),
        at: place.nullable().describe('Cell of the level; null if no file holds the indicator.'),
        settled: settled.nullable(),
      }),
    ),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe score' });

export type ScoreDocument = z.infer<typeof scoreDocument>;
