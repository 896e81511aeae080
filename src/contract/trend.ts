import { z } from 'zod';
import { stageName } from './external.ts';
import { exactNumber, problem, schemaVersion, shown, signedNumber } from './parts.ts';

const year = z.int();
const measure = z
  .enum(['external', 'internal', 'claim'])
  .describe('external result, internal assessor’s word, region’s claim: never one line.');
const kind = z.union([stageName, z.literal('published')]).describe('Whose word the value is.');
const isExact = z.boolean().describe('false: known only as rounded; `value` is what is known.');
const uncertainty = exactNumber.describe(
  'By how much it may be off, since values are known only rounded; 0 = exact.',
);

const known = { value: exactNumber, isExact };
const result = z.strictObject({ year, kind, index: shown, ...known, source: z.string() });

const parts = z
  .strictObject({
    parts: z.array(
      z.strictObject({
        id: z.string(),
        from: exactNumber,
        to: exactNumber,
        points: signedNumber,
        uncertainty,
      }),
    ),
    unknown: z.array(z.string()).describe('Groups that are not known in both years.'),
    rest: signedNumber.describe('Difference less the sum of the parts: rounding, and the unknown groups.'),
    isExact: z.boolean(),
  })
  .nullable();

const change = z.strictObject({
  from: year,
  to: year,
  difference: signedNumber,
  uncertainty,
  direction: z.enum(['rise', 'fall', 'same']).describe('Of the indices as shown.'),
  byTop: parts.describe(
    'By domains, or by aspects where an instrument has no domains; null if none is known.',
  ),
  byAspect: parts,
});

/** Where in the lines a statement belongs. */
const where = { measure, instrument: z.string(), year };

const statement = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('change'),
    ...where,
    from: year,
    direction: change.shape.direction,
    difference: signedNumber,
  }),
  z.strictObject({ kind: z.literal('predicate'), ...where, from: z.string(), to: z.string() }),
  z.strictObject({ kind: z.literal('years-missing'), ...where, years: z.array(year) }),
  z.strictObject({ kind: z.literal('single'), ...where }),
  z.strictObject({
    kind: z.literal('instrument-break'),
    ...where,
    from: z.strictObject({ instrument: z.string(), year }),
    comparability: z
      .strictObject({ continued: z.int(), certain: z.int(), ended: z.int(), began: z.int() })
      .nullable()
      .describe('Indicators that go on, without doubt, ended and began; null where no crosswalk says so.'),
  }),
  z.strictObject({ kind: z.literal('measures-apart'), measures: z.array(measure) }),
  z.strictObject({ kind: z.literal('sources-differ'), ...where, used: z.string(), other: result }),
  z.strictObject({ kind: z.literal('early-stage'), ...where }),
  z.strictObject({ kind: z.literal('blanks'), ...where, blanks: z.int() }),
  z.strictObject({
    kind: z.literal('target'),
    ...where,
    target: exactNumber,
    label: z.string(),
    targetYear: year.nullable(),
    distance: signedNumber.describe('Target − index; 0 or less = reached.'),
    isUncertain: z.boolean().describe('The rounding of the index leaves open whether it is reached.'),
  }),
]);

/** `spbe trend --format json`. */
export const trendDocument = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    region: z.string().nullable(),
    cautions: z.array(z.string()).describe('Of instruments that do not rest on the official text.'),
    segments: z
      .array(
        z.strictObject({
          measure,
          instrument: z.string(),
          points: z
            .array(
              result.extend({
                predicate: z.string().nullable(),
                otherPredicate: z
                  .string()
                  .nullable()
                  .describe('The exact index may have this one instead: only the rounded index is known.'),
                blanks: z.int().describe('Indicators without an answer, counted at the lowest level.'),
                groups: z.array(z.strictObject({ id: z.string(), ...known })),
                others: z
                  .array(result.extend({ relation: z.enum(['agrees', 'differs', 'earlier-stage']) }))
                  .describe('The same year from other sources.'),
              }),
            )
            .describe('By year, at most one a year.'),
          changes: z.array(change),
        }),
      )
      .describe('Lines: none crosses a change of instrument.'),
    statements: z.array(statement),
    leftOut: z.array(z.string()).describe('What was found and not used.'),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe trend' });

export type TrendDocument = z.infer<typeof trendDocument>;
