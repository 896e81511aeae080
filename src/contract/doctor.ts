import { z } from 'zod';
import { schemaVersion } from './parts.ts';

/** `spbe doctor --format json`. */
export const doctorDocument = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    tool: z.string().describe('Version of spbe.'),
    healthy: z.boolean().describe('No finding is bad.'),
    findings: z.array(
      z.strictObject({
        id: z.enum([
          ...(['node', 'instruments', 'terminal', 'font', 'folder', 'space'] as const),
          ...(['project', 'workbooks', 'open-files', 'evidence', 'records'] as const),
        ]),
        state: z.enum(['good', 'caution', 'bad']),
        text: z.string().describe('Bahasa Indonesia: what was found, and what to do.'),
      }),
    ),
  })
  .meta({ title: 'spbe doctor' });

export type DoctorDocument = z.infer<typeof doctorDocument>;
