import { z } from 'zod';
import { exactNumber, level, opening, problem, shown } from './parts.ts';

const result = z.strictObject({ index: shown, indexExact: exactNumber, predicate: z.string() });
const signed = z
  .string()
  .regex(/^-?\d+(\.\d+)?$|^-?\d+\/\d+$/)
  .describe('Exact index points; negative if the index falls.');

/** `spbe simulate --format json`. */
export const whatIfDocument = z
  .strictObject({
    ...opening,
    from: result,
    to: result,
    changes: z
      .array(
        z.strictObject({
          indicator: z.string(),
          name: z.string(),
          from: level.nullable().describe('null if blank today.'),
          to: level,
          gainExact: signed,
        }),
      )
      .describe('Only indicators whose level changes.'),
    groups: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['domain', 'aspect']),
        name: z.string(),
        from: shown,
        to: shown,
      }),
    ),
    unanswered: z.array(z.string()),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe simulate' });

export type WhatIfDocument = z.infer<typeof whatIfDocument>;
