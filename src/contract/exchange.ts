import { z } from 'zod';
import type { InstitutionKind } from '../assessment/institution-name.ts';
import { stageName } from './external.ts';
import { exactNumber, level, schemaVersion, shown } from './parts.ts';

const kinds = [
  ...(['kementerian', 'lpnk', 'lns', 'instansi lain'] as const),
  ...(['provinsi', 'kabupaten', 'kota'] as const),
] as const satisfies readonly InstitutionKind[];

export const institutionKind = z.enum(kinds);

/** Letters and the signs of names only: no figures, so no number of a person or a telephone; no mail, no path, no link. */
export const exchangeRegion = z
  .string()
  .max(120)
  .regex(/^[\p{L}\p{M}][\p{L}\p{M} .,'’()-]*$/u);

const id = z.string().min(1).max(20);
const result = { index: shown, indexExact: exactNumber };

/** A file that regions give one another: levels and sums, no texts, no names of persons or files. */
export const exchangeFile = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    content: z.literal('spbe-exchange').describe('Tells the file from any other json.'),
    instrument: z.string().min(1).max(80),
    region: exchangeRegion.nullable().describe('null: the region does not want to be named.'),
    kind: institutionKind.nullable(),
    year: z.int().min(2018).max(2100).nullable(),
    stage: stageName.describe('Whose levels these are.'),
    ...result,
    groups: z
      .array(z.strictObject({ id, ...result }))
      .max(100)
      .describe('Domains and aspects.'),
    indicators: z
      .array(z.strictObject({ id, level: level.nullable().describe('null: blank, counts at the floor.') }))
      .max(200),
  })
  .meta({ title: 'tukar' });

export type ExchangeFile = z.infer<typeof exchangeFile>;
