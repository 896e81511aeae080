import { z } from 'zod';
import { exactNumber, level, opening, place, problem, shown } from './parts.ts';
import { conflictRange, settled } from './settled.ts';

/** `spbe merge --format json`. */
export const mergeDocument = z
  .strictObject({
    ...opening,
    output: z.string().describe('The workbook that was written.'),
    files: z.array(z.string()).describe('Files whose answers take part.'),
    index: shown,
    indexExact: exactNumber,
    predicate: z.string(),
    conflictRange,
    rule: z.enum(['lead', 'lowest', 'median', 'weighted']),
    weights: z
      .record(z.string(), exactNumber)
      .describe('Voices of the OPD under `weighted` that differ from 1.'),
    indicators: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        level: level.nullable(),
        opd: z.string().nullable().describe('The OPD whose words go with the level.'),
        at: place.nullable(),
        settled: settled.nullable(),
      }),
    ),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe merge' });

export type MergeDocument = z.infer<typeof mergeDocument>;
