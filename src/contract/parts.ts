import { z } from 'zod';
import { severities } from '../problem.ts';

/** Raised when a field of any `--format json` changes its meaning or goes. */
export const schemaVersion = 1;

export const exactNumber = z
  .string()
  .regex(/^\d+(\.\d+)?$|^\d+\/[1-9]\d*$/)
  .describe('Exact value as decimal text, or as a fraction where no decimal is exact.');
export const signedNumber = z
  .string()
  .regex(/^-?\d+(\.\d+)?$|^-?\d+\/[1-9]\d*$/)
  .describe('Exact difference: like an exact value, with a minus sign where it falls.');
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const shown = z.number().describe('Rounded half up, once, to the decimals of the instrument.');
export const level = z.number().describe('Maturity level on the instrument’s scale.');

export const place = z
  .strictObject({
    file: z.string(),
    sheet: z.string().exactOptional(),
    address: z.string().exactOptional().describe('A1 address in the sheet.'),
  })
  .describe('Where in the input something stands.');

export const problem = z.strictObject({
  code: z.string().describe('Stable code, listed in docs/problems.md.'),
  severity: z.enum(severities),
  message: z.string().describe('Bahasa Indonesia: what is wrong – what was found – what to do.'),
  at: place,
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  waiver: z
    .strictObject({ reason: z.string(), by: z.string(), until: z.iso.date() })
    .optional()
    .describe('A decision in spbe.yaml lets the finding pass; its severity is info then.'),
});

/** Fields that open every document. */
export const opening = {
  schemaVersion: z.literal(schemaVersion),
  instrument: z.string().describe('Id of the instrument.'),
  caution: z
    .string()
    .nullable()
    .describe('Set if the instrument does not rest on the official text: must be shown with any figure.'),
  region: z.string().nullable(),
  year: z.int().nullable(),
  notes: z
    .array(z.string())
    .describe('What a file says of itself as a whole: the note that each of its answers carries.'),
};
