import { z } from 'zod';
import { schemaVersion } from './parts.ts';

/** `spbe verify --format json`. */
export const verifyDocument = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    record: z.string().describe('Its file.'),
    source: z.enum(['record', 'report']).describe('A record of riwayat/, or the seal of a report.'),
    same: z.boolean().describe('Inputs, instrument and result are those of the record.'),
    sameResult: z
      .boolean()
      .nullable()
      .describe('Whether today’s inputs give the recorded result; null if none can be computed.'),
    reason: z.string().nullable().describe('Why no result can be computed.'),
    tool: z.strictObject({ recorded: z.string(), now: z.string() }),
    differences: z.array(
      z.strictObject({
        kind: z
          .enum(['file-changed', 'file-missing', 'file-new', 'instrument', 'result', 'report'])
          .describe(
            'instrument: another content of the pack; report: a figure in the report is not that of its seal.',
          ),
        what: z.string().describe('Path of a file, or the part of the result.'),
        recorded: z.string().nullable(),
        now: z.string().nullable(),
      }),
    ),
  })
  .meta({ title: 'spbe verify' });

export type VerifyDocument = z.infer<typeof verifyDocument>;
export type Difference = VerifyDocument['differences'][number];
