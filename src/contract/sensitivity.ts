import { z } from 'zod';
import { exactNumber, level, opening, problem, shown } from './parts.ts';

const edge = z.strictObject({
  predicate: z.string(),
  edgeExact: exactNumber,
  distanceExact: z
    .string()
    .describe(
      'Exact index points between index and edge; a hair below 0 where only the rounded index passes it.',
    ),
});

/** `spbe sensitivity --format json`. */
export const sensitivityDocument = z
  .strictObject({
    ...opening,
    from: z.strictObject({ index: shown, indexExact: exactNumber, predicate: z.string() }),
    nearEdge: z
      .strictObject({ edgeExact: exactNumber, below: z.string(), above: z.string() })
      .nullable()
      .describe('Set where the way of rounding decides the predicate.'),
    up: edge.nullable().describe('The next predicate; null in the highest.'),
    down: edge.nullable().describe('The predicate below, and the edge to it; null in the lowest.'),
    indicators: z
      .array(
        z.strictObject({
          indicator: z.string(),
          name: z.string(),
          level: level.nullable(),
          gainExact: exactNumber.describe('Of the next step up; 0 at the top.'),
          lossExact: exactNumber.describe('Of the step down; 0 at the bottom.'),
          lifts: z.boolean().describe('One step up alone brings a better predicate.'),
          drops: z.boolean().describe('One step down alone brings a worse predicate.'),
        }),
      )
      .describe('By gain, descending.'),
    unanswered: z.array(z.string()),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe sensitivity' });

export type SensitivityDocument = z.infer<typeof sensitivityDocument>;
