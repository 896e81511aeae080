import { z } from 'zod';

const text = z.string().trim().min(1, 'tidak boleh kosong').max(200, 'paling panjang 200 huruf');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'tulis tanggal seperti 2026-09-15');
const id = z.union([z.int(), text]).transform(String);
/** `500jt`, `1,2M`, or a plain number of rupiah. */
const amount = z.union([z.number().nonnegative(), text]);

const steps = z
  .array(
    z.strictObject({
      level: z.int().min(0).max(5),
      months: z.number().positive().max(120).optional(),
      personDays: z.number().nonnegative().max(100_000).optional(),
      cost: amount.optional(),
    }),
  )
  .max(6);
const withReason = z.array(z.strictObject({ indicator: id, reason: text }));

/** `plan:` in spbe.yaml: what the region knows of the work that a plan asks for. */
export const planSection = z.strictObject({
  /** First day of work; today if absent. */
  start: date.optional(),
  /** Day on which the portal closes; in a plan over years, the same day of every year. */
  closing: date.optional(),
  /** Level steps an OPD can finish in a quarter: for all, or by OPD code with `default`. */
  capacity: z.union([z.int().min(0), z.record(text, z.int().min(0))]).optional(),
  /** Rupiah a person-day, for steps without a cost of their own. */
  dayRate: amount.optional(),
  /** For steps of which neither the instrument nor the lists below say anything. */
  steps: steps.optional(),
  patterns: z.record(text, steps).optional(),
  indicators: z.record(text, steps).optional(),
  /** Stay at their level; a least level asked for holds for them too. */
  frozen: withReason.optional(),
  /** Stay at their level, and no least level holds for them. */
  excluded: withReason.optional(),
  underway: z
    .array(
      z.strictObject({
        indicator: id,
        to: z.int().min(1).max(5),
        end: date,
        done: z.number().min(0).max(1).optional(),
      }),
    )
    .optional(),
});

export type PlanSection = z.infer<typeof planSection>;

/** `target:` in spbe.yaml: one, or several by year, domain, aspect, `index` and `floor`. */
const oneTarget = z.union([z.number(), text]);
export const targetSection = z.union([oneTarget, z.record(text, oneTarget)]);
export type TargetSection = z.infer<typeof targetSection>;
