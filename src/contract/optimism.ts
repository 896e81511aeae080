import { z } from 'zod';
import { stageName } from './external.ts';
import { exactNumber, schemaVersion, signedNumber } from './parts.ts';

/** `spbe optimism --format json`. Gaps are external − claimed: a cut is negative. */
export const optimismDocument = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    instrument: z.string(),
    caution: z.string().nullable(),
    basis: z
      .strictObject({ results: z.int(), regions: z.int(), years: z.array(z.int()) })
      .describe('How little it all rests on.'),
    results: z.array(
      z.strictObject({
        region: z.string(),
        year: z.int(),
        stage: stageName.describe('The last external stage known.'),
        claimedExact: exactNumber,
        externalExact: exactNumber,
        gapExact: signedNumber,
      }),
    ),
    aspects: z.array(
      z.strictObject({ id: z.string(), gapExact: signedNumber.describe('Mean index points.') }),
    ),
    indicators: z
      .array(
        z.strictObject({
          id: z.string(),
          gapExact: signedNumber.describe('Mean index points.'),
          lowered: z.int(),
          of: z.int(),
        }),
      )
      .describe('Those an external result changed, the dearest first.'),
    opd: z.array(z.strictObject({ opd: z.string(), gapExact: signedNumber })),
    expected: z
      .strictObject({
        year: z.int().nullable(),
        claimedExact: exactNumber,
        meanExact: exactNumber,
        range: z
          .strictObject({ lowExact: exactNumber, highExact: exactNumber })
          .nullable()
          .describe('By the largest and the smallest past cut; null with fewer than two results.'),
      })
      .nullable()
      .describe(
        'What a claim without a result yet may come to; null without such a claim, or without results.',
      ),
    leftOut: z.array(z.string()).describe('Stored results of another instrument.'),
  })
  .meta({ title: 'spbe optimism' });

export type OptimismDocument = z.infer<typeof optimismDocument>;
