import { z } from 'zod';

const notExact = 'harus angka eksak sebagai teks, misalnya "1.30" atau "10/3"';
const exactNumber = z.string(notExact).regex(/^\d{1,6}(\.\d{1,6}|\/[1-9]\d{0,5})?$/, notExact);
const text = z.string().trim().min(1, 'tidak boleh kosong');
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,40}$/, 'hanya huruf, angka dan tanda hubung');
const date = z.iso.date();
const status = z.enum(['official', 'reconstructed']);
const groupKind = z.enum(['domain', 'aspect']);
const scaleLevel = z.int().min(0).max(100);
const bandBasis = z.enum(['exact', 'rounded']);
const indexBand = z.strictObject({
  /** null = from the bottom, whatever it is. */
  from: exactNumber.nullable(),
  to: exactNumber,
  levelFrom: exactNumber,
  levelTo: exactNumber,
});

/** Shape of `templates/instruments/<id>/instrument.json`. What the parts must add up to is checked in check.ts. */
export const instrumentFileSchema = z.strictObject({
  $schema: z.string().optional(),
  schemaVersion: z.literal(1),
  id,
  name: text,
  title: text,
  indexName: text,
  status: z.enum(['primary', 'secondary']),
  /** One line that every output of a pack that does not rest on the official text must carry. */
  caution: text.nullable(),
  years: z.strictObject({ from: z.int(), to: z.int(), note: text }),
  legal: z.strictObject({
    issued: date.nullable(),
    promulgated: date.nullable(),
    gazette: text,
    inForce: date.nullable(),
    revokes: text.nullable(),
    revokedBy: text.nullable(),
  }),
  scale: z.strictObject({
    min: scaleLevel,
    max: scaleLevel,
    floor: scaleLevel,
    decimals: z.int().min(0).max(2),
    source: id,
    page: text,
  }),
  rounding: z.strictObject({
    decimals: z.int().min(0).max(4),
    mode: z.literal('half-up'),
    stage: z.literal('end'),
    status,
    note: text,
  }),
  bandEdge: z.strictObject({
    basis: bandBasis,
    byYear: z.record(z.string().regex(/^\d{4}$/), bandBasis),
    warnWithin: exactNumber,
    status,
    note: text,
  }),
  bands: z.array(z.strictObject({ name: text, from: exactNumber, to: exactNumber })).min(1),
  bandSource: z.strictObject({ status: z.enum(['official', 'secondary', 'compatible']), note: text }),
  capabilities: z
    .array(
      z.strictObject({
        id,
        name: text,
        /** Says why names or definitions are null. */
        note: text.nullable(),
        levels: z
          .array(z.strictObject({ level: z.int(), name: text.nullable(), definition: text.nullable() }))
          .min(1),
      }),
    )
    .min(1),
  groups: z
    .array(
      z.strictObject({
        id,
        kind: groupKind,
        name: text,
        parent: id.nullable(),
        weight: exactNumber,
      }),
    )
    .min(1),
  indicators: z
    .array(
      z.strictObject({
        id,
        name: text,
        shortName: text.max(40, 'paling panjang 40 huruf'),
        /** null where no source gives it. */
        question: text.nullable(),
        group: id,
        weight: exactNumber,
        capability: id,
      }),
    )
    .min(1),
  /** Indices of other agencies that decide an indicator's value. */
  externalIndices: z.array(
    z.strictObject({
      indicator: id,
      name: text,
      owner: text,
      /** How a value inside a band becomes a level; null = the sources give the bands only. */
      conversion: z.literal('linear').nullable(),
      note: text,
      bands: z.array(indexBand).min(1),
    }),
  ),
  sources: z.array(z.strictObject({ id, title: text, note: text })).min(1),
  errata: z.array(z.strictObject({ source: id, page: text, text })),
});

export type InstrumentFile = z.infer<typeof instrumentFileSchema>;

/** The parts of an instrument file that check.ts reads, each readable although names or notes around it are wrong. */
export const skeletonSchema = z.object({
  years: z.object({ from: z.int(), to: z.int() }),
  scale: z.object({ min: scaleLevel, max: scaleLevel, floor: scaleLevel, source: z.string() }),
  bands: z.array(z.object({ name: z.string(), from: exactNumber, to: exactNumber })).min(1),
  capabilities: z.array(z.object({ id: z.string(), levels: z.array(z.object({ level: z.int() })) })),
  groups: z.array(
    z.object({ id: z.string(), kind: groupKind, parent: z.string().nullable(), weight: exactNumber }),
  ),
  indicators: z.array(
    z.object({ id: z.string(), group: z.string(), weight: exactNumber, capability: z.string() }),
  ),
  externalIndices: z.array(
    z.object({
      indicator: z.string(),
      conversion: z.string().nullable(),
      bands: z.array(indexBand),
    }),
  ),
  sources: z.array(z.object({ id: z.string() })),
  errata: z.array(z.object({ source: z.string() })),
});

export type Skeleton = z.infer<typeof skeletonSchema>;
