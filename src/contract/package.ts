import { z } from 'zod';
import { level, opening, place } from './parts.ts';

/** `manifest.json` in what `spbe package` writes. */
export const packageManifest = z
  .strictObject({
    ...opening,
    date: z.iso.date().describe('Day on which the evidence was judged.'),
    indicators: z.array(
      z.strictObject({
        id: z.string(),
        folder: z.string(),
        claimed: level,
        proven: level,
        documents: z.array(
          z.strictObject({
            target: z.string().nullable().describe('Path inside the package; null for a link.'),
            source: z.string().describe('Path relative to the project, or the link.'),
            sha256: z.string().nullable(),
            size: z.int().nullable().describe('Bytes.'),
            title: z.string(),
            number: z.string(),
            date: z.string(),
            level: level.nullable(),
            page: z.string(),
            at: place.describe('Cell of its title in Bukti.'),
          }),
        ),
        open: z.array(z.string()).describe('What the claimed level still asks for.'),
      }),
    ),
  })
  .meta({ title: 'spbe package' });

export type PackageManifest = z.infer<typeof packageManifest>;
