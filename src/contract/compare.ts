import { z } from 'zod';
import { institutionKind } from './exchange.ts';
import { stageName } from './external.ts';
import { exactNumber, level, opening, problem, shown } from './parts.ts';

const peer = z.strictObject({ name: z.string(), value: shown });

const distribution = z
  .strictObject({
    count: z.int(),
    mean: shown,
    meanExact: exactNumber,
    min: shown,
    lowerQuartile: shown,
    median: shown,
    upperQuartile: shown,
    max: shown,
    histogram: z
      .array(z.strictObject({ from: exactNumber, to: exactNumber, count: z.int() }))
      .describe('From `from` up to `to`, which is not included but at the top of the scale.'),
  })
  .describe('Of the values as published; the own published one, if there is one, takes part.');

const standing = {
  value: shown.describe('The value that is ranked.'),
  rank: z.int().describe('1 + how many others lie above; equal values share a rank: 1-2-2-4.'),
  of: z.int().describe('How many are ranked, this one included.'),
  sharedWith: z.array(z.string()).describe('The others with the same value.'),
  below: z.int().describe('How many of the others lie below.'),
  percentile: z.number().nullable().describe('Percent of the others that lie below, one decimal.'),
  next: z
    .strictObject({ distance: shown, peers: z.array(peer) })
    .nullable()
    .describe('The nearest value above; null at the top.'),
  above: z.array(peer).describe('Those above, the nearest first, at most five.'),
  distribution: distribution.nullable(),
};

const result = { index: shown, indexExact: exactNumber, predicate: z.string() };

/** `spbe compare --format json`. */
export const compareDocument = z
  .strictObject({
    ...opening,
    own: z
      .strictObject({
        ...result,
        stage: stageName.nullable().describe('Whose levels; null for an index given or published.'),
        kind: institutionKind.nullable(),
        source: z.enum(['files', 'given', 'published']),
      })
      .nullable()
      .describe('What is ranked; null where several regions are set side by side.'),
    published: z
      .strictObject({
        year: z.int(),
        instrument: z.string(),
        own: z
          .strictObject({ name: z.string(), index: shown })
          .nullable()
          .describe('The own row among the published results of that year.'),
        groups: z.array(
          z.strictObject({
            group: z.enum(['kind', 'province', 'chosen']),
            name: z.string().describe('The kind, the province, or the names chosen.'),
            ...standing,
          }),
        ),
        domains: z
          .array(z.strictObject({ id: z.string(), ...standing }))
          .describe('Each among its own kind; empty where the own ones are not known.'),
        steps: z
          .array(
            z.strictObject({
              indicator: z.string(),
              from: level,
              to: level,
              index: shown,
              indexExact: exactNumber,
            }),
          )
          .describe('Single steps that alone pass the nearest value above in the own kind.'),
      })
      .nullable()
      .describe('null where the index cannot be compared with published results; `reason` says why.'),
    reason: z.string().nullable(),
    exchange: z
      .strictObject(standing)
      .nullable()
      .describe('Among the regions of the exchange files; null without them.'),
    regions: z
      .array(
        z.strictObject({
          label: z.string(),
          region: z.string().nullable(),
          kind: institutionKind.nullable(),
          year: z.int().nullable(),
          stage: stageName,
          source: z.enum(['files', 'exchange']),
          ...result,
          groups: z.array(z.strictObject({ id: z.string(), index: shown, indexExact: exactNumber })),
          unanswered: z.int().describe('How many indicators are blank and count at the floor.'),
        }),
      )
      .describe('Set side by side, the own one first; empty if there is one only. Never one index of all.'),
    indicators: z
      .array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          weight: exactNumber,
          levels: z.array(level.nullable()).describe('One a region, in their order; null = blank.'),
        }),
      )
      .describe('Empty if there is one region only.'),
    higher: z
      .array(
        z.strictObject({
          indicator: z.string(),
          own: level.nullable(),
          highest: level,
          best: z.array(z.string()).describe('Labels of those at the highest level.'),
          higher: z.int().describe('How many stand higher.'),
          points: z.number().describe('Index points, four decimals.'),
          pointsExact: exactNumber,
        }),
      )
      .describe('Indicators in which regions of exchange files stand higher, what is worth most first.'),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe compare' });

export type CompareDocument = z.infer<typeof compareDocument>;
