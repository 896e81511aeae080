import { z } from 'zod';
import type { Fault } from './check.ts';
import type { Frame } from './check-criteria.ts';

const text = (longest: number) => z.string().trim().min(1, 'tidak boleh kosong').max(longest);
/** As titles and file names are compared: lower case, letters and digits, single blanks. */
const words = z
  .string()
  .regex(/^[\p{Ll}\p{N}]+( [\p{Ll}\p{N}]+)*$/u, 'hanya huruf kecil, angka, dan spasi tunggal');

const pattern = z.strictObject({
  indicators: z.array(z.string()).min(1),
  /** Whole words in the title, the file name, or the heading that tell another object than the one asked for. */
  names: z.array(words).min(1),
  /** Words beside which it may be the right one after all. */
  unless: z.array(words).optional(),
  /** What the document seems to be, and what is asked for: for the message. */
  found: text(80),
  asked: text(80),
  /** Where the pattern comes from. */
  source: text(160),
});

/** Shape of `templates/instruments/<id>/criteria/other-objects.json`: what is often handed in instead of what is asked for. */
export const otherObjectsSchema = z.strictObject({
  $schema: z.string().optional(),
  patterns: z.array(pattern).min(1),
});

export type OtherObject = z.infer<typeof pattern>;

/** Patterns for indicators that the instrument does not have. */
export function findUnknownIndicators(patterns: readonly OtherObject[], frame: Frame | null): Fault[] {
  if (frame === null) return [];
  const known = new Set(frame.indicators.map(({ id }) => id));
  return patterns.flatMap(({ indicators }, index) =>
    indicators
      .filter((id) => !known.has(id))
      .map((id) => ({
        path: `other-objects.json: patterns[${index}].indicators`,
        reason: `indikator ${id} tidak ada dalam instrumen`,
      })),
  );
}
