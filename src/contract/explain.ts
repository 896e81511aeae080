import { z } from 'zod';
import { exactNumber, level, place, schemaVersion } from './parts.ts';
import { settled } from './settled.ts';

const opening = {
  schemaVersion: z.literal(schemaVersion),
  instrument: z.string().describe('Id of the instrument.'),
  caution: z.string().nullable(),
};

const evidence = z.strictObject({
  id: z.string(),
  text: z.string(),
  kind: z.string(),
  required: z.boolean(),
  anyOf: z.string().nullable().describe('Of the items of a level with the same letter one is enough.'),
  maxAgeYears: z.int().nullable(),
  yearsAfterReview: z.int().nullable(),
});

const ladder = z.strictObject({
  level,
  name: z.string().nullable(),
  criterion: z.string().nullable(),
  fulfilment: z.string().nullable(),
  requires: z.array(z.strictObject({ indicator: z.string(), level })),
  evidence: z.array(evidence),
  note: z.string().nullable(),
  assumption: z
    .strictObject({ months: z.number(), personDays: z.number() })
    .nullable()
    .describe('Our own estimate for the step up to this level, not the regulation’s.'),
});

const externalIndex = z.strictObject({
  name: z.string(),
  owner: z.string(),
  conversion: z.literal('linear').nullable().describe('null: only the bands are known.'),
  note: z.string(),
  bands: z.array(
    z.strictObject({
      from: exactNumber.nullable().describe('null: from the bottom, whatever it is.'),
      to: exactNumber,
      levelFrom: exactNumber,
      levelTo: exactNumber,
    }),
  ),
  converted: z
    .strictObject({ value: exactNumber, levelFrom: exactNumber, levelTo: exactNumber })
    .nullable()
    .describe('Set with --index; levelFrom and levelTo differ where only the band is known.'),
});

const indicatorDocument = z.strictObject({
  ...opening,
  kind: z.literal('indicator'),
  id: z.string(),
  name: z.string(),
  question: z.string().nullable(),
  group: z.string(),
  weight: exactNumber,
  stepGain: exactNumber.describe('Index points of one whole level.'),
  explanation: z.string(),
  why: z.string(),
  lead: z.string(),
  related: z.array(z.strictObject({ indicator: z.string(), reason: z.string() })),
  applications: z.array(z.string()),
  refusals: z.array(z.string()),
  externalIndex: externalIndex
    .nullable()
    .describe('The index of another agency that decides the level; null for most indicators.'),
  levels: z.array(ladder),
  continuations: z.array(
    z.strictObject({
      direction: z.enum(['earlier', 'later']),
      instrument: z.string(),
      indicator: z.string().nullable(),
      certainty: z.enum(['high', 'medium', 'low']),
      reason: z.string(),
      evidence: z.string().nullable(),
    }),
  ),
  standing: z
    .strictObject({
      level: level.nullable(),
      opd: z.string().nullable(),
      at: place.nullable(),
      settled: settled.nullable(),
    })
    .nullable()
    .describe('Where the region of the project in this folder stands; null outside a project.'),
});

const indexDocument = z.strictObject({
  ...opening,
  kind: z.literal('index'),
  formula: z.string(),
  rounding: z.strictObject({ decimals: z.int(), mode: z.literal('half-up') }),
  groups: z.array(
    z.strictObject({ id: z.string(), name: z.string(), parent: z.string().nullable(), weight: exactNumber }),
  ),
  indicators: z.array(
    z.strictObject({ id: z.string(), name: z.string(), group: z.string(), weight: exactNumber }),
  ),
  bands: z.array(z.strictObject({ name: z.string(), from: exactNumber, to: exactNumber })),
});

const termDocument = z.strictObject({
  ...opening,
  kind: z.literal('term'),
  term: z.string(),
  aliases: z.array(z.string()),
  definition: z.string(),
  source: z.string(),
  indicators: z
    .array(z.strictObject({ id: z.string(), name: z.string() }))
    .describe('Indicators that speak of it, best first, at most three.'),
});

const hitsDocument = z.strictObject({
  ...opening,
  kind: z.literal('hits'),
  words: z.string(),
  hits: z.array(z.strictObject({ kind: z.enum(['indicator', 'term']), name: z.string(), title: z.string() })),
});

/** `spbe explain --format json`. */
export const explainDocument = z
  .discriminatedUnion('kind', [indicatorDocument, indexDocument, termDocument, hitsDocument])
  .meta({ title: 'spbe explain' });

export type ExplainDocument = z.infer<typeof explainDocument>;
