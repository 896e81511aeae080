import { z } from 'zod';
import { exactNumber, level, opening, problem, shown } from './parts.ts';

const result = z.strictObject({ index: shown, indexExact: exactNumber, predicate: z.string() });

/** `spbe gap --format json`. */
export const gapDocument = z
  .strictObject({
    ...opening,
    status: z
      .enum(['reached', 'planned', 'impossible'])
      .describe('reached: nothing to do; impossible: not even with every indicator at the top.'),
    from: result,
    target: z.strictObject({ indexExact: exactNumber, label: z.string() }),
    reached: result.describe('After the plan; equal to `from` without one.'),
    steps: z.array(
      z.strictObject({
        indicator: z.string(),
        name: z.string(),
        from: level,
        to: level,
        gain: z.number().describe('Index points, four decimals.'),
        gainExact: exactNumber,
        cost: z.number(),
        opd: z.string().nullable(),
        requires: z
          .array(z.strictObject({ indicator: z.string(), level }))
          .describe('Levels to be met on the way, ascending, the last one being `to`.'),
      }),
    ),
    levelSteps: z.int().describe('Single level steps: 2 → 4 counts as two.'),
    cost: z.number(),
    optimal: z.boolean().describe('True only with the solver’s proof that no cheaper plan exists.'),
    baseline: z.strictObject({
      lowestFirst: z.strictObject({
        levelSteps: z.int(),
        cost: z.number(),
        index: shown,
        indexExact: exactNumber,
      }),
    }),
    byAspect: z.array(
      z.strictObject({ id: z.string(), name: z.string(), from: shown, to: shown, levelSteps: z.int() }),
    ),
    byOpd: z.array(
      z.strictObject({
        opd: z.string().nullable(),
        indicators: z.array(z.string()),
        levelSteps: z.int(),
        gain: z.number(),
        gainExact: exactNumber,
      }),
    ),
    losses: z
      .array(z.strictObject({ indicator: z.string(), lost: z.number(), lostExact: exactNumber }))
      .describe('Index points each indicator costs against the top level, descending.'),
    unanswered: z.array(z.string()),
    problems: z.array(problem),
  })
  .meta({ title: 'spbe gap' });

export type GapDocument = z.infer<typeof gapDocument>;
