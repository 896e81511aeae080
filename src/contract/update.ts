import { z } from 'zod';
import { schemaVersion } from './parts.ts';

/** `spbe update --format json`. */
export const updateDocument = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    folder: z.string().describe('Where the new workbooks lie; the old ones are as they were.'),
    files: z.array(
      z.strictObject({
        from: z.string().nullable().describe('The workbook as it came; null for an OPD that had none yet.'),
        to: z.string().nullable().describe('The new workbook; null if the file was left alone.'),
        opd: z.string().nullable(),
        carried: z
          .strictObject({ answers: z.int(), documents: z.int(), ticks: z.int(), identity: z.int() })
          .describe('Filled cells, by sheet: Penilaian, Bukti, Kriteria, Identitas.'),
        leftovers: z.int().describe('Cells without a place, listed on the sheet "Tidak terpindah".'),
        reason: z.string().nullable().describe('Why the file was left alone.'),
      }),
    ),
  })
  .meta({ title: 'spbe update' });

export type UpdateDocument = z.infer<typeof updateDocument>;
