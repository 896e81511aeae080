import { z } from 'zod';
import { exactNumber, level, opening, shown } from './parts.ts';
import { basis, conflictRange } from './settled.ts';

const points = z.number().describe('Index points, four decimals.');

const indicator = z.strictObject({
  id: z.string(),
  name: z.string(),
  level: level.nullable().describe('The level that counts; null if blank.'),
  basis,
  stated: level.nullable().describe('What this OPD states itself; null if blank.'),
  sharedBy: z
    .int()
    .describe('OPD that carry it together, in equal parts; 1: this one alone; 0: another OPD leads it.'),
  pointsToWin: points,
  pointsToWinExact: exactNumber,
  nextLevelPoints: points.describe('What the next level would bring this OPD.'),
  documents: z.int(),
  lacking: z.array(z.string()).describe('Ids of evidence items marked as not there.'),
  conflict: z.boolean().describe('Answers contradict each other and nobody has decided.'),
});

/** `spbe status --format json`. */
export const statusDocument = z
  .strictObject({
    ...opening,
    index: shown,
    indexExact: exactNumber,
    predicate: z.string(),
    conflictRange,
    totals: z.strictObject({
      opd: z.int(),
      present: z.int().describe('OPD whose workbook is there.'),
      indicators: z.int().describe('Of the instrument.'),
      filled: z.int().describe('Of them with a level.'),
      pointsToWin: points,
      pointsToWinExact: exactNumber,
    }),
    unheld: z
      .strictObject({ indicators: z.array(z.string()), pointsToWin: points })
      .describe('Given to no OPD.'),
    opd: z
      .array(
        z.strictObject({
          code: z.string(),
          name: z.string(),
          present: z.boolean(),
          assigned: z.int(),
          filled: z.int(),
          evidenced: z.int().describe('Indicators with at least one document.'),
          assessed: z.int().describe('Indicators with a level of the internal assessor.'),
          problems: z.strictObject({ error: z.int(), warning: z.int(), info: z.int() }),
          pointsToWin: points,
          pointsToWinExact: exactNumber,
          indicators: z.array(indicator),
        }),
      )
      .describe('Most points still to win first.'),
  })
  .meta({ title: 'spbe status' });

export type StatusDocument = z.infer<typeof statusDocument>;
