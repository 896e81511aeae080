import { z } from 'zod';
import { packageFolder } from '../package-folder.ts';
import { UserError } from '../problem.ts';
import type { Instrument } from './instrument.ts';
import { folder } from './load.ts';
import { parseData } from './parse-data.ts';

/** Shape of `templates/instruments/<id>/portal.json`. */
export const portalSchema = z.strictObject({
  $schema: z.string().optional(),
  schemaVersion: z.literal(1),
  note: z.string().min(1),
  source: z.string().min(1),
  /** Name of the index among the values. */
  index: z.string().min(1),
  /** The portal's code to the id of a group. */
  groups: z.record(z.string(), z.string()),
});

/** How the Ministry's application names the parts of an instrument. */
export type PortalCodes = Pick<z.infer<typeof portalSchema>, 'index' | 'groups'>;

/**
 * The portal's codes for an instrument; none where no source gives them.
 * @throws UserError if the file in the pack is broken, or names a group the instrument does not have
 */
export async function loadPortal({ id, groups }: Instrument): Promise<PortalCodes> {
  const name = `${folder}/${id}/portal.json`;
  const bytes = await packageFolder.read(name).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (bytes === null) return { index: 'indeks', groups: {} };
  const codes = parseData(portalSchema, String(bytes), name);
  const known = new Set(groups.map((group) => group.id));
  const unknown = Object.entries(codes.groups).filter(([, group]) => !known.has(group));
  if (unknown.length > 0) {
    const lines = unknown.map(([code, group]) => `  groups.${code}: ${group}`);
    throw new UserError(`Berkas ${name} tidak dapat dipakai:\n${lines.join('\n')}`);
  }
  return codes;
}
