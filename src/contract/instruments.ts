import { z } from 'zod';
import { exactNumber, schemaVersion } from './parts.ts';

const summary = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  years: z.strictObject({ from: z.int(), to: z.int() }),
  status: z.enum(['primary', 'secondary']),
  caution: z.string().nullable(),
  domains: z.int(),
  aspects: z.int(),
  indicators: z.int(),
  weightSum: exactNumber.describe('Sum of the indicators’ weights: always exactly 100.'),
  scale: z.strictObject({ min: z.number(), max: z.number() }),
  cells: z.int().describe('Levels of all indicators.'),
  criteria: z.int().describe('Levels with a criterion.'),
  evidence: z.int().describe('Levels with at least one item of evidence.'),
});

const group = z.strictObject({ id: z.string(), name: z.string(), weight: exactNumber });

/** `spbe instruments … --format json`. */
export const instrumentsDocument = z
  .discriminatedUnion('kind', [
    z.strictObject({
      schemaVersion: z.literal(schemaVersion),
      kind: z.literal('list'),
      instruments: z.array(summary),
    }),
    z.strictObject({
      schemaVersion: z.literal(schemaVersion),
      kind: z.literal('show'),
      instrument: summary,
      groups: z.array(group.extend({ parent: z.string().nullable() })),
      indicators: z.array(group.extend({ group: z.string() })),
      bands: z.array(z.strictObject({ name: z.string(), from: exactNumber, to: exactNumber })),
      sources: z.array(z.strictObject({ id: z.string(), title: z.string(), note: z.string() })),
      errata: z.array(z.strictObject({ source: z.string(), page: z.string(), text: z.string() })),
    }),
    z.strictObject({
      schemaVersion: z.literal(schemaVersion),
      kind: z.literal('diff'),
      a: summary,
      b: summary,
      groups: z.array(z.strictObject({ a: group.nullable(), b: group.nullable() })),
      bands: z.array(
        z.strictObject({ name: z.string(), a: exactNumber.nullable(), b: exactNumber.nullable() }),
      ),
      links: z
        .array(
          z.strictObject({
            a: z.string().nullable(),
            b: z.string().nullable(),
            certainty: z.enum(['high', 'medium', 'low']),
            reason: z.string(),
            evidence: z.string().nullable(),
          }),
        )
        .describe('Which indicator continues where; empty if no crosswalk joins the two.'),
    }),
  ])
  .meta({ title: 'spbe instruments' });

export type InstrumentsDocument = z.infer<typeof instrumentsDocument>;
export type InstrumentSummary = z.infer<typeof summary>;
