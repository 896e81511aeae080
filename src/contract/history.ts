import { z } from 'zod';
import { exactNumber, problem, schemaVersion, shown, signedNumber } from './parts.ts';

export const fileChange = z.strictObject({
  path: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
});

/** `spbe history --format json`. */
export const historyDocument = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    records: z
      .array(
        z.strictObject({
          file: z.string(),
          at: z.iso.datetime({ offset: true }),
          command: z.string(),
          options: z.record(z.string(), z.string()),
          tool: z.string(),
          note: z.string().nullable(),
          instrument: z.string(),
          region: z.string().nullable(),
          year: z.int().nullable(),
          index: shown,
          indexExact: exactNumber,
          predicate: z.string(),
          differenceExact: signedNumber
            .nullable()
            .describe('Against the record before of the same instrument and options; null if there is none.'),
          files: z.array(fileChange).describe('Inputs that differ from those of that record.'),
          counts: z.strictObject({ error: z.int(), warning: z.int(), info: z.int() }),
        }),
      )
      .describe('Oldest first.'),
    problems: z.array(problem).describe('Damaged records.'),
  })
  .meta({ title: 'spbe history' });

export type HistoryDocument = z.infer<typeof historyDocument>;
export type FileChange = z.infer<typeof fileChange>;
