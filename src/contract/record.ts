import { z } from 'zod';
import { exactNumber, level, place, schemaVersion, sha256, shown } from './parts.ts';

/** Inside the project: neither absolute nor upwards, whatever the system. */
const relativePath = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^(?!\/)(?![A-Za-z]:)(?!(?:.*\/)?\.\.(?:\/|$))[^\\\0]+$/)
  .describe('Relative to the project folder, with forward slashes.');

const count = z.int().min(0);

/** A file in `riwayat/`: what a command computed, from what, and when. */
export const recordDocument = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    command: z.enum(['score']),
    options: z
      .record(z.string(), z.string())
      .describe('Options that decide the result; those that only decide how it is shown are left out.'),
    paths: z.array(z.union([relativePath, z.literal('.')])).describe('As given; empty = the whole project.'),
    at: z.iso.datetime({ offset: true }).describe('With the offset of the machine that recorded it.'),
    tool: z.string().describe('Version of spbe.'),
    note: z.string().max(1000).nullable(),
    region: z.string().nullable(),
    year: z.int().nullable(),
    instrument: z.strictObject({
      id: z.string(),
      sha256: sha256.describe('Of all files of its pack.'),
    }),
    inputs: z
      .array(z.strictObject({ path: relativePath, size: count, sha256 }))
      .describe('Workbooks, spbe.yaml, imported results and documents of evidence, by path.'),
    index: shown,
    indexExact: exactNumber,
    predicate: z.string(),
    proven: z
      .strictObject({ index: shown, indexExact: exactNumber, predicate: z.string() })
      .nullable()
      .describe('What the evidence carried; null where the files list none.'),
    groups: z.array(z.strictObject({ id: z.string(), index: shown, indexExact: exactNumber })),
    indicators: z.array(
      z.strictObject({
        id: z.string(),
        level: level.nullable().describe('null = blank.'),
        opd: z.string().nullable(),
        at: place.nullable(),
      }),
    ),
    problems: z.strictObject({ error: count, warning: count, info: count }),
  })
  .meta({ title: 'riwayat' });

export type RecordDocument = z.infer<typeof recordDocument>;
