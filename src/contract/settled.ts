import { z } from 'zod';
import { exactNumber, level, place, shown } from './parts.ts';

/** What a level rests on. */
export const basis = z
  .enum(['blank', 'single', 'agreed', 'lead', 'lowest', 'median', 'weighted', 'decision', 'regional'])
  .describe('What the level rests on; regional: typed into the regional workbook itself.');

/** How the level of an indicator came about. */
export const settled = z
  .strictObject({
    basis,
    lead: z.string().nullable().describe('Code of the OPD pengampu; null if nobody named one.'),
    open: z.boolean().describe('Answers differ, and neither the lead nor a decision has said which counts.'),
    decision: z
      .strictObject({ level, reason: z.string(), by: z.string(), date: z.string() })
      .nullable()
      .describe('A level decided in writing, above every answer.'),
    answers: z
      .array(z.strictObject({ opd: z.string().nullable(), level: level.nullable(), at: place }))
      .describe('Every answer, by file.'),
  })
  .describe('How the level came about.');

/** What the index may be while answers contradict each other. */
export const conflictRange = z
  .strictObject({
    low: shown,
    lowExact: exactNumber,
    high: shown,
    highExact: exactNumber,
    open: z.array(z.string()).describe('Ids of the indicators in dispute.'),
  })
  .nullable()
  .describe(
    'The index with open conflicts at their lowest, and at their highest answer; null if none is open.',
  );
