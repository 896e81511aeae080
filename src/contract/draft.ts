import { z } from 'zod';
import { level, opening, place } from './parts.ts';

/** `spbe draft --format json`. */
export const draftDocument = z
  .strictObject({
    ...opening,
    drafts: z.array(
      z.strictObject({
        indicator: z.string(),
        name: z.string(),
        claimed: level,
        proven: level,
        fact: z.string(),
        analysis: z.string(),
        justification: z.string().describe('For the assessor.'),
        at: place.nullable().describe('Cell of Fakta; null if no file holds the indicator.'),
      }),
    ),
    without: z.array(z.string()).describe('Ids of claimed indicators without a document that counts.'),
  })
  .meta({ title: 'spbe draft' });

export type DraftDocument = z.infer<typeof draftDocument>;
