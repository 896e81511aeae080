import { z } from 'zod';
import { fileChange } from './history.ts';
import { exactNumber, level, place, schemaVersion, shown, signedNumber } from './parts.ts';

const side = z.strictObject({
  kind: z.enum(['record', 'files']),
  label: z.string().describe('The record’s file, or the paths as given.'),
  region: z.string().nullable(),
  year: z.int().nullable(),
  index: shown,
  indexExact: exactNumber,
  predicate: z.string(),
});

/** `spbe diff A B --format json`. */
export const diffDocument = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    instrument: z.string(),
    caution: z.string().nullable(),
    before: side,
    after: side,
    differenceExact: signedNumber.describe('What the points of the indicators add up to.'),
    indicators: z
      .array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          from: level.nullable(),
          to: level.nullable(),
          points: z.number().describe('Index points, four decimals.'),
          pointsExact: signedNumber,
          beforeAt: place.nullable(),
          afterAt: place.nullable(),
        }),
      )
      .describe('Those whose level differs.'),
    cells: z
      .array(
        z.strictObject({
          opd: z.string().nullable(),
          part: z.enum([
            ...(['file', 'level', 'explanation', 'analysis', 'note', 'assessedLevel'] as const),
            ...(['assessedReason', 'document', 'checklist', 'identity'] as const),
          ]),
          item: z.string().describe('Indicator, evidence item, or key of the particulars.'),
          field: z.string().describe('Column of a document; empty for a whole one, and for other parts.'),
          before: z.string().nullable(),
          after: z.string().nullable(),
          beforeAt: place.nullable(),
          afterAt: place.nullable(),
        }),
      )
      .nullable()
      .describe('null where a side is a record: it holds levels, not texts.'),
    files: z.array(fileChange).nullable().describe('Between the inputs of two records; null otherwise.'),
  })
  .meta({ title: 'spbe diff' });

export type DiffDocument = z.infer<typeof diffDocument>;
