import { z } from 'zod';
import { opening, problem } from './parts.ts';

/** `spbe check --format json`. */
export const checkDocument = z
  .strictObject({
    ...opening,
    files: z.array(z.string()).describe('Files whose answers take part.'),
    counts: z.strictObject({ error: z.int(), warning: z.int(), info: z.int() }),
    problems: z.array(problem).describe('By file, sheet, row, column.'),
  })
  .meta({ title: 'spbe check' });

export type CheckDocument = z.infer<typeof checkDocument>;
