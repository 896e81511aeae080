import { z } from 'zod';
import { exactNumber, level, opening, problem, shown } from './parts.ts';

const result = z.strictObject({ index: shown, indexExact: exactNumber, predicate: z.string() });

const status = z
  .enum(['reached', 'planned', 'impossible'])
  .describe('reached: nothing to do; impossible: no plan keeps to targets and limits.');

const target = z.strictObject({ indexExact: exactNumber, label: z.string() });
const levelSteps = z.int().describe('Single level steps: 2 → 4 counts as two.');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const steps = z.array(
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
);

const schedule = z.strictObject({
  start: date,
  end: date.describe('Last day of the last step.'),
  closing: date.nullable().describe('Last day on which a step may end.'),
  unkeptOrders: z.int().describe('Soft orders between indicators that the closing leaves no time for.'),
  tasks: z.array(
    z.strictObject({
      indicator: z.string(),
      from: level,
      to: level,
      opd: z.string().nullable(),
      start: date,
      end: date,
      months: z.int(),
      personDays: z.number(),
      rupiah: z.number().nullable(),
      gainExact: exactNumber,
      delayPriceExact: exactNumber.describe('Index points missing at the closing if this step is late.'),
      evidence: z.array(z.strictObject({ id: z.string(), text: z.string() })),
    }),
  ),
});

const brief = { status, levelSteps, reached: result };

/** `spbe gap --format json`. */
export const gapDocument = z
  .strictObject({
    ...opening,
    status,
    from: result,
    target: target.nullable().describe('null if no index is asked for; of a path, that of its last year.'),
    groupTargets: z.array(z.strictObject({ id: z.string(), indexExact: exactNumber })),
    floor: level.nullable().describe('Least level asked for every indicator.'),
    minimize: z
      .enum(['steps', 'effort', 'cost', 'opd', 'indicators', 'time'])
      .nullable()
      .describe('null: the index was maximized.'),
    limits: z.strictObject({
      budget: z
        .strictObject({ measure: z.enum(['steps', 'days', 'rupiah']), amountExact: exactNumber })
        .nullable(),
      until: date.nullable(),
      kept: z.array(z.strictObject({ indicator: z.string(), reason: z.string(), exempt: z.boolean() })),
    }),
    reached: result.describe('After the plan; equal to `from` without one.'),
    steps,
    levelSteps,
    cost: z.number().describe('Sum of the steps’ cost: level steps, person-days or rupiah, by `minimize`.'),
    optimal: z.boolean().describe('True only with the solver’s proof that no better plan exists.'),
    value: z.number().nullable().describe('What is minimized, or the index points gained, negative.'),
    bound: z.number().nullable().describe('Proven: `value` cannot be below this.'),
    personDays: z.number().nullable(),
    rupiah: z.number().nullable(),
    assumption: z
      .string()
      .nullable()
      .describe('Set if estimates of durations or person-days take part: must be shown with them.'),
    baseline: z.strictObject({
      lowestFirst: z.strictObject({
        levelSteps: z.int(),
        cost: z.number(),
        index: shown,
        indexExact: exactNumber,
      }),
    }),
    secondFloor: z
      .strictObject({ level, alone: z.strictObject(brief), both: z.strictObject(brief) })
      .nullable()
      .describe('The other official target, a least level everywhere: alone, and together with the index.'),
    conflict: z
      .strictObject({
        between: z
          .array(z.enum(['index', 'group', 'floor', 'underway', 'frozen', 'budget', 'deadline', 'capacity']))
          .describe('These clash; without any one of them the others can be kept.'),
        best: result.nullable().describe('Highest index that the limits leave.'),
        possibleBy: date.nullable().describe('With a later deadline: the earliest possible end.'),
        enough: z.number().nullable().describe('With a larger budget: the least that is enough.'),
      })
      .nullable(),
    alternatives: z.array(z.strictObject({ ...brief, steps })),
    robustness: z
      .strictObject({
        risk: z.number(),
        chance: z.number().describe('That the targets hold, four decimals.'),
        confidence: z.number().nullable(),
        marginExact: exactNumber,
        isMet: z.boolean(),
      })
      .nullable(),
    schedule: schedule.nullable(),
    path: z
      .array(
        z.strictObject({
          year: z.int(),
          target,
          ...brief,
          from: result,
          optimal: z.boolean(),
          steps,
          schedule: schedule.nullable(),
        }),
      )
      .nullable()
      .describe('Targets by year: each year’s plan begins where the one before ends.'),
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
