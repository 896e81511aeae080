import { z } from 'zod';
import { exactNumber, level, place, problem, schemaVersion, sha256 } from './parts.ts';

export const stageName = z
  .enum(['self', 'assessor', 'document', 'interview', 'visit', 'final'])
  .describe(
    'self: the region’s own answer; assessor: the internal assessor’s; the others: looks of the Ministry’s assessors.',
  );

const stated = z.strictObject({ value: exactNumber, decimals: z.int().min(0).max(12), at: place });

/** A file in `hasil-luar/`: a result that somebody else made. */
export const externalFile = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    instrument: z.string(),
    institution: z.string().max(300).nullable().describe('As the result names it; null if it does not.'),
    year: z.int().min(2018).max(2100),
    stage: stageName,
    source: z.strictObject({ file: z.string().describe('As given at the import.'), sha256 }),
    levels: z
      .array(z.strictObject({ id: z.string(), level, reason: z.string(), opd: z.string(), at: place }))
      .describe('In the order of the instrument; empty if the result states sums only.'),
    groups: z.record(z.string(), stated).describe('Stated sums by id of the domain or aspect.'),
    index: stated.nullable(),
  })
  .meta({ title: 'hasil-luar' });

export type ExternalFile = z.infer<typeof externalFile>;

/** `spbe external import --format json`. */
export const externalDocument = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    instrument: z.string(),
    institution: z.string().nullable(),
    year: z.int(),
    stage: stageName,
    stored: z.string().nullable().describe('File, relative to the project; null if faults forbid it.'),
    levels: z.int().describe('How many indicators have a level.'),
    sums: z.int().describe('How many domains and aspects are stated.'),
    statedIndex: exactNumber.nullable(),
    indexExact: exactNumber.nullable().describe('Ours, from levels or aspects; null if neither is complete.'),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe external import' });

export type ExternalDocument = z.infer<typeof externalDocument>;
