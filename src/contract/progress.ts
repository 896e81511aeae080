import { z } from 'zod';
import { exactNumber, level, opening, problem, shown } from './parts.ts';

const result = z.strictObject({ index: shown, indexExact: exactNumber, predicate: z.string() });

/** `spbe gap --progress --format json`. */
export const progressDocument = z
  .strictObject({
    ...opening,
    file: z.string(),
    date: z.iso.date().describe('The day that lateness is judged by.'),
    target: z.strictObject({
      label: z.string(),
      indexExact: exactNumber.nullable().describe('null if no index was asked for.'),
    }),
    from: result.describe('When the plan was made.'),
    reached: result.describe('By the steps that are done with no undone step below them.'),
    within: result.describe('If every step is done that is not cancelled.'),
    missingExact: exactNumber.nullable().describe('Index points left to the target; 0 if it is reached.'),
    counts: z.strictObject({
      open: z.int(),
      running: z.int(),
      done: z.int(),
      cancelled: z.int(),
      late: z.int().describe('Open or running past their end.'),
      uncounted: z.int().describe('Done above a step that is not.'),
    }),
    steps: z.array(
      z.strictObject({
        id: z.string(),
        indicator: z.string(),
        name: z.string(),
        from: level,
        to: level,
        opd: z.string().nullable(),
        end: z.iso.date().nullable(),
        status: z.enum(['open', 'running', 'done', 'cancelled']),
        finished: z.iso.date().nullable(),
        note: z.string(),
        gainExact: exactNumber,
        late: z.boolean(),
        counted: z.boolean(),
      }),
    ),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe gap progress' });

export type ProgressDocument = z.infer<typeof progressDocument>;
