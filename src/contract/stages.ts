import { z } from 'zod';
import { stageName } from './external.ts';
import { exactNumber, level, opening, problem, shown, signedNumber } from './parts.ts';

const points = {
  points: z.number().describe('Index points, four decimals.'),
  pointsExact: signedNumber,
};

/** `spbe stages --format json`. */
export const stagesDocument = z
  .strictObject({
    ...opening,
    stages: z.array(
      z.strictObject({
        stage: stageName,
        source: z.string(),
        index: shown,
        indexExact: exactNumber,
        predicate: z.string().nullable().describe('null if the stated sums lie below every band.'),
        carried: z
          .array(z.string())
          .describe('Indicators the stage does not speak of: the level of the stage before counts.'),
        groups: z.array(z.strictObject({ id: z.string(), index: shown, indexExact: exactNumber })),
      }),
    ),
    steps: z
      .array(
        z.strictObject({
          from: stageName,
          to: stageName,
          differenceExact: signedNumber.describe(
            'What the points of the indicators, and of the aspects, add up to.',
          ),
          indicators: z
            .array(
              z.strictObject({
                id: z.string(),
                from: level.nullable(),
                to: level.nullable(),
                ...points,
                reason: z.string(),
              }),
            )
            .nullable()
            .describe('Those that changed; null where one of the two states sums only.'),
          aspects: z.array(
            z.strictObject({ id: z.string(), fromExact: exactNumber, toExact: exactNumber, ...points }),
          ),
        }),
      )
      .describe('Each stage against the one before; with three and more, last against first at the end.'),
    indicators: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        weight: exactNumber,
        levels: z
          .array(level.nullable())
          .describe('One a stage, in their order; null = blank, or a stage that states sums only.'),
      }),
    ),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe stages' });

export type StagesDocument = z.infer<typeof stagesDocument>;
