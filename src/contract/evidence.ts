import { z } from 'zod';
import { lossReasons } from '../assessment/loss-reason.ts';
import { exactNumber, level, opening, place, problem } from './parts.ts';

const document = z.strictObject({
  at: place.describe('Cell of its title in Bukti.'),
  opd: z.string().nullable(),
  level: level.nullable().describe('Level it is listed for; null = the claimed one.'),
  title: z.string(),
  number: z.string(),
  date: z.string(),
  location: z.string().describe('As written.'),
  path: z.string().nullable().describe('File found, relative to the project; null if there is none.'),
  sha256: z.string().nullable(),
  status: z.enum(['listed', 'checked', 'doubtful', 'accepted', 'revise', 'refused']),
  refusedFor: z.enum(lossReasons).nullable().describe('Why it does not count; null if it does.'),
  codes: z.array(z.string()).describe('Codes of what was found on it.'),
});

/** `spbe evidence --format json`. */
export const evidenceDocument = z
  .strictObject({
    ...opening,
    isExamined: z.boolean().describe('Whether files were looked at; without a project only the lists were.'),
    indicators: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        opd: z.string().nullable(),
        claimed: level,
        proven: level,
        stake: z.number().describe('Index points lost as long as the claim is not proven, four decimals.'),
        stakeExact: exactNumber,
        items: z.array(
          z.strictObject({
            id: z.string(),
            level,
            text: z.string(),
            need: z
              .enum(['required', 'alternative', 'optional'])
              .describe('alternative: one of several is enough.'),
            state: z
              .enum(['present', 'doubtful', 'missing', 'lacking'])
              .describe('lacking: the checklist says it is not there.'),
            isOpen: z.boolean().describe('Must still be found or mended.'),
            documents: z.array(z.int()).describe('Positions in `documents` of the indicator.'),
          }),
        ),
        documents: z.array(document),
      }),
    ),
    unlisted: z.array(z.string()).describe('Files in the evidence folder that no row lists.'),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe evidence' });

export type EvidenceDocument = z.infer<typeof evidenceDocument>;
