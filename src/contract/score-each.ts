import { z } from 'zod';
import { stageName } from './external.ts';
import { exactNumber, opening, shown } from './parts.ts';

const index = { index: shown, indexExact: exactNumber, predicate: z.string() };

/** `spbe score --each --format json`. */
export const eachDocument = z
  .strictObject({
    schemaVersion: opening.schemaVersion,
    found: z.int().describe('How many files and projects the paths name.'),
    interrupted: z.boolean().describe('Whether it was stopped before the last of them.'),
    results: z
      .array(
        z.strictObject({
          path: z.string(),
          instrument: opening.instrument,
          caution: opening.caution,
          region: opening.region,
          year: opening.year,
          stage: stageName,
          ...index,
          proven: z
            .strictObject(index)
            .nullable()
            .describe('What the evidence carries; null where the files list none.'),
          unanswered: z.int().describe('Indicators without a level; they count at the floor.'),
          problems: z.strictObject({ error: z.int(), warning: z.int(), info: z.int() }),
        }),
      )
      .describe('One for each file or project, in the order of the paths; what spbe score says of it alone.'),
    refused: z
      .array(z.strictObject({ path: z.string(), message: z.string() }))
      .describe('Those that have no result, and why, in Bahasa Indonesia.'),
  })
  .meta({ title: 'spbe score each' });

export type EachDocument = z.infer<typeof eachDocument>;
export type EachResult = EachDocument['results'][number];
